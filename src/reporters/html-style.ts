/** The style of the HTML report: readable in print, in the dark, and on a telephone. */
export const htmlStyle = `
:root { color-scheme: light dark; --error: #b3261e; --warning: #8a5a00; --info: #1f5fa8; --line: #8884; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffcc66; --info: #8ab8ff; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { display: flex; flex-direction: column; max-width: 56rem; margin: 0 auto; padding: 1rem; }
header { order: -1; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; margin-top: 2rem; overflow-wrap: anywhere; }
.counts { font-weight: 600; }
.finding { border-left: 4px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: 1rem 0; break-inside: avoid; }
.finding.error { border-color: var(--error); } .finding.warning { border-color: var(--warning); } .finding.info { border-color: var(--info); }
.level { text-transform: uppercase; font-size: .75rem; font-weight: 700; }
.error .level, td.error, p.error { color: var(--error); } .warning .level, td.warning { color: var(--warning); } .info .level, td.info { color: var(--info); }
p { margin: .35rem 0; } .message { font-weight: 600; } .why, .sources, .place { font-size: .9rem; opacity: .85; }
blockquote { margin: .5rem 0; padding: .5rem .75rem; background: #8881; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
`

import type {Diagnostic} from '../diagnostic.js'
import type {Rule} from '../rules/rule.js'
import {enoughExamples, shownExamples} from '../rules/shown-examples.js'

/**
 * What an author reads over an underlined place: what, why, what to write instead, on whose word.
 *
 * @param saysWhat whether the message is part of it; some clients show it above every hover
 */
export const findingMarkdown = (
  diagnostic: Diagnostic,
  rule: Rule | undefined,
  saysWhat: boolean,
): string => {
  const {message, note, expected, ruleId, url} = diagnostic
  const sources = sourcesMarkdown(rule)
  const better = expected.slice(0, 6).map((text) => `- ${asText(text)}`)
  return joined([
    saysWhat ? `**${asText(message)}**` : '',
    asText(note),
    better.length === 0 ? '' : `Better:\n\n${better.join('\n')}`,
    sources === '' ? '' : `On the word of:\n\n${sources}`,
    url === '' ? ruleId : `[${ruleId}](${url})`,
  ])
}

/** All about a rule, as a page. */
export const ruleMarkdown = (rule: Rule): string => {
  const {id, level, topic, summary, why, url} = rule
  const {fail, pass} = shownExamples(rule)
  const fewOf = (texts: readonly string[]): readonly string[] => texts.slice(0, enoughExamples).map(fenced)
  const [found, passed] = [fewOf(fail), fewOf(pass)]
  return joined([
    `# ${id}`,
    `${level} · ${topic}`,
    asText(summary),
    `## Why\n\n${asText(why)}`,
    sourcesMarkdown(rule) === '' ? '' : `## Sources\n\n${sourcesMarkdown(rule)}`,
    found.length === 0 ? '' : `## Found\n\nWhat stands in \`[|…|]\` is underlined.\n\n${found.join('\n\n')}`,
    passed.length === 0 ? '' : `## Not found\n\n${passed.join('\n\n')}`,
    `## Excuse one\n\n${fenced(`<!-- healthlint-disable-next-line ${id} -- the reason -->`)}`,
    url === '' ? '' : `<${url}>`,
  ])
}

const sourcesMarkdown = (rule: Rule | undefined): string =>
  (rule?.sources ?? [])
    .map(({publisher, title, year, url}) => {
      const name = [publisher, title].filter((part) => part !== '').join(': ')
      const dated = year === 0 ? name : `${name} (${year})`
      return url === '' ? `- ${asText(dated)}` : `- [${asText(dated)}](${url})`
    })
    .join('\n')

const joined = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`

/** Messages quote articles; nothing in them is markup. */
const asText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~!]/g, (sign) => `\\${sign}`)

/** A fence longer than any in the text. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.trimEnd()}\n${fence}`
}

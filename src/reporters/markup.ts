/** Escaping for formats in which article text could be taken for markup or commands. */

/** Characters that XML 1.0 may not hold, not even escaped: shown as U+FFFD. Lone surrogates among them. */
const illegalInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Text as XML or HTML text or attribute value; line breaks and tabs survive as character references. */
export const escapeXml = (text: string): string =>
  text.replace(illegalInXml, '\ufffd').replace(/[&<>"'\n\r\t]/g, (char) => entities[char]!)

/** Text as HTML text, in which line breaks may stay as they are. */
export const escapeHtml = (text: string): string =>
  text.replace(illegalInXml, '\ufffd').replace(/[&<>"']/g, (char) => entities[char]!)

/** Text as one cell of a Markdown table: nothing in it is markup, a link, a mention or HTML. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // A zero-width joiner keeps `@name`, `#1` and bare addresses from being linked.
    .replace(/@/g, '@\u200d')
    .replace(/:\/\//g, ':\u200d//')
    .replace(/www\./gi, (words) => `${words.slice(0, 3)}\u200d.`)

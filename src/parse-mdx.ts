/*
 * What authors write in `.mdx` files that MDX itself does not read. Every change keeps the length, so that offsets stay what
 * they are; words are taken from the source, never from what is written here.
 */

/**
 * As MDX what Docusaurus takes beside it: HTML comments, and ids behind headings (`## What is it? {#what-is}`).
 *
 * @returns the text itself when it has neither
 */
export const asMdx = (text: string): string => {
  if (!text.includes('<!--') && !text.includes('{#')) return text
  return overProse(text, (prose) =>
    withComments(prose, '<!--', '-->', (inside) => `{/* ${inside.replaceAll('*/', '* ')}*/}`).replace(
      headingId,
      (_, heading: string, id: string) => heading + ' '.repeat(id.length),
    ),
  )
}

const headingId = /^([ \t>]*#{1,6}[ \t][^\n]*?)(\{#[^\s{}]+\})(?=[ \t]*\r?$)/gm

/** MDX comments as HTML’s, for text that has to be read as Markdown. */
export const mdxCommentsAsHtml = (text: string): string =>
  text.includes('{/*')
    ? overProse(text, (prose) =>
        withComments(prose, '{/*', '*/}', (inside) =>
          // One letter of what stands inside makes room for the longer mark.
          inside === '' ? '{/**/}' : `<!--${inside.slice(1).replaceAll('--', '- ')}-->`,
        ),
      )
    : text

/** Changes what stands outside fenced code. */
const overProse = (text: string, change: (prose: string) => string): string => {
  const parts: string[] = []
  let from = 0
  let fence: string | undefined
  for (const {0: line, index, 1: marks} of text.matchAll(fenceLine)) {
    if (fence === undefined) {
      parts.push(change(text.slice(from, index)))
      from = index
      fence = marks!
    } else if (marks!.startsWith(fence) && /^[`~ \t\r]*$/.test(line.slice(line.indexOf(marks!)))) {
      parts.push(text.slice(from, index + line.length))
      from = index + line.length
      fence = undefined
    }
  }
  parts.push(fence === undefined ? change(text.slice(from)) : text.slice(from))
  return parts.join('')
}

const fenceLine = /^[ \t>]*(`{3,}|~{3,})[^\n]*/gm

/** How far the end of code in a line is looked for. */
const longestCode = 1000

/** Where code in a line ends that is opened before `at`; `at` itself when nothing closes it. */
const endOfCode = (prose: string, mark: string, at: number): number => {
  const rest = prose.slice(at, at + longestCode)
  for (const {0: found, index} of rest.matchAll(/`+|\n/g)) {
    if (found === mark) return at + index + mark.length
    if (found === '\n') return at
  }
  return at
}

/** Rewrites comments, but for those that stand in code. */
const withComments = (
  prose: string,
  opening: string,
  closing: string,
  rewrite: (inside: string) => string,
): string => {
  let written = ''
  let from = 0
  const marks = /`+|<!--|\{\/\*/g
  for (let match = marks.exec(prose); match !== null; match = marks.exec(prose)) {
    const {0: mark, index} = match
    if (mark.startsWith('`')) {
      marks.lastIndex = endOfCode(prose, mark, marks.lastIndex)
    } else if (mark === opening) {
      const end = prose.indexOf(closing, marks.lastIndex)
      if (end === -1) break
      written += prose.slice(from, index) + rewrite(prose.slice(marks.lastIndex, end))
      from = end + closing.length
      marks.lastIndex = from
    }
  }
  return written + prose.slice(from)
}

const brace = 'Write \\{ for a brace that is text.'

/**
 * What a parser of MDX says, in plain words: what is wrong, and what to write.
 *
 * @param at where it is wrong
 */
export const mdxReason = (said: string, text: string, at: number): string => {
  const closing = /Expected a closing tag for `<([^`>\s]*)>?`/.exec(said)?.[1]
  if (closing !== undefined)
    return `<${closing}> is not closed. Write ${isEmpty(closing) ? `<${closing} />` : `</${closing}> where it ends`}.`
  if (/end of file in expression|closing brace/.test(said))
    return `a brace is opened and not closed. ${brace}`
  if (said.startsWith('Could not parse expression')) {
    const words = bracesAround(text, at)
    return `${words === undefined ? 'what stands in braces' : words} is no JavaScript. ${brace}`
  }
  if (said.startsWith('Could not parse import')) return 'this “import” or “export” is no JavaScript.'
  if (/Unexpected closing/.test(said)) return 'a tag is closed here that was not opened.'
  if (said.startsWith('Unexpected character'))
    return 'what begins with “<” here is no tag of MDX. Write &lt; for the sign, [words](address) for a link, quotation marks around values.'
  return said
}

/** An element that holds nothing. */
const isEmpty = (name: string): boolean => /^(?:br|hr|img|input|wbr|source|embed|col|link|meta)$/.test(name)

/** `{…}` around an offset, as far as its line goes and where it is short. */
const bracesAround = (text: string, at: number): string | undefined => {
  const start = text.lastIndexOf('{', at)
  const end = text.indexOf('}', at)
  const words = start === -1 || end === -1 || end - start > 60 ? '' : text.slice(start, end + 1)
  return words === '' || /[\r\n]/.test(words) ? undefined : words
}

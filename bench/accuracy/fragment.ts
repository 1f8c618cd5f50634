/**
 * A labelled line or sentence was cut out of an article. To be judged fairly it has to stand again where it stood: a line
 * of front matter in front matter, everything else as a document of its own.
 */
export interface Fragment {
  readonly text: string
  readonly path: string
  /** Where the line begins in `text`. */
  readonly offset: number
}

/** `title: "…"`, `a: "…"`: a lower-case key and its value, as only front matter writes them. */
const frontMatterLine = /^[a-z][A-Za-z0-9_]*: \S/
/** `- q: "…"`: a list entry of front matter. */
const frontMatterItem = /^- [a-z][A-Za-z0-9_]*: ["'\S]/

/** What only MDX has; the same line would be prose in Markdown. */
const mdxOnly = /\{\/\*|^import \w.* from ['"]|^export const /m

export const pathFor = (text: string): string => (mdxOnly.test(text) ? 'fragment.mdx' : 'fragment.md')

/** The text as a document of its own, exactly as given. */
export const alone = (text: string): Fragment => ({text, path: 'fragment.md', offset: 0})

/** The line as it stood: in front matter when it is a line of it. */
export const asItStood = (line: string): Fragment => {
  const before = frontMatterLine.test(line) ? '---\n' : frontMatterItem.test(line) ? '---\nitems:\n' : ''
  return before === ''
    ? {text: line, path: pathFor(line), offset: 0}
    : {text: `${before}${line}\n---\n`, path: 'fragment.md', offset: before.length}
}

/** An article of three short paragraphs, in which nothing is wrong but that it lacks a disclaimer. */
const carrier = `# Living with hay fever

Hay fever is an allergy to pollen. Sneezing, a runny nose and itchy eyes are its usual signs, and they come with the season.

## What people do about it

Many people keep windows shut on dry, windy days and rinse their face when they come home. Tablets and sprays are sold
without prescription, and a pharmacist knows which of them make one sleepy.

## Through the year

Trees flower first, grass in early summer, weeds last. A diary shows which of them it is.
`

/** The line as the last paragraph of an article that says nothing else about advice; front matter at its head. */
export const inArticle = (line: string): Fragment => {
  const fragment = asItStood(line)
  return fragment.offset > 0
    ? {...fragment, text: `${fragment.text}\n${carrier}`}
    : {text: `${carrier}\n${line}\n`, path: fragment.path, offset: carrier.length + 1}
}

export interface Marked {
  readonly text: string
  readonly spans: readonly {readonly start: number; readonly end: number}[]
}

/** Takes `[|` and `|]` out of an example; offsets in the text that is left. Marks do not nest. */
export const withoutMarks = (marked: string): Marked => {
  const spans: {start: number; end: number}[] = []
  let text = ''
  let at = 0
  while (true) {
    const open = marked.indexOf('[|', at)
    const close = open < 0 ? -1 : marked.indexOf('|]', open + 2)
    if (close < 0) return {text: text + marked.slice(at), spans}
    text += marked.slice(at, open)
    const start = text.length
    text += marked.slice(open + 2, close)
    spans.push({start, end: text.length})
    at = close + 2
  }
}

export interface Bounds {
  readonly start: number
  readonly end: number
}

/** True when they share a code unit, or one is an empty span inside the other. */
export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end

import * as v from 'valibot'
import type {Article, Block, Span} from '../article/article.js'
import {blockAt} from '../article/block-at.js'
import {once} from '../once.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {CheckContext, RuleOptions, ValuePath} from './kind.js'
import type {Watch} from './watch.js'
import {compileWording, wordingSchema} from './wording.js'

/**
 * What an article can show for itself: wording in its text, the text of a link, a component (`<Disclaimer />`, a
 * shortcode, a container), a field of its front matter, words that the user listed, or the user's word that the site's
 * layout adds it.
 */
const wordingEvidence = v.strictObject({
  ...wordingSchema.entries,
  linked: v.optional(v.pipe(v.boolean(), v.description('Only the words of a link count.'))),
})

export const evidenceSchema = v.union([
  wordingEvidence,
  v.strictObject({
    components: v.pipe(v.string(), v.description('The option that lists the names of components.')),
  }),
  v.strictObject({
    fields: v.pipe(v.string(), v.description('The option that lists the names of front matter fields.')),
    value: v.optional(
      v.pipe(
        v.picklist(['given', 'refused', 'refused-with-reason']),
        v.description(
          '`given` (unless said): anything but false and nothing; `refused`: false; `refused-with-reason`: false, and a field of the same name that ends in `-reason`.',
        ),
      ),
    ),
  }),
  v.strictObject({
    words: v.pipe(v.string(), v.description('The option that lists words, found as they are written.')),
    in: v.picklist(['title', 'text']),
  }),
  v.strictObject({setting: v.pipe(v.string(), v.description('The option that must be true.'))}),
])

export type EvidenceDefinition = v.InferOutput<typeof evidenceSchema>

/** One piece of evidence; without a block it is not a place in the text. */
export interface Evidence {
  readonly text: string
  readonly block: Block | undefined
  readonly span: Span | undefined
}

export type FindEvidence = (
  article: Article,
  matches: PhraseMatches,
  options: RuleOptions,
  watch?: Watch,
) => readonly Evidence[]

export const compileEvidence = (
  definition: EvidenceDefinition,
  context: CheckContext,
  path: ValuePath,
): FindEvidence => {
  if ('match' in definition) return wordingFinder(definition, context, path)
  if ('components' in definition)
    return (article, _matches, options) => componentsNamed(article, namesIn(options, definition.components))
  if ('fields' in definition)
    return (article, _matches, options) =>
      fieldsNamed(article, namesIn(options, definition.fields), definition.value ?? 'given')
  if ('words' in definition)
    return (article, _matches, options) => wordsWritten(article, options[definition.words], definition.in)
  return (_article, _matches, options) =>
    options[definition.setting] === true ? [{text: '', block: undefined, span: undefined}] : []
}

const wordingFinder = (
  definition: v.InferOutput<typeof wordingEvidence>,
  context: CheckContext,
  path: ValuePath,
): FindEvidence => {
  const {linked = false, ...wording} = definition
  const find = compileWording({once: 'each', ...wording}, context, path)
  return (article, matches, _options, watch) => {
    const found = find(article, matches, watch)
    const shown = linked ? linkedOnly(article, found) : found
    if (watch !== undefined) {
      const name = String(path.at(-1))
      const counted = new Set(shown)
      for (const one of found)
        watch.match(
          one.match,
          counted.has(one)
            ? {became: 'evidence', why: name}
            : {became: 'nothing', why: `${name} counts only as the words of a link`},
        )
    }
    return shown.map(({start, end, block}) => ({
      text: article.fullText.slice(start, end),
      block,
      span: {start, end},
    }))
  }
}

/** Those inside the words of a link to another page, in one sweep: both lists ascend, and links do not nest. */
const linkedOnly = <T extends Span>(article: Article, found: readonly T[]): readonly T[] => {
  if (found.length === 0) return found
  const spans = article.links
    .filter(({url}) => !url.startsWith('#'))
    .map(({span}) => span)
    .sort((a, b) => a.start - b.start)
  let at = 0
  return found.filter(({start, end}) => {
    while (at < spans.length && spans[at]!.end < end) at++
    return at < spans.length && spans[at]!.start <= start
  })
}

const componentsNamed = (article: Article, names: Names): readonly Evidence[] => {
  const imported = once(() => importsOf(article))
  return [
    ...article.components
      .filter(
        ({name, kind}) =>
          isNamed(plainName(name), names) || (kind === 'mdx' && isNamed(imported().get(name) ?? '', names)),
      )
      .map(({name, block}) => ({
        text: name,
        block: block === undefined ? undefined : article.blocks[block],
        span: undefined,
      })),
    ...article.blocks
      .filter(({readable, text}) => readable && isNamed(plainName(bracketed(text)), names))
      .map((block) => ({text: bracketed(block.text), block, span: undefined})),
  ]
}

/**
 * By the name that a component has here, what its module calls it: `Note` of `import Note from '../_disclaimer.mdx'` is
 * `disclaimer`.
 */
const importsOf = ({blocks}: Article): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const add = (local: string, name: string): void => {
    if (!found.has(local)) found.set(local, plainName(name))
  }
  for (const {kind, text} of blocks) {
    if (kind !== 'code' || !text.startsWith('import')) continue
    for (const [, local, path] of text.matchAll(/^import\s+(\w+)\s+from\s*["']([^"'\n]+)["']/gm))
      add(local!, path!.replace(/^.*\//, ''))
    for (const [, first, local] of text.matchAll(/\b(\w+)\s+as\s+(\w+)\b/g)) add(local!, first!)
  }
  return found
}

/**
 * The name in a shortcode of WordPress (`[medical_disclaimer id=1]`) that is a whole block, or of what such a block
 * includes (`--8<-- "notes/disclaimer.md"`, `{!disclaimer.md!}`, `![[Disclaimer]]`, `{{> disclaimer }}`,
 * `{{ site.disclaimer }}`); empty for other text.
 */
const bracketed = (text: string): string => {
  if (text.length > 200 || !/^[[!{-]/.test(text)) return ''
  const [, shortcode, ...included] = inclusion.exec(text) ?? []
  if (shortcode !== undefined) return shortcode
  const path = included.find((one) => one !== undefined) ?? ''
  return path.replace(/\.(?:html?|mdx?|txt|njk|hbs)$/, '').replace(/^.*[/.]/, '')
}

const inclusion =
  /^(?:\[([a-z][\w-]*)(?:\s[^\]]*)?\]|!?\[\[([^\][|#]+)\]\]|-{1,2}8<-{1,2}\s*["'“]([^"'“”]+)["'”]|\{!([^!\n]+)!\}|\{\{>?\s*(?:partial\s+)?["'“]?([\w./-]+)["'”]?[^}\n]*\}\})$/

const fieldsNamed = (
  article: Article,
  names: Names,
  wanted: 'given' | 'refused' | 'refused-with-reason',
): readonly Evidence[] => {
  const {fields} = article.frontMatter
  return fields
    .filter(({name, value}) => {
      const [outer = ''] = name.split('.')
      if (![outer, name.replaceAll('.', '-')].some((one) => isNamed(plainName(one), names))) return false
      const refused =
        value === false || value === null || value === '' || value === 'false' || value === 'none'
      if (wanted === 'given') return !refused
      return wanted === 'refused' ? refused : refused && hasReason(article, name)
    })
    .map(({name}) => ({text: name, block: undefined, span: undefined}))
}

const hasReason = ({frontMatter}: Article, field: string): boolean =>
  frontMatter.fields.some(
    ({name, value}) =>
      plainName(name) === `${plainName(field)}reason` && typeof value === 'string' && value.trim() !== '',
  )

const wordsWritten = (article: Article, words: unknown, where: 'title' | 'text'): readonly Evidence[] => {
  if (!Array.isArray(words) || words.length === 0) return []
  const {title} = article
  const block = title === undefined ? undefined : article.blocks[title.block]
  const from = where === 'title' ? (block?.start ?? 0) : 0
  const text = where === 'title' ? (block?.text ?? '') : article.text
  const folded = text.toLowerCase()
  return words.flatMap((word) => {
    const at = folded.indexOf(String(word).toLowerCase())
    if (at === -1) return []
    const span = {start: from + at, end: from + at + String(word).length}
    return [
      {text: text.slice(at, at + String(word).length), block: blockAt(article.blocks, span.start), span},
    ]
  })
}

/** `<MedicalDisclaimer>`, `medical-disclaimer` and `medical_disclaimer.html` are one name. */
const plainName = (name: string): string =>
  name
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The names that an option lists: whole ones; those between stars (`*MedicalDisclaimer*`), which are parts of names; and
 * those after an exclamation mark (`!*affiliate*`), parts that make a name another's unless it is listed whole.
 */
interface Names {
  readonly whole: ReadonlySet<string>
  readonly parts: readonly string[]
  readonly barred: readonly string[]
}

const isNamed = (name: string, {whole, parts, barred}: Names): boolean =>
  whole.has(name) ||
  (name !== '' && parts.some((part) => name.includes(part)) && !barred.some((part) => name.includes(part)))

/** A rule's options are one object for all articles, and are read once. */
const namesIn = (options: RuleOptions, name: string): Names => {
  const listed = options[name]
  if (!Array.isArray(listed)) return noNames
  const known = plainNames.get(listed)
  if (known !== undefined) return known
  const all = listed.map(String)
  const namesLike = (form: RegExp): readonly string[] =>
    all
      .filter((one) => form.test(one))
      .map(plainName)
      .filter((part) => part !== '')
  const names = {
    whole: new Set(namesLike(/^[^*!]/)),
    parts: namesLike(/^\*[^*]+\*$/),
    barred: namesLike(/^!\*[^*]+\*$/),
  }
  plainNames.set(listed, names)
  return names
}

const noNames: Names = {whole: new Set(), parts: [], barred: []}

const plainNames = new WeakMap<readonly unknown[], Names>()

/** The block at the middle of a piece of evidence, where it has a place in the text. */
export const blockOf = (article: Article, {block, span}: Evidence): Block | undefined =>
  block ?? (span === undefined ? undefined : blockAt(article.blocks, span.start))

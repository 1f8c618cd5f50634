import type {ArticleKind, Block, FrontMatter, Section, Title} from './article.js'

/** The title: front matter says it, else the first heading of depth 1, else the first heading, else the first line. */
export const titleOf = (
  kind: ArticleKind,
  {fields}: FrontMatter,
  sections: readonly Section[],
  blocks: readonly Block[],
): Title | undefined => {
  const field = fields.find(({name, block}) => name.toLowerCase() === 'title' && block !== undefined)
  if (field?.block !== undefined)
    return {text: blocks[field.block]!.text, from: 'front matter', block: field.block}
  const heading = (sections.find(({depth}) => depth === 1) ?? sections[1])?.heading
  if (heading !== undefined)
    return {text: blocks[heading]!.text, from: kind === 'text' ? 'first line' : 'heading', block: heading}
  const first = blocks[0]
  if (first === undefined || !first.readable) return undefined
  return {text: first.text.split('\n', 1)[0]!, from: 'first line', block: 0}
}

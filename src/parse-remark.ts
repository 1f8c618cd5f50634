import type {Root} from 'mdast'
import type {Pluggable, Processor} from 'unified'

/** What a remark parser is made of, however it was loaded. */
export interface RemarkParts {
  readonly unified: () => Processor
  readonly remarkParse: Pluggable
  readonly remarkGfm: Pluggable
  readonly remarkFrontmatter: Pluggable
}

/** The syntax that both parsers read, in remark's words. */
export const remarkParserOf = (
  {unified, remarkParse, remarkGfm, remarkFrontmatter}: RemarkParts,
  more: readonly Pluggable[],
): ((value: string) => Root) => {
  const processor = unified()
    .use([remarkParse, remarkGfm])
    .use([[remarkFrontmatter, ['yaml', 'toml']] as Pluggable])
    .use([...more])
    .freeze()
  // The tree is mdast, since remark-parse made it.
  return (value) => processor.parse(value) as Root
}

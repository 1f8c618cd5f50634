import type {Article, Block, Citation} from '../../article/article.js'
import type {SourcesIn} from './sources.js'

/** The cells of a table, in the order of the text. */
export interface Table {
  readonly first: Block
  last: Block
  readonly header: Block[]
  readonly rows: Map<number, Block[]>
}

export type Tables = ReadonlyMap<number, Table>

/** The tables of an article, by number. */
export const tablesOf = (blocks: readonly Block[]): Tables => {
  const found = new Map<number, Table>()
  for (const block of blocks) {
    if (block.table === undefined) continue
    const {table, row, header} = block.table
    const known: Table = found.get(table) ?? {first: block, last: block, header: [], rows: new Map()}
    found.set(table, known)
    known.last = block
    if (header) known.header.push(block)
    const cells = known.rows.get(row)
    if (cells === undefined) known.rows.set(row, [block])
    else cells.push(block)
  }
  return found
}

const sourceHeader = /^(?:data )?(?:sources?|references?|citations?|study|reported by)$/i
const leadsIntoTable = /^table\b|:$|\b(?:table|below|following|these|shares|figures|numbers|rates|data)\b/i

/** The source of a cell: in its row or its header, in a column of sources, or in the line above that speaks of the table. */
export const sourceInTable = (article: Article, sources: SourcesIn, tables: () => Tables) => {
  const aboveTable = ({first}: Table): Citation | undefined => {
    const line = article.blocks[first.index - 1]
    return line?.section === first.section && leadsIntoTable.test(line.text)
      ? sources(line.index).at(-1)
      : undefined
  }

  return ({table}: Block): Citation | undefined => {
    const all = table && tables().get(table.table)
    if (all === undefined) return undefined
    const row = all.rows.get(table!.row) ?? []
    for (const cell of [...all.header, ...row]) {
      const [citation] = sources(cell.index)
      if (citation !== undefined) return citation
    }
    return inSourceColumn(all, row) ?? aboveTable(all)
  }
}

/** What stands in the row under the header “Source”. */
const inSourceColumn = ({header}: Table, row: readonly Block[]): Citation | undefined => {
  const column = header.find((cell) => sourceHeader.test(cell.text))?.table?.column
  const cell =
    column === undefined
      ? undefined
      : row.find(({table, text}) => table?.column === column && /[a-z]/i.test(text))
  return cell === undefined
    ? undefined
    : {
        kind: 'source-line',
        start: cell.start,
        end: cell.end,
        text: cell.text,
        block: cell.index,
        sentence: cell.sentences.start,
        strength: 'medium',
        tier: undefined,
        reference: undefined,
        unresolved: false,
      }
}

import type {Block} from '../article.js'
import {headOf} from './framed.js'

const mythColumn =
  /^\W*(?:(?:the|common|popular) )?(?:myths?|fiction|misconceptions?|false(?: claims?| beliefs?)?|rumou?rs?|hype|hoax(?:es)?|old wives['’] tales?|red flags?|(?:what|things) (?:they|people|scammers|sellers|ads|some|others|you|marketers) .{0,30}|(?:do not|don['’]t|never|avoid|instead of)(?: (?:say|write|saying|writing))?)\W*\d*\W*$/i
const claimColumn =
  /^\W*(?:(?:the|common|popular|health|product|marketing) )?(?:claims?|statements?|beliefs?|promises?|adverts?|ads?)\b.{0,30}$/i
const verdictColumn =
  /\b(?:evidence|verdict|truth|facts?|reality|true|rating|science|findings?|assessment|status|research|studies|response|debunked|correction|explanation|supported|proven)\b/i
const labelCell = /^\W*(?:myth|fiction|misconception|rumou?r|claim)\W*\d*\W*$/i
const upheld = /^\W*(?:mostly |largely |well )?(?:true|yes|correct|confirmed|supported|proven|accurate)\b/i

/** By index of a cell, the cell at the head of its column or row that calls it a myth. */
export const framedCells = (blocks: readonly Block[]): ReadonlyMap<number, Block> => {
  const framed = new Map<number, Block>()
  let columns = new Map<number, Block>()
  let table = -1
  let row: readonly Block[] = []
  for (let index = 0; index < blocks.length; index++) {
    const cell = blocks[index]!
    if (cell.table === undefined) continue
    if (cell.table.table === table && cell.table.row === row[0]?.table?.row) continue
    row = rowFrom(blocks, index)
    if (cell.table.table !== table) {
      table = cell.table.table
      columns = mythColumns(row)
    } else frameRow(framed, row, columns)
  }
  return framed
}

const rowFrom = (blocks: readonly Block[], first: number): readonly Block[] => {
  const {table, row} = blocks[first]!.table!
  let end = first + 1
  while (blocks[end]?.table?.table === table && blocks[end]!.table!.row === row) end++
  return blocks.slice(first, end)
}

const mythColumns = (header: readonly Block[]): Map<number, Block> => {
  const judged = header.some((cell) => verdictColumn.test(headOf(cell)))
  return new Map(
    header
      .filter((cell) => {
        const text = headOf(cell)
        return mythColumn.test(text) || (judged && claimColumn.test(text) && !verdictColumn.test(text))
      })
      .map((cell) => [cell.table!.column, cell]),
  )
}

const frameRow = (
  framed: Map<number, Block>,
  row: readonly Block[],
  columns: ReadonlyMap<number, Block>,
): void => {
  const first = row[0]!
  const label = labelCell.test(headOf(first)) ? first : undefined
  if ((label === undefined && columns.size === 0) || row.some((cell) => upheld.test(headOf(cell)))) return
  for (const cell of row) {
    const frame = cell === first ? undefined : label
    const head = frame ?? columns.get(cell.table!.column)
    if (head !== undefined) framed.set(cell.index, head)
  }
}

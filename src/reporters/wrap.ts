import {columnsOf} from './cells.js'

/** Breaks a text between words into lines of at most `width` columns; a longer word has a line of its own. */
export const wrapped = (text: string, width: number): readonly string[] => {
  if (columnsOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const columns = columnsOf(word)
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    used += (line === '' ? 0 : 1) + columns
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

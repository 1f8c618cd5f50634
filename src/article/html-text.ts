import {characterReferenceAt} from './character-reference.js'
import {put, type Strand} from './strand.js'

const special = /&|[ \t]*(?:\r\n|\n|\r)[ \t]*/g

/** Puts text between tags as a browser reads it: references decoded, and a line break with its indentation as one break. */
export const putHtmlText = (
  strand: Strand,
  source: string,
  start: number,
  end: number,
  quoteDepth: number,
): void => {
  const text = source.slice(start, end)
  let at = 0
  for (const match of text.matchAll(special)) {
    const {index} = match
    if (index < at) continue
    const here = start + index
    if (match[0] === '&') {
      const reference = characterReferenceAt(source, here)
      if (reference === undefined || here + reference.length > end) continue
      put(strand, text.slice(at, index), start + at, here)
      put(strand, reference.text, here, here + reference.length)
      at = index + reference.length
      continue
    }
    put(strand, text.slice(at, index), start + at, here)
    at = index + match[0].length
    for (let marks = 0; marks < quoteDepth && text[at] === '>'; marks++) {
      at++
      while (text[at] === ' ' || text[at] === '\t') at++
    }
    put(strand, '\n', here, start + at)
  }
  put(strand, text.slice(at), start + at, end)
}

import type {Article} from '../../../article/article.js'
import {objectReplacement} from '../../../language/object-replacement.js'
import {oncePer} from '../../../once.js'
import type {Slot} from './slot.js'

/** What is put into a text as a whole; a name or a number in code is a value of a format. */
const slot =
  /^\s*(?<words>\[(?:insert|add|fill in|paste|upload|attach)\b[^\][\n]{0,60}\b(?:screenshots?|images?|photos?|pictures?|gifs?|videos?|diagrams?|charts?|links?|urls?|e-?mail)\b[^\][\n]{0,160}\])\s*$/iu

/** A cell or a paragraph with code and nothing else, or nothing but its label. */
const holdsCodeAlone = (text: string): boolean =>
  text.includes(objectReplacement) && /^(?:[\p{L} ]{2,30}:)?\P{L}*$/u.test(text)

/** Code that is one slot for the writer, where a picture or an address should stand: a fence, a cell, a labelled line. */
export const slotsInCode = ({blocks}: Article): readonly Slot[] => {
  const isAloneIn = oncePer((owner: number) => holdsCodeAlone(blocks[owner]?.text ?? ''))
  return blocks.flatMap((block): Slot[] => {
    if (block.kind !== 'code' || !block.text.includes('[')) return []
    const words = slot.exec(block.text)?.groups?.['words']
    if (words === undefined) return []
    if (block.owner !== undefined && !isAloneIn(block.owner)) return []
    const start = block.start + block.text.indexOf(words)
    return [{start, end: start + words.length, block, level: 'warning'}]
  })
}

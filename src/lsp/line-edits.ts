import {diffArrays} from 'diff'
import type {Edit} from '../diagnostic.js'

/**
 * The edits that turn one text into another, one for each run of lines that changed, so that an editor keeps its cursor,
 * folds and marks everywhere else.
 */
export const lineEdits = (before: string, after: string): readonly Edit[] => {
  const edits: Edit[] = []
  let at = 0
  for (const {added, removed, value} of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join('')
    const last = edits.at(-1)
    if (removed) edits.push({start: at, end: at + text.length, text: ''})
    else if (added && last?.end === at) edits[edits.length - 1] = {...last, text: last.text + text}
    else if (added) edits.push({start: at, end: at, text})
    if (!added) at += text.length
  }
  return edits
}

/** Each with its line break. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []

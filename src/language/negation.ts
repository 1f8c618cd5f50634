import {clinicalAssertionReader} from './cues.js'
import {fold} from './fold.js'
import {read} from './read.js'

/**
 * Whether a note denies what it names, as NegEx is measured: every place where the target stands is asked, and one
 * denied place is enough.
 *
 * @param text a sentence, or a few, of a clinician's note
 * @param target words of it, in any case, spaces as they come; `false` when they do not stand in it
 */
export const isNegated = (text: string, target: string): boolean => {
  const reading = read(text, [{start: 0, end: text.length}])
  return placesOf(text, target).some((span) =>
    clinicalAssertionReader
      .explain(reading, span)
      // A finding that was written with its own denial (“no masses”) stands as it is.
      .some(({kind, side}) => kind === 'negated' && side !== 'inside'),
  )
}

const placesOf = (text: string, target: string): readonly {start: number; end: number}[] => {
  const words = fold(target)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return []
  const pattern = new RegExp(words.join('\\s+'), 'g')
  return Array.from(fold(text).matchAll(pattern), ({index, 0: found}) => ({
    start: index,
    end: index + found.length,
  }))
}

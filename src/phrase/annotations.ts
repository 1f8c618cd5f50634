import {firstIndex} from '../first-index.js'
import type {Reading} from '../language/reading.js'
import {maximalAnnotation} from './compile.js'
import {PlaceFlag} from './instructions.js'
import type {PhraseProgram} from './link.js'
import type {AnnotatedEnds} from './machine.js'
import type {PlaceStream} from './stream.js'

/** What an annotator found, in places of the stream. */
export interface Annotation extends AnnotatedEnds {
  /** Ascending by start. */
  readonly spans: readonly {readonly start: number; readonly end: number}[]
}

/** Runs annotators when they are first asked for, each once. */
export const annotationsOf = (
  program: PhraseProgram,
  reading: Reading,
  stream: PlaceStream,
): ((index: number) => Annotation) => {
  const found = new Map<number, Annotation>()
  return (index) => {
    const known = found.get(index)
    if (known !== undefined) return known
    const annotation = annotate(program, reading, stream, index)
    found.set(index, annotation)
    return annotation
  }
}

const annotate = (
  program: PhraseProgram,
  reading: Reading,
  stream: PlaceStream,
  index: number,
): Annotation => {
  const {starts, ends} = reading.tokens
  const endsAt = new Map<number, number[]>()
  for (const span of program.annotators[index - program.lexiconCount]!.find(reading)) {
    const isBefore = (place: number): boolean =>
      (stream.flags[place]! & PlaceFlag.border) !== 0
        ? (starts[stream.tokens[place]!] ?? Number.POSITIVE_INFINITY) <= span.start
        : ends[stream.tokens[place]!]! <= span.start
    let start = firstIndex(stream.count, (place) => !isBefore(place))
    if ((stream.flags[start]! & PlaceFlag.border) !== 0) start++
    let end = start
    while (
      end < stream.count &&
      end - start <= maximalAnnotation &&
      starts[stream.tokens[end]!]! < span.end
    ) {
      if ((stream.flags[end]! & PlaceFlag.border) !== 0) break
      end++
    }
    if (end === start || end - start > maximalAnnotation) continue
    const list = endsAt.get(start)
    if (list === undefined) endsAt.set(start, [end])
    else if (!list.includes(end)) list.push(end)
  }
  for (const list of endsAt.values()) list.sort((a, b) => b - a)
  const sorted = Array.from(endsAt).sort((a, b) => a[0] - b[0])
  return {spans: sorted.flatMap(([start, list]) => list.map((end) => ({start, end}))), endsAt}
}

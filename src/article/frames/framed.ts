import type {Reading} from '../../language/reading.js'
import type {Block, Section, Span, Title} from '../article.js'

/** What frames are read from. */
export interface Framed {
  readonly fullText: string
  readonly source: string
  readonly reading: Reading
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly title: Title | undefined
  readonly spanOf: (start: number, end: number) => Span
}

/** Longer texts are no headings, labels or verdicts; what is longer is read up to here. */
export const most = 160

export const unwrapped = (text: string): string => text.replace(/\s+/g, ' ')

export const headOf = ({text}: Block): string => unwrapped(text.slice(0, most))

import type {Reading} from '../language/reading.js'
import type {Span} from '../language/span.js'

/**
 * The phrase notation: what a rule's author writes to name wording, without regular expressions, matched in time
 * linear in the text whatever is written.
 *
 *     cure                the word, in any case; `don't` and `side-effects` are split as text is
 *     ~cure               every inflection: cure, cures, cured, curing
 *     cure*               every word that begins so
 *     =MS                 exactly these letters, case and all
 *     #                   any number written in digits
 *     <condition>         an entry of a lexicon, or a span an annotator found
 *     (a | b c)           one of these; the first that leads to a match
 *     x?  (x y)?          may be there
 *     ..3                 up to 3 words in between, as few as needed; never over ; : or the end of a sentence
 *     [x y]               what is to be underlined; without it, the whole match
 *     !x  !(x | y)        what follows is not x
 *     ^  $                the sentence begins, ends here;  ^^  $$  the block does
 *     /                   the next sentence of the block begins here
 *     "x"                 the mark x: ":" "," "(" "[" …
 *
 * Between two words a hyphen, quotation marks and characters without width are looked through; other marks are not,
 * unless written.
 */
export interface PhraseDefinition {
  /** The caller's name for it; matches carry it back. */
  readonly key: string
  readonly text: string
}

/** Entries are phrases of words only: alternatives, options, `~`, `*`, `=` and `<other lexicon>` alone; no gaps. */
export interface LexiconDefinition {
  readonly name: string
  readonly entries: readonly string[]
}

/** Finds spans that words alone cannot name (statistics, doses, dates): offsets in the reading's text. Pure. */
export interface Annotator {
  readonly name: string
  readonly find: (reading: Reading) => readonly Span[]
}

/** `start` and `end` are offsets of what is underlined; `from` and `to` the tokens of the whole match. */
export interface PhraseMatch extends Span {
  readonly key: string
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly sentence: number
}

import type {Span} from '../language/span.js'

/**
 * The phrase notation: what a rule's author writes to name wording, without regular expressions, matched in time
 * linear in the text whatever is written.
 *
 *     cure                the word, in any case; `don't` and `side-effects` are split as text is
 *     ~cure               every inflection: cure, cures, cured, curing; `~side-effect` inflects its last word
 *     cure*               every word that begins so (two letters or more)
 *     =MS                 exactly these letters, case and all
 *     #                   any number written in digits
 *     <condition>         an entry of a lexicon, or a span an annotator found; the longest first
 *     (a | b c)           one of these; the first that leads to a match
 *     x?  (x y)?          may be there; taken when it can be
 *     ..3                 up to 3 words in between, as few as needed; never over ; : ? ! or the end of a sentence
 *     [x y]               what is to be underlined; without it, the whole match
 *     !x  !(x | y)        what follows is not x
 *     ^  $                the sentence begins, ends here;  ^^  $$  the block does
 *     /                   the next sentence of the block begins here
 *     "x"                 the mark x: ":" "," "(" "[" …
 *
 * Between two words a hyphen, quotation marks and characters without width are looked through; other marks are not,
 * unless written. A hyphen with a space on either side is a dash, as `—` and `--` are: written "—", it stands for all.
 *
 * Marks that mean nothing in the notation (`,` `%` `:` `&` `+`) need no quotes; a run of one mark (`!!!`) counts as
 * one, and `...` stands for `…` too. `and/or` is a slash between words; `/` with spaces around is the operator.
 *
 * A gap counts words and numbers; it passes commas, brackets, dashes, `%` and the like, at most 2N + 6 tokens in all.
 * It must stand between two things that match: `!(..3 x)` and `^ ..3 x` and `x ..3 $` are fine, `..3 x` is not. Beside
 * an option at the edge it belongs to the option: `x? ..3 y` is `(x ..3)? y`.
 *
 * `^ $ ^^ $$ /` look through the marks at an edge: quotes, brackets, asterisks, bullets, emoji, closing punctuation;
 * not through signs that say something (`%`, `$`, `+`, `=`, `&`, `@`).
 */
export interface PhraseDefinition {
  /** The caller's name for it; matches carry it back. */
  readonly key: string
  readonly text: string
}

/**
 * Entries are phrases of words and marks: alternatives, options, `#`, `~`, `*`, `=` and `<other lexicon>` alone; no
 * gaps, edges, underlines or exclusions. An entry that is `<other>` alone includes that lexicon.
 */
export interface LexiconDefinition {
  readonly name: string
  readonly entries: readonly string[]
}

export type {Annotator} from '../language/annotator.js'

/** `start` and `end` are offsets of what is underlined; `from` and `to` the tokens of the whole match. */
export interface PhraseMatch extends Span {
  readonly key: string
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly sentence: number
}

/** Whose text an error stands in: a phrase by its key, or an entry (from 0) of a lexicon. */
export interface PhraseOrigin {
  readonly key?: string
  readonly lexicon?: string
  readonly entry?: number
}

/** A phrase or an entry is not valid. The message names the nearest valid word when a name is unknown. */
export class PhraseError extends Error implements PhraseOrigin {
  override readonly name = 'PhraseError'
  /** Offset into the text of the phrase or entry. */
  readonly offset: number
  /** Set by the compiler: the phrase. */
  readonly key?: string
  /** Set by the compiler: the lexicon and its entry. */
  readonly lexicon?: string
  readonly entry?: number
  constructor(message: string, offset: number, origin: PhraseOrigin = {}) {
    super(message)
    this.offset = offset
    if (origin.key !== undefined) this.key = origin.key
    if (origin.lexicon !== undefined) this.lexicon = origin.lexicon
    if (origin.entry !== undefined) this.entry = origin.entry
  }
}

import type {GenericSchema, InferOutput} from 'valibot'
import type {Article} from '../article/article.js'
import type {Level} from '../diagnostic.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {Finding} from '../rules/rule.js'
import type {Watch} from './watch.js'

/** Where in a rule's file a value stands: `['phrase', 'match', 2, 'phrases', 0]`. */
export type ValuePath = readonly (string | number)[]

/** What a compiler is given besides its definition. */
export interface CheckContext {
  readonly ruleId: string
  /** The rule's own level, of findings that set none. */
  readonly level: Level
  /** Registers a phrase of the notation; the key asks the matches for it. A mistake in it is reported at `path`. */
  phrase(text: string, path: ValuePath): string
  /** Reports a mistake in the definition that the schema cannot see. Never returns. */
  fail(message: string, path: ValuePath): never
}

export type RuleOptions = Readonly<Record<string, unknown>>

/** A rule ready to run: pure, from article and matches to findings. */
export type RunCheck = (
  article: Article,
  matches: PhraseMatches,
  options: RuleOptions,
  watch?: Watch,
) => Iterable<Finding>

/** A kind of check: the shape of its part of a rule file, and what makes a function of it. */
export interface CheckKind<Schema extends GenericSchema = GenericSchema> {
  readonly schema: Schema
  readonly compile: (definition: InferOutput<Schema>, context: CheckContext) => RunCheck
}

import type {Article} from '../../article/article.js'
import type {PhraseMatch} from '../../phrase/phrase.js'
import type {Finding} from '../../rules/rule.js'
import type {RuleOptions} from '../kind.js'
import type {Watch} from '../watch.js'

/** What a structure check gets besides the article: the rule's options and the matches of its named phrases. */
export interface StructureInput {
  readonly options: RuleOptions
  readonly matchesOf: (name: string) => readonly PhraseMatch[]
  readonly watch?: Watch | undefined
}

export type Structure = (article: Article, input: StructureInput) => Iterable<Finding>

import type {Article} from '../../article/article.js'
import {TokenKind, type Tokens} from '../../language/tokens.js'
import {wordSet} from '../../language/word-set.js'
import type {PhraseMatch} from '../../phrase/phrase.js'
import type {Finding} from '../../rules/rule.js'
import type {Structure} from './structure.js'

/** Most words of a name that are compared. */
const longest = 4

/**
 * A thing defined by itself, as search and replace leaves it: the same words on both sides of a link such as “, a form
 * of” (phrases `link`; `pair` for those that only the names of medicines may not stand around, `twin` for those that
 * only the names of troubles may not, at the end of a clause), and an abbreviation explained by itself.
 *
 *     sprays like lidocaine, a derivative of lidocaine
 *                 ^^^^^^^^^                  ^^^^^^^^^
 */
export const selfDefinition: Structure = (article, {matchesOf}) => [
  ...matchesOf('link').flatMap((match) => around(article, match, () => true)),
  ...pairsIn(article, matchesOf('pair'), matchesOf('name')),
  ...pairsIn(article, matchesOf('twin'), matchesOf('trouble')).filter(({end}) => endsClause(article, end)),
  ...matchesOf('abbreviation').flatMap((match) => repeated(article, match)),
]

const pairsIn = (
  article: Article,
  pairs: readonly PhraseMatch[],
  names: readonly PhraseMatch[],
): readonly Finding[] => {
  const starts = new Set(names.map(({from}) => from))
  return pairs.flatMap((match) => around(article, match, (at) => starts.has(at)))
}

/** “She has asthma and asthma wakes her” goes on. */
const endsClause = ({fullText}: Article, end: number): boolean =>
  /^\s*(?:[.,;:!?)]|$)/u.test(fullText.slice(end, end + 4))

const around = (
  article: Article,
  {from, to}: PhraseMatch,
  isName: (token: number) => boolean,
): readonly Finding[] => {
  const {tokens} = article.reading
  for (let width = longest; width >= 1; width--) {
    const before = from - width
    if (before < 0 || to + width > tokens.count || !isName(to)) continue
    if (!sameWords(tokens, before, to, width) || !isWhole(tokens, to, width)) continue
    if (!beginsName(tokens, before) || isRenamed(tokens, from - 1, to + width - 1)) return []
    return [{start: tokens.starts[before]!, end: tokens.ends[to + width - 1]!}]
  }
  return []
}

const wordOf = (tokens: Tokens, at: number): string =>
  tokens.folded.slice(tokens.starts[at]!, tokens.ends[at]!)

const sameWords = (tokens: Tokens, a: number, b: number, width: number): boolean => {
  let letters = 0
  for (let step = 0; step < width; step++) {
    if (tokens.kinds[b + step] === TokenKind.punctuation) return false
    const word = wordOf(tokens, b + step)
    if (wordOf(tokens, a + step) !== word) return false
    letters += word.length
  }
  return letters >= 4
}

/** Words that may follow a noun without making it part of a longer one. */
const following = wordSet(
  'and or but is are was were has have had can may that which who in on of for to with by from at as made used given taken found called when while it does do will last next each every per after before during once twice daily today sold bought grown kept eaten drunk known seen put took takes makes works helps needs comes',
)

/** Words that may stand before a name without being part of it. */
const preceding = wordSet(
  'a an the this that these those both between some any most many all like as of with in on for to and or but than from by at into about include includes contains contain holds is are was were called uses use takes take gives give gave given avoid avoids try tries tried have has had need needs buy choose eat drink prescribe prescribes prescribed offer offers stop stopped start started get gets got know mean means treat treats treated cause causes caused ease eases prevent prevents relieve relieves help helps fight fights cure cures trigger triggers reduce reduces manage manages see hold sell sells say says said compare compares compared mix mixes combine combines swap swaps swapped switch change',
)

/** “Rheumatoid arthritis is a type of arthritis” says something. */
const beginsName = (tokens: Tokens, at: number): boolean => {
  if (at === 0 || tokens.kinds[at - 1] === TokenKind.punctuation) return !isHyphen(tokens, at - 1)
  const last = wordOf(tokens, at - 1)
  return (
    preceding.has(last) ||
    last.endsWith('ing') ||
    tokens.text.slice(tokens.ends[at - 1]!, tokens.starts[at]!).includes('\n\n')
  )
}

/** “The trial, known as TRIAL”: a name that happens to be a word. */
const isRenamed = (tokens: Tokens, first: number, second: number): boolean =>
  /\p{Ll}/u.test(tokens.text[tokens.starts[first]!] ?? '') &&
  /\p{Lu}/u.test(tokens.text[tokens.starts[second]!] ?? '')

/** “Insulin is a form of insulin resistance” names another thing. */
const isWhole = (tokens: Tokens, start: number, width: number): boolean => {
  const next = start + width
  if (next >= tokens.count || tokens.kinds[next] !== TokenKind.word) return !isHyphen(tokens, next)
  const word = wordOf(tokens, next)
  // A plural, “statins such as statins”, is part of no longer name; a line break between blocks ends the name, too.
  return (
    following.has(word) ||
    /(?:ed|ly)$/.test(word) ||
    /[^su]s$/.test(wordOf(tokens, next - 1)) ||
    tokens.text.slice(tokens.ends[next - 1]!, tokens.starts[next]!).includes('\n\n')
  )
}

const isHyphen = (tokens: Tokens, at: number): boolean =>
  at < tokens.count && wordOf(tokens, at) === '-' && tokens.starts[at] === tokens.ends[at - 1]

/** `PTSD (PTSD)`: the match is the bracket that opens. */
const repeated = (article: Article, {from, to}: PhraseMatch): readonly Finding[] => {
  const {tokens} = article.reading
  if (from < 1 || to + 1 >= tokens.count || wordOf(tokens, to + 1) !== ')') return []
  const inside = tokens.text.slice(tokens.starts[to]!, tokens.ends[to]!)
  const before = tokens.text.slice(tokens.starts[from - 1]!, tokens.ends[from - 1]!)
  if (inside !== before || !/^\p{Lu}[\p{L}\p{N}]*\p{Lu}/u.test(inside)) return []
  return [{start: tokens.starts[from - 1]!, end: tokens.ends[to + 1]!}]
}

import {allMatches} from '../all-matches.js'
import {wordMask} from '../language/word-mask.js'
import type {Span} from './article.js'
import {nameList} from './source-words.js'

const bodies = nameList('bodies')
const nobody = nameList('nobody')
const speech = nameList('speech')
const either = (list: string): string => [...nameList(list)].join('|')
/** The words of a list, at the beginning of a sentence or within it. */
const eitherCase = (list: string): string =>
  [...nameList(list)].map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')
const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** Words whose full stop is no end of a sentence, and initials: “U.S.”. */
const pointed = String.raw`(?:Drs?|Prof|St|Mr|Mrs|Ms|Univ|Inst|Dept|Natl|Assn|Assoc|Co|Gov|Sen|Rep|Gen|No|Int|Inc|Ltd|Corp|Jr|Sr|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ont|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Ph\.D|[A-Z](?:\.[A-Z]){0,3})`
/**
 * A full stop belongs to a name within a word and behind an initial or a title: it goes on over no other. The list is asked
 * where a full stop stands, and not at every capital.
 */
const nameWord = String.raw`[A-Z][\w*&’'-]*(?:\.[\w*&’'-]+)*(?:\.(?<=(?<!\w)${pointed}\.))?`
/** A name: capitalised words, with small words between them: “National Institute of Mental Health”, “STAR*D”. */
const name = `${nameWord}(?: (?:(?:of|for|the|and|on|in|de|van|von) ){0,2}${nameWord}){0,8}`

const speakers =
  'said says explained explains noted notes adds added write writes wrote warns warned cautions cautioned'.split(
    ' ',
  )
const makers = 'reported recognized recognised published compiled collected conducted funded'.split(' ')
const tellers = 'state report say find show suggest warn claimed claims'.split(' ')
const otherWorks = 'team data guideline guidelines'.split(' ')
/** Who speaks for a body that is named before them: “Lund University doctors say”. */
const members =
  'researchers scientists doctors physicians surgeons experts specialists officials investigators'.split(' ')
const titledWorks = 'study survey trial registry project report census network initiative biobank'.split(' ')

/** “Cases reported in the United States” names no journal. */
const place = String.raw`(?:United|U\.|US\b|UK\b|EU\b|New York|California|Florida|Texas|England|Scotland|Wales|Ireland|Europe\b|Africa\b|Asia\b|America\b|(?:North|South|East|West|Latin|Central) (?:America|Africa|Asia|Europe)\b|Canada|Australia\b|India\b|China\b|Japan\b|Germany|France|Italy|Spain|Brazil\b|Mexico|Region)`

/** Capitalised words of a date, months as they are shortened. */
const dateWords =
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Jan\\.?|Feb\\.?|March|April|May|June|July|Aug\\.?|Sept\\.?|Oct\\.?|Nov\\.?|Dec\\.?'
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** A pattern, and words of which every match has one: where a text has none of them, it is not searched. */
interface Cued {
  readonly words: Iterable<string>
  readonly pattern: RegExp
}

const before: readonly Cued[] = [
  // “according to a 2024 review published in The Lancet”
  {
    words: ['according'],
    pattern: new RegExp(String.raw`\b[Aa]ccording to (?:[a-z\d(][\w’'-]* ){0,12}(${name})`, 'g'),
  },
  // “said Jones”, “, says Dr. Jones”, “write lead researcher Ana Jones”
  {
    words: speakers,
    pattern: new RegExp(
      String.raw`\b(?:${speakers.join('|')}) (?:(?:${either('roles')}) ){0,4}(?:Dr\. |Prof\. |the )?(${name})`,
      'g',
    ),
  },
  // “researchers at Yale”
  {
    words: nameList('workers'),
    pattern: new RegExp(
      String.raw`\b(?:${eitherCase('workers')}) (?:at|from|of|in|with|led by|by) (?:the |an? )?(${name})`,
      'g',
    ),
  },
  // “data from the National Health Survey”
  {
    words: [...nameList('datasets'), ...makers],
    pattern: new RegExp(
      String.raw`\b(?:${eitherCase('datasets')}|${makers.join('|')}) (?:from|by|to|of) (?:[a-z]+ ){0,3}(${name})`,
      'g',
    ),
  },
  // “a trial led by Ana Ruiz of Lund University”
  {
    words: ['led'],
    pattern: new RegExp(String.raw`\b[Ll]ed by (?:[a-z]+ ){0,4}(?:Dr\. |Prof\. )?(${name})`, 'g'),
  },
  // “a poll conducted in 2019 for the Eye Institute”
  {
    words: ['conducted', 'commissioned'],
    pattern: new RegExp(String.raw`\b(?:conducted|commissioned) (?:\w+ ){0,6}for (?:the )?(${name})`, 'g'),
  },
  // “, per the CDC”, “(via Gallup)”, “, citing Pew data”
  {
    words: ['per', 'via', 'citing', 'courtesy'],
    pattern: new RegExp(
      `(?:^|[,;(—–] ?|-- ?)(?:[Pp]er|[Vv]ia|[Cc]iting|[Cc]ourtesy of) (?:the |an? )?(${name})`,
      'gm',
    ),
  },
  // “published in the journal Sleep”, “a paper in Nature”
  {
    words: nameList('appearing'),
    pattern: new RegExp(
      String.raw`\b(?:${eitherCase('appearing')}) (?:(?:[a-z]+|${dateWords})(?: \d{1,2})?,? ){0,7}(?:in (?:${months})(?: \d{4})? )?(?:in|at) (?:the |an? )?(?!${place})(?:(?:[\w.]+ ){1,3}issue of (?:the )?)?(?:[Jj]ournals? (?:of )?)?(${name})`,
      'g',
    ),
  },
]

/** In a text without it there is no year. */
export const year = /(?:19|20)\d\d/

/** “…, WHO 2022”, “… — Gallup, 2022”, “… [Gallup, 2022].”, “projected by Deloitte 2022”, at the end */
const nameAndYear = new RegExp(
  String.raw`(?:[,;–—[]|--|\bby|\bper) ?(?:the )?(${name}),? (?:19|20)\d{2}(?=[\])*_"”]{0,3}[.!]?[*_"”]{0,3}\s*$)`,
  'gm',
)

/** “Abella estimates”, “the CDC reports”, “Smith told Shots”. */
const speaking = new RegExp(
  String.raw`(?<![\w*’'.-])(${name})(?: et al\.?| and (?:his |her |their )?(?:colleagues|co-?workers|co-?authors|team))?(?:, [^,.;:\n]{1,90},| \([^)\n]{1,40}\))?,? (?:(?:also|has|have|however|${members.join('|')}|team|study|data|now|recently|previously) ){0,2}(${either('saying')}|point(?:s|ed) out|(?:${tellers.join('|')})(?= that\b))\b`,
  'g',
)
/** “Bo Li of Lund University and his colleagues”, “Okoro and her team”. */
const colleagues = new RegExp(
  String.raw`(?<![\w*’'.-])(${name})(?:, [A-Z][A-Za-z.]{0,8}){0,4},? and (?:his|her|their) (?:colleagues|co-?workers|co-?authors|team)\b`,
  'g',
)
/** “the Framingham Heart Study”, “Smith's team”. */
const work = new RegExp(
  String.raw`(?<![\w*’'.-])(${name})(?:['’]s?)?(?:,? \d{4}| \d{1,4}[A-Za-z]?| \([A-Z][\w-]{1,9}\))? (?:(?:[a-z]+ )?(${either('works')}|${otherWorks.join('|')})\b)`,
  'g',
)
const capitalWork = new RegExp(
  String.raw`(?<![\w*’'.-])((?:[A-Z][\w*’'&-]* ){1,6})(?:${titledWorks.map(capitalised).join('|')})\b`,
  'g',
)
/** “40% of adults (CDC)”; not “the Centers for Disease Control (CDC)”, which says what the letters stand for. */
const bodyInBrackets = new RegExp(
  String.raw`(?<=(?:^|[\s(])[a-z\d][\w%’'-]*[,.]? )\((?:the |[Ss]ee )?(${either('bodies')})(?:,? (?:data|figures|estimates?))?\)|(?<=\w[,.]? )\((?:${either('bodies')})(?:[,;/]| &) ?[A-Z][\w .,;&/-]{0,50}\)`,
  'g',
)
/** Which patterns may match in a run of tokens: a bit for each of `before`, then for those named here. */
export const sourceCues = wordMask([
  ...before.map(({words}) => words),
  [...nameList('saying'), ...tellers, 'points', 'pointed'],
  [...nameList('works'), ...otherWorks],
  titledWorks,
  bodies,
  ['colleagues', 'coworkers', 'workers', 'coauthors', 'authors', 'team'],
])
const cueOf = {
  speaking: before.length,
  work: before.length + 1,
  capitalWork: before.length + 2,
  bodyInBrackets: before.length + 3,
  colleagues: before.length + 4,
} as const

/** “(Centers for Disease Control and Prevention)”: the name of an organisation or a work, without a year. */
const institutionInBrackets = new RegExp(
  String.raw`(?<=[a-z\d%”"’'.,] )\((?:[Ss]ee |the )?(?=[A-Z])(?:[^()\n]{0,60}[ ])?(?:${either('institutions')})\b[^()\n]{0,100}\)`,
  'g',
)
/** “In MR RESCUE, …”: a trial by its letters. */
const letters = /\bIn (?:the )?([A-Z][A-Z*-]+(?:[ -][A-Z\d]+)*),/g

const demonym = /(?:ish|ese|ian|ians|ean|ican|icans|erman|utch|rench|wiss)$/

/** “We've found” names nobody. */
const clitic = /['’](?:s|re|ve|ll|d|m)$/

/** “Employers said”, “Officials noted”, “Science says”: whoever they are. */
const groupOfPeople = /(?:ers|ors|ists|ents|ants|ees|als|ians|ives|ates|men|ies|^Science)$/

/** Whether a run of capitalised words names someone or something, and does not merely begin a sentence. */
const isName = (found: string, startsSentence: boolean): boolean => {
  const words = found.replace(/['’]s?$/, '').split(' ')
  const own = words.filter((word) => {
    const plain = word.replace(clitic, '').replace(/['’.]$/, '')
    return (
      bodies.has(plain) || (/^[A-Z]/.test(word) && !nobody.has(plain.toLowerCase()) && !demonym.test(plain))
    )
  })
  if (own.length === 0) return false
  if (own.length > 1 || bodies.has(own[0]!) || /[A-Z].*[A-Z]/.test(own[0]!)) return true
  return !(startsSentence && words[0] === own[0])
}

const startsSentenceAt = (text: string, at: number): boolean =>
  at === 0 || /(?:[.!?:]["”’)*]?\s+|\n|["“])$/.test(text.slice(Math.max(0, at - 4), at))

/**
 * Sources that a text names without pointing to them: “according to the Eye Institute”, “Abella estimates”, “in the
 * Courage study”, “published in Sleep”. “Researchers say” and “studies show” name nobody.
 *
 * @param cues what `sourceCues` says of the text's tokens
 * @returns spans of `text`, in no order
 */
export const namedSources = (text: string, cues: number): readonly Span[] => {
  const found: Span[] = []
  const matchesOf = (pattern: RegExp, cue: number): Iterable<RegExpExecArray> =>
    (cues & (1 << cue)) === 0 ? [] : allMatches(pattern, text)
  const add = (match: RegExpExecArray): void => {
    found.push({start: match.index, end: match.index + match[0].length})
  }
  for (const [cue, {pattern}] of before.entries()) {
    for (const match of matchesOf(pattern, cue)) {
      if (isName(match[1]!, false)) add(match)
    }
  }
  if (year.test(text))
    for (const match of allMatches(nameAndYear, text)) if (isName(match[1]!, false)) add(match)
  for (const match of matchesOf(speaking, cueOf.speaking)) {
    const starts = startsSentenceAt(text, match.index)
    const single = !match[1]!.includes(' ')
    // “Ketamine showed”, “Smokers reported”: a single word that begins a sentence speaks only if it can be a person.
    if (starts && single && !bodies.has(match[1]!)) {
      const telling = speech.has(match[2]!) || text.startsWith(' that ', match.index + match[0].length)
      const ownName = /[A-Z].*[a-z].*[A-Z]/.test(match[1]!)
      if (
        !(telling || ownName) ||
        nobody.has(match[1]!.toLowerCase().replace(clitic, '')) ||
        groupOfPeople.test(match[1]!)
      )
        continue
      add(match)
    } else if (isName(match[1]!, starts)) add(match)
  }
  for (const match of matchesOf(colleagues, cueOf.colleagues)) {
    if (isName(match[1]!, startsSentenceAt(text, match.index))) add(match)
  }
  for (const match of matchesOf(work, cueOf.work)) {
    const owned = /['’]s$/.test(match[1]!)
    if (isName(match[1]!, !owned && startsSentenceAt(text, match.index))) add(match)
  }
  for (const match of matchesOf(capitalWork, cueOf.capitalWork)) {
    if (isName(match[1]!.trim(), startsSentenceAt(text, match.index))) add(match)
  }
  for (const match of matchesOf(bodyInBrackets, cueOf.bodyInBrackets)) add(match)
  if (text.includes('(')) for (const match of allMatches(institutionInBrackets, text)) add(match)
  if (text.includes('In '))
    for (const match of allMatches(letters, text)) if (isName(match[1]!, false)) add(match)
  return found
}

import type {Article, FrontMatter} from './article.js'

type Language = Article['language']

const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of to in is that for it with as was are be this on or by can you your not have from'.split(
    ' ',
  ),
  de: 'der die und das ist nicht mit den von zu ein eine auf für sich dem des im auch bei oder wird sind'.split(
    ' ',
  ),
  fr: 'le la les et des est une un dans pour que qui pas sur avec par au ce du sont vous ou plus aux'.split(
    ' ',
  ),
  es: 'el la los las y de que en un una es por con para no se del al como su más son lo puede'.split(' '),
  it: 'il la che di e un una per non con è del della sono si dei delle nel le gli come più anche alla'.split(
    ' ',
  ),
  pt: 'o a os as e de que em um uma é por com para não se do da dos das no na mais como são ao'.split(' '),
  nl: 'de het een en van is dat niet te op met voor zijn aan bij ook of als wordt door kan deze'.split(' '),
  sv: 'och att det som en är på för med av inte den till har om ett kan vid eller de från'.split(' '),
  pl: 'i w nie na się jest z do to że jak o po są przez dla oraz lub może od tym'.split(' '),
  tr: 've bir bu için ile da de olarak çok daha gibi olan en kadar ya veya değil her sonra'.split(' '),
  id: 'yang dan di dengan untuk pada dari ini itu adalah tidak dalam atau dapat akan juga ke oleh'.split(' '),
  vi: 'và của là có không các một trong cho được với những này để người khi bị thể như'.split(' '),
}

const languages = Object.keys(stopWords)
const english = languages.indexOf('en')

const languagesOfWord: ReadonlyMap<string, readonly number[]> = languages.reduce((map, tag, index) => {
  for (const word of stopWords[tag]!) map.set(word, [...(map.get(word) ?? []), index])
  return map
}, new Map<string, readonly number[]>())

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['ru', /[\u0400-\u04ff]/g],
]

const knownTags = new Set([
  ...Object.keys(stopWords),
  ...scripts.map(([tag]) => tag),
  'da',
  'fi',
  'nb',
  'no',
  'cs',
  'hu',
  'ro',
])

/** Enough of a text to know its language by. */
const sampled = 3000
/** Enough of a text to know plain English by. */
const glanced = 400

/** The article's language: what front matter says, else the file's name, else what its words say clearly. */
export const languageOf = (path: string | undefined, {fields}: FrontMatter, text: string): Language => {
  const field = fields.find(({name}) => /^(?:lang|language|locale)$/i.test(name))
  if (typeof field?.value === 'string') {
    const tag = /^([a-z]{2,3})(?:[-_]|$)/i.exec(field.value)?.[1]?.toLowerCase()
    if (tag !== undefined) return {tag, from: 'front matter', evidence: `${field.name}: ${field.value}`}
  }
  return fromPath(path) ?? fromWords(text.slice(0, sampled)) ?? {tag: 'en', from: 'default', evidence: ''}
}

const fromPath = (path: string | undefined): Language | undefined => {
  if (path === undefined) return undefined
  const inName = /[._]([a-z]{2})(?:[-_][A-Za-z]{2})?\.\w+$/.exec(path)
  const inFolder = /(?:^|\/)([a-z]{2})(?:-[A-Za-z]{2})?\//.exec(path)
  const found = [inName, inFolder].find((match) => match !== null && knownTags.has(match[1]!))
  // `id` and `no` are folder names of many other things.
  if (found === undefined || found === null || (found === inFolder && /^(?:id|no|it)$/.test(found[1]!)))
    return undefined
  return {tag: found[1]!, from: 'file name', evidence: path}
}

/** Fewer words than this say no language clearly. */
const fewestWords = 12

/** Letters beyond those of Latin scripts. */
const beyondLatin = /[\u0370-\u1dff\u3040-\ud7ff\u2e80-\u303f]/g

const commonInEnglish: ReadonlySet<string> = new Set(stopWords['en'])

/**
 * Nearly every article is English, and shows it at once: a seventh of its first words and more are English stop words,
 * where no other language that we know has a tenth (Dutch comes closest, with “is”, “in”, “was” and “of”).
 */
const isPlainlyEnglish = (beginning: string): boolean => {
  const words = beginning.toLowerCase().match(/[a-z\u00e0-\u1ef9]+/g) ?? []
  let common = 0
  for (const word of words) if (commonInEnglish.has(word)) common++
  return words.length >= 25 && common >= words.length * 0.15
}

const fromWords = (text: string): Language | undefined => {
  if (isPlainlyEnglish(text.slice(0, glanced))) return undefined
  const foreign = text.match(beyondLatin)?.length ?? 0
  if (foreign > 10 && foreign > text.length * 0.2) {
    const found = scripts.find(([, script]) => (text.match(script)?.length ?? 0) > foreign * 0.1)
    return found === undefined ? undefined : {tag: found[0], from: 'stop words', evidence: 'its letters'}
  }
  const words = text.toLowerCase().match(/[a-zà-ỹ]+/g) ?? []
  if (words.length < fewestWords) return undefined
  const counts = languages.map(() => 0)
  for (const word of words) for (const language of languagesOfWord.get(word) ?? []) counts[language]!++
  const best = counts.indexOf(Math.max(...counts))
  const isClear = counts[best]! >= words.length * 0.12 && counts[best]! >= counts[english]! * 3
  if (best === english || !isClear) return undefined
  const met = [...new Set(words.filter((word) => languagesOfWord.get(word)?.includes(best)))]
  // “No salt, no sugar, no tea” is no Spanish.
  if (words.length < 25 && met.length < 4) return undefined
  return {tag: languages[best]!, from: 'stop words', evidence: met.slice(0, 5).join(', ')}
}

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

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['uk', /[іїєґ]/gi],
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

/** The article's language: what front matter says, else the file's name, else what its words say clearly. */
export const languageOf = (path: string | undefined, {fields}: FrontMatter, text: string): Language => {
  const field = fields.find(({name}) => /^(?:lang|language|locale)$/i.test(name))
  if (typeof field?.value === 'string') {
    const tag = /^([a-z]{2,3})(?:[-_]|$)/i.exec(field.value)?.[1]?.toLowerCase()
    if (tag !== undefined) return {tag, from: 'front matter', evidence: `${field.name}: ${field.value}`}
  }
  return fromPath(path) ?? fromWords(text.slice(0, 6000)) ?? {tag: 'en', from: 'default', evidence: ''}
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

const fromWords = (text: string): Language | undefined => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [tag, script] of scripts) {
    const count = text.match(script)?.length ?? 0
    if (count > 10 && count > letters * (tag === 'uk' ? 0.03 : 0.3))
      return {tag, from: 'stop words', evidence: 'its letters'}
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 25) return undefined
  const counts = Object.entries(stopWords).map(([tag, list]) => {
    const set = new Set(list)
    return {tag, found: words.filter((word) => set.has(word))}
  })
  const english = counts[0]!.found.length
  const best = counts.reduce((one, other) => (other.found.length > one.found.length ? other : one))
  if (best.tag === 'en' || best.found.length < words.length * 0.12 || best.found.length < english * 3)
    return undefined
  return {tag: best.tag, from: 'stop words', evidence: [...new Set(best.found)].slice(0, 5).join(', ')}
}

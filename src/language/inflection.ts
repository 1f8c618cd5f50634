import {irregularForms} from './irregular.js'

/**
 * Every English inflection of a base word, whatever part of speech it can be: `cure` → cure, cures, cured, curing;
 * `study` → study, studies, studied, studying; `safe` → safer and safest too, since it is a short adjective.
 * Regular rules and a table of irregulars. Forms that belong to a wholly different word are left out rather than
 * guessed (`beat` gives no `beated`).
 *
 * @param word a base form, in small letters; of a group of words joined by spaces or hyphens the last is inflected
 * @returns the forms, each once, the base form first
 */
export const inflect = (word: string): readonly string[] => {
  const cut = Math.max(word.lastIndexOf(' '), word.lastIndexOf('-')) + 1
  const head = word.slice(0, cut)
  const base = word.slice(cut)
  const irregular = irregularForms.get(base)
  if (irregular !== undefined) return unique([base, ...irregular]).map((form) => head + form)
  if (!/^[a-z]{2,}$/.test(base)) return [word]
  return unique([base, ...regularForms(base)]).map((form) => head + form)
}

const unique = (forms: readonly string[]): readonly string[] => [...new Set(forms)]

const regularForms = (base: string): readonly string[] => [
  withS(base),
  ...stemsBefore('ed', base),
  ...stemsBefore('ing', base),
  ...comparisons(base),
]

const withS = (base: string): string => {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  if (/sis$/.test(base)) return `${base.slice(0, -2)}es`
  return /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`
}

/** The word with `ed` or `ing`: e dropped, y turned, the last letter doubled, or, where spelling varies, both. */
const stemsBefore = (ending: 'ed' | 'ing', base: string): readonly string[] => {
  if (/ie$/.test(base)) return [ending === 'ing' ? `${base.slice(0, -2)}ying` : `${base}d`]
  if (/(?:ee|oe|ye)$/.test(base)) return [ending === 'ing' ? `${base}ing` : `${base}d`]
  if (/e$/.test(base)) return [`${base.slice(0, -1)}${ending}`]
  if (/[^aeiou]y$/.test(base)) return [ending === 'ing' ? `${base}ing` : `${base.slice(0, -1)}ied`]
  if (/c$/.test(base)) return [`${base}k${ending}`]
  const doubled = `${base}${base.at(-1)}${ending}`
  if (doublesAlways(base)) return [doubled]
  return doublesInBritain.test(base) ? [`${base}${ending}`, doubled] : [`${base}${ending}`]
}

/** One syllable that ends in one vowel and one consonant (`stop`), or a stressed last syllable of that form (`prefer`). */
const doublesAlways = (base: string): boolean =>
  /^(?:qu|[^aeiou])*[aeiouy][bdfgklmnprstvz]$/.test(base) || stressedLast.has(base)

const stressedLast = new Set(
  `abet abhor acquit admit allot begin befit commit compel concur confer control defer deter dispel emit enrol equip
  excel expel impel incur infer omit occur patrol permit prefer propel rebel recur refer regret remit repel submit
  transfer transmit handicap program overlap`.split(/\s+/),
)

/** `cancelled` and `canceled`, `worshipped` and `worshiped`: two syllables, the second unstressed. */
const doublesInBritain = /[aeiou][^aeiou]+[aeiou]l$|^(?:worship|kidnap|bias|format)$/

const shortAdjectives = new Set(
  `safe strong weak fast slow cheap light dark high low large small big thin fat old young new great quick hard soft
  mild late early easy happy healthy deadly deep sick short long clean clear close cold cool hot warm wide rich poor
  smart simple gentle pure rare sad tough slim fit fresh heavy risky scary tasty tiny dirty noisy sweet strict
  calm firm broad bright harsh keen kind loose nice plain proud rough sharp smooth steep stiff thick tight tall true wise`.split(
    /\s+/,
  ),
)

const comparisons = (base: string): readonly string[] => {
  if (!shortAdjectives.has(base)) return []
  const stem = stemsBefore('ed', base)[0]!.slice(0, -2)
  return [`${stem}er`, `${stem}est`]
}

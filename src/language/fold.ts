/**
 * Folding makes text comparable without moving a single offset: the result has exactly the length of the input.
 * Letters become lower case; typographic apostrophes, quotes, hyphens and spaces become their plain forms.
 * An em dash stays an em dash, since it ends a clause where a hyphen does not.
 */
const plainForms: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‛': "'",
  '′': "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '﹣': '-',
  '－': '-',
  '―': '—',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': ' ',
  '\u2007': ' ',
  '\u2008': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': ' ',
  '\u205f': ' ',
  '\u3000': ' ',
}

const beyondAscii = /[^\u0000-\u007f]/

/**
 * @param text any string
 * @returns a string of the same length in UTF-16 code units
 */
export const fold = (text: string): string => {
  const lower = text.toLowerCase()
  if (!beyondAscii.test(text)) return lower
  // 'İ' and a few others grow when lowered as part of a string: lower those texts letter by letter.
  const sameLength =
    lower.length === text.length
      ? lower
      : Array.from({length: text.length}, (_, i) => lowerUnit(text[i]!)).join('')
  return sameLength.replace(
    /[\u00a0\u00ab\u00bb\u02bc\u2002-\u200a\u2010-\u2015\u2018-\u201f\u202f\u2032\u2033\u205f\u2212\u3000\ufe63\uff07\uff0d]/g,
    (unit) => plainForms[unit] ?? unit,
  )
}

const lowerUnit = (unit: string): string => {
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

import {decodeNamedCharacterReference} from 'decode-named-character-reference'

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/y

export interface CharacterReference {
  readonly text: string
  /** Its length in the source, from `&` to `;`. */
  readonly length: number
}

/** The character reference that starts at `at`, decoded as CommonMark 0.31 §2.5 says; none when it only looks like one. */
export const characterReferenceAt = (source: string, at: number): CharacterReference | undefined => {
  reference.lastIndex = at
  const match = reference.exec(source)
  if (match === null) return undefined
  const [whole, decimal, hexadecimal, name] = match
  if (name !== undefined) {
    const text = decodeNamedCharacterReference(name)
    return text === false ? undefined : {text, length: whole.length}
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number.parseInt(decimal, 10)
  return {text: characterOf(code), length: whole.length}
}

const characterOf = (code: number): string => {
  const notAllowed =
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 55295 && code < 57344) ||
    (code > 64975 && code < 65008) ||
    (code & 65535) === 65535 ||
    (code & 65535) === 65534 ||
    code > 1114111
  return notAllowed ? '\uFFFD' : String.fromCodePoint(code)
}

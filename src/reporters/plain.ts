/**
 * Article text is other people's text: printed as it is, it could move the cursor, recolour the screen, or turn the
 * reading direction so that a line shows other words than it holds. Such characters are shown instead of obeyed.
 */
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

const shown = (char: string): string => {
  const code = char.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** The text with control characters and direction overrides made visible; line breaks and tabs too. */
export const neutralised = (text: string): string => text.replace(unsafe, shown)

/** The same on one line: every run of white space is a space. For messages and paths. */
export const oneLine = (text: string): string => neutralised(text.replace(/[\s\u0085]+/g, ' ').trim())

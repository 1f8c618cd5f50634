/** Text as two copies of it are compared: in small letters, without marks, one space between words. */
export const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()

/** Words of normalized text. */
export const countWords = (text: string): number => (text === '' ? 0 : text.split(' ').length)

/** Whether a line is written as titles are: of its longer words, most begin with a capital. */
export const isTitleCase = (text: string): boolean => {
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? []
  if (words.length < 2) return false
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return capital / words.length >= 0.7
}

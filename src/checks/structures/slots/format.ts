import type {Article} from '../../../article/article.js'

/** “Date: [Date]”, “Address: [ADDRESS]”: slots that say what their labels say show the format of an answer. */
const echo = /(?:^|\n)\W{0,6}(?<label>[A-Z][A-Za-z'’ ]{2,30}):\W{0,6}\[\k<label>\]/giu
const echoesOfFormat = 2

export const isFormat = ({fullText}: Article): boolean =>
  [...fullText.matchAll(echo)].length >= echoesOfFormat

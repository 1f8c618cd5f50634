/** Stands in an article's text for code, pictures and expressions, so that no word of theirs is read and none beside them is joined. */
export const objectReplacement = '\ufffc'

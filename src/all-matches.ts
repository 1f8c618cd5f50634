const none: readonly never[] = []

/**
 * All matches of a pattern with the flag `g`, as `matchAll` gives them: that makes a new pattern for each text, whose look-up
 * costs more than the search of a paragraph.
 *
 * @param pattern none that matches nothing at all, which would be found for ever
 */
export const allMatches = (pattern: RegExp, text: string): readonly RegExpExecArray[] => {
  pattern.lastIndex = 0
  let found: RegExpExecArray[] | undefined
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (found === undefined) found = [match]
    else found.push(match)
  }
  return found ?? none
}

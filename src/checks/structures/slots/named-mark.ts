/** “Mark the spot with [source needed]”, “no [TODO] may stay”: the mark is named, and not left. */
const marker =
  /^\W*(?:todo|tbd|tk|tbc|fixme|xxx|placeholder|citations?|cite|sources?|refs?|references?|needs?)\b/i
const namesMarker =
  /\b(?:add(?:ing)?|mark(?:s|ed)?|use|treat|write|with|as|no|any|every|like|contain(?:s|ing)?)\s\W{0,3}$/i

/** “Use placeholders like [insert dose]”. */
const namesSlots = /\bplaceholders? (?:text |words? )?(?:like|such as|as)\b[^.!?\n]{0,100}$/i

/** “Replace [INSERT DATE] with …”. */
const replacesIt = /\b(?:replace|swap|substitu[ae]|sustituy[ae]|remplacez|ersetzen? sie)\s\P{L}*$/iu

/** “the [IMAGE: … ] placeholders”. */
const calledSlot = /^ (?:placeholders?|markers?|tags?|slots?)\b/iu

/** Whether the words around a bracket make what is inside it a name of a mark. */
export const isNamedMark = (before: string, inside: string, after: string): boolean =>
  namesSlots.test(before) ||
  replacesIt.test(before) ||
  calledSlot.test(after) ||
  (marker.test(inside) && namesMarker.test(before))

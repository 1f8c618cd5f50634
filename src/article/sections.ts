import type {Block, Section} from './article.js'
import type {DraftHeading} from './draft.js'
import {roleOf} from './role.js'

/** Sections by heading; a section's parent is the nearest one before it with a smaller depth. */
export const sectionsOf = (
  headings: readonly DraftHeading[],
  blocks: readonly Block[],
): readonly Section[] => {
  const members: number[][] = Array.from({length: headings.length + 1}, () => [])
  for (const {index, readable, section} of blocks) {
    const isItsHeading = section > 0 && headings[section - 1]!.block === index
    if (readable && !isItsHeading) members[section]!.push(index)
  }
  const open: Section[] = []
  return members.map((within, index) => {
    const heading = headings[index - 1]
    const depth = heading?.depth ?? 0
    while (open.length > 0 && open[open.length - 1]!.depth >= depth) open.pop()
    const title = heading === undefined ? '' : blocks[heading.block]!.text
    const parent = open[open.length - 1]
    const own = roleOf(
      title,
      within.map((block) => blocks[block]!.text),
    )
    // What stands under “Sources” or “Related posts” is part of it, whatever its own heading says.
    const inherits =
      own === 'body' &&
      parent !== undefined &&
      (parent.role === 'references' || parent.role === 'related' || parent.role === 'faq')
    const section: Section = {
      index,
      heading: heading?.block,
      title,
      depth,
      parent: parent?.index,
      role: inherits ? parent.role : own,
      blocks: within,
    }
    if (heading !== undefined) open.push(section)
    return section
  })
}

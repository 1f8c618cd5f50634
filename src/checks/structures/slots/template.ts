import type {Article} from '../../../article/article.js'
import {rangeOf} from '../../condition.js'
import type {StructureInput} from '../structure.js'
import {isForm} from './form.js'
import {isFormat} from './format.js'
import {isLetter} from './letter.js'
import {isScript} from './script.js'
import type {Slot} from './slot.js'

/** A document with this many empty slots is meant to be filled in by its readers. */
const slotsOfTemplate = 5

/** Whether a document with slots is one for its readers to fill in: it says so in its title, or is built so. */
export const isTemplate = (
  article: Article,
  slots: readonly Slot[],
  fields: number,
  {matchesOf}: StructureInput,
): boolean =>
  isNamedTemplate(article, slots[0]!, matchesOf('template')) ||
  slots.length >= slotsOfTemplate ||
  isLetter(article, fields) ||
  isForm(article, slots) ||
  isFormat(article) ||
  isScript(article, matchesOf('noun slot'), slots) ||
  isIssueTemplate(article) ||
  matchesOf('filling').length > 0

const isNamedTemplate = (
  article: Article,
  slot: Slot,
  names: ReturnType<StructureInput['matchesOf']>,
): boolean => {
  const title = rangeOf(article, slot, slot.block, 'title')
  return title !== undefined && names.some(({start, end}) => start >= title.start && end <= title.end)
}

/** The head of an issue template: its slots are for those who open an issue. */
const isIssueTemplate = ({blocks}: Article): boolean =>
  ['name', 'about'].every((name) => blocks.some(({kind, field}) => kind === 'frontMatter' && field === name))

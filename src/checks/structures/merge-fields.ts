import type {Article, Span} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'

/**
 * Fields that a program was to fill in, told by their syntax alone:
 *
 *     {{clinic_name}}   mail merge: two words or more, or one that names a person or place
 *     {first_name}      the same, where one brace does
 *     %%category%%      variables of search-engine plugins
 *     info@yourclinic.com, your-email@…
 *
 * `{{ page.title }}`, `{{ site_url }}` and shortcodes are how site generators work, and stay.
 */
const field =
  /\{\{\s?(?<merge>[A-Za-z]{2,20}(?:[ _-]?[A-Za-z]{2,20}){0,3})\s?\}\}|(?<!\{)\{(?:first|last|full|patient|clinic|company|doctor|practice|customer|user|business)[_ ]?name\}|(?<!%)%(?:FIRST|LAST|FULL)?_?(?:NAME|EMAIL|CITY|CLINIC|COMPANY)%|%%[A-Za-z][\w -]{1,40}%%|\byour[._-]?(?:name|email|address)@[\w-]{1,40}\.\w{2,4}|\b\w{2,20}@your-?(?:clinic|company|practice|hospital|domain|website|business|site|organi[sz]ation)\.\w{2,4}/giu

const ofGenerators = /^(?:page|site|post|base|current|config|book|doc|build|this|content|theme|layout|nav)/i
const ofPeople =
  /^(?:(?:first|last|full)?[ _-]?name|city|state|town|clinic|company|practice|doctor|patient|phone|keyword|location)$|[a-z][ _-]?(?:name|phone|number|email|address|city|clinic|company|date|link|url|location|keyword|price|title)$|^(?:your|insert|add|enter)[ _-]/i

/** Merge fields in the words of readers and in front matter. */
export const mergeFields = (article: Article): readonly Span[] => {
  if (!/\{\{|name\}|%[A-Z%]|@your|your[\w.-]{0,10}@/iu.test(article.fullText)) return []
  const found: Span[] = []
  for (const {0: words, index, groups} of article.fullText.matchAll(field)) {
    const block = blockAt(article.blocks, index)
    if (block === undefined || !(block.readable || block.kind === 'frontMatter')) continue
    const name = groups?.['merge']
    if (name !== undefined && (ofGenerators.test(name) || !ofPeople.test(name))) continue
    const span = {start: index, end: index + words.length}
    if (span.end <= block.end && !article.assertionOf(span).includes('quoted')) found.push(span)
  }
  return found
}

/** `<Your Name>`, `<insert link>`: read as tags of HTML, so no reader sees them, but no tag begins so. */
const angled =
  /\\?<(?:your|insert|enter|add|type)[ _-][A-Za-z][^<>=@"'\n]{0,60}>|<\/?(?:think|thinking|thought|antThinking|antArtifact|scratchpad)>/giu

/** Slots and frames of models in angle brackets, which only the source has. */
export const angledSlots = (article: Article): readonly Finding[] => {
  const {source, kind, blocks} = article
  if (kind === 'mdx' || !source.includes('<')) return []
  const found: Finding[] = []
  for (const {0: words, index} of source.matchAll(angled)) {
    const end = index + words.length
    const hidden = blocks.some(
      (block) =>
        (block.kind === 'code' || block.kind === 'linkTarget') &&
        block.source.start <= index &&
        end <= block.source.end,
    )
    if (hidden) continue
    const ofModel = /^<\/?(?:th|ant|scr)/i.test(words)
    found.push({
      in: 'source',
      start: index,
      end,
      level: ofModel ? 'error' : 'warning',
      message: ofModel
        ? '“{match}” is a mark that a chat program left behind; take it out.'
        : '“{match}” is an empty slot; fill it or take it out.',
    })
  }
  return found
}

import type {Block} from '../../article/article.js'
import {deletionOf} from '../deletion.js'
import type {Structure} from './structure.js'

/** Longest bar, in code units. */
const longest = 240

const network =
  '(?:facebook|twitter|x|linkedin|pinterest|whatsapp|instagram|youtube|reddit|telegram|tiktok|threads|bluesky|mastodon|e-?mail)'

/** What stands on a button, and on nothing else. */
const button = new RegExp(
  `^(?:share(?: this| article)?|tweet|pin(?: it)?|copy link|subscribe|sign (?:in|up)|log ?in|menu|sitemap|(?:post|leave a) comment|privacy policy|terms of (?:use|service)|cookie (?:policy|settings|preferences)|(?:show|read|load|see) (?:more|less)|view all|\\d+ (?:comments?|shares?|likes|views)|no comments|comments? \\(\\d+\\)|(?:related|popular|recent|previous|next|older|newer) (?:posts?|articles?)|(?:reading time:? )?\\d+ min(?:ute)?s?(?: read)?|(?:share|follow(?: us)?|like(?: us)?) (?:on|via) ${network}|was this (?:page|article|information|content) (?:helpful|useful)\\??)$`,
  'iu',
)

/** What stands on a button as well as in a text. */
const label = new RegExp(
  `^(?:${network}|like|print|save|listen|download|follow|register|search|home|contact(?: us)?|about(?: us)?|privacy|terms|cookies|accessibility|advertise|help|faqs?|next|previous|prev|back|older|newer|more|reply|report|comments?|yes|no|name|website|submit)$`,
  'iu',
)

const kinds = new Set<Block['kind']>(['paragraph', 'heading', 'listItem', 'quote'])

/** A row of buttons: “Share on X · Copy link”, “Print | Listen | 4 min read”; a path through a site: “Home > Skin > Warts”. */
export const chromeBar: Structure = (article) =>
  article.blocks.flatMap((block) => {
    if (!kinds.has(block.kind) || block.text.length > longest || !/[|·•\n/>›»]/u.test(block.text)) return []
    if (!isBar(block.text) && !/^Home\s*[>›»]\s*\S/u.test(block.text)) return []
    const fix = deletionOf(article, block)
    return [
      {
        start: block.start,
        end: block.end,
        ...(fix === undefined ? {} : {suggestions: [{message: 'Take the line out', edits: [fix]}]}),
      },
    ]
  })

/** Lines are parts, or words that were wrapped between two dividers. */
const isBar = (text: string): boolean =>
  [/[|·•\n/>›»]/u, /[|·•/>›»]/u].some((divider) => {
    const parts = text.split(divider).flatMap(
      (part) =>
        part
          .replace(/\*\s*$/u, '')
          .replace(/\s+/gu, ' ')
          .trim() || [],
    )
    return (
      parts.length > 1 &&
      parts.some((part) => button.test(part)) &&
      parts.every((part) => button.test(part) || label.test(part))
    )
  })

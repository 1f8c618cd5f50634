import type {Article, Span} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'

/**
 * Marks that a program writes for itself and that no author types. Each alternative begins with a character or word of
 * its own and every repetition is bounded, so that one pass over the text is linear.
 */
const token = new RegExp(
  [
    // Citations of chat programs: `:contentReference[oaicite:3]{index=3}`, `[oai_citation:1‡who.int]`.
    String.raw`(?::{0,2}contentReference)?\[oaicite:\s?\d{1,4}\](?:\{index=\d{1,4}\})?`,
    String.raw`\[?oai_citation:\d{1,4}(?:[†‡][^\]\n]{0,80})?\]?`,
    String.raw`【(?:oaicite:)?\d{1,4}[^】\n]{0,80}】`,
    String.raw`【[^】†{\n]{0,20}(?:†|source)[^】\n]{0,60}】`,
    String.raw`\[(?:source: )?\d{1,3}(?::\d{1,3})?†[^\]\n]{0,80}\]`,
    String.raw`\[\^\d{1,3}\^\]`,
    // Frames of a conversation, and of a merge that was not resolved.
    String.raw`<\|[a-z_]{2,20}\|>|\[\/?INST\]|<\/?think(?:ing)?>`,
    String.raw`<{7} [A-Za-z]\S{0,80}(?: \S{1,40}){0,6}`,
    // Private-use characters that frame a citation, whole or left over.
    String.raw`\ue200[^\ue200\ue201\n]{0,120}\ue201?|[\ue201-\ue206]`,
    String.raw`(?:file)?(?:cite)?turn\d{1,3}(?:search|view|news|image|file|fetch|academia|forecast|finance|product|reddit|youtube)\d{1,3}`,
    String.raw`\[cite_(?:start|end)\]|\[cite:\s?\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,20}\]`,
    String.raw`\[(?:web|file|attached_file|memory|conversation_history|citation|source):\s?\d{1,3}(?:, \d{1,3}){0,9}\]`,
    String.raw`https:\/\/(?:files\.oaiusercontent|oaidalleapiprodscus|ppl-ai-file-upload|user-gen-media-assets)\.[^\s)\]"]{0,200}`,
    '<grok[:-][a-z_-]{0,40}|grok_render_[a-z_]{0,40}',
    String.raw`image_group\{"[^}]{0,200}\}?|\bentity\["[a-z_]{2,30}","[^\n\]]{0,120}\]`,
    // The name of the next speaker, glued to the end of an answer.
    String.raw`(?<=[^\s\p{L}\p{N}_/@#([{<-])assistant(?=[ \t]*(?:\n|$))`,
    String.raw`sandbox:\/mnt\/data\/[^\s)\]]{0,100}`,
  ].join('|'),
  'gu',
)

/**
 * What every token has some of. Searching for these few letters is many times faster than trying all alternatives, and twice
 * as fast again without the `u` flag, which they do not need.
 */
const tokenSigns =
  /oai|【|†|\[(?:\^|cit|web:|file:|source:|attached|memory|conv)|oaiuser|oaidalle|ppl-ai|user-gen-media|<\||INST\]|think(?:ing)?>|<{7}|grok|sandbox:\/|[^\sa-zA-Z]assistant|image_group|entity\[|[\ue200-\ue206]|turn\d/

/** Addresses that hold the place of others. */
const emptyAddress = new RegExp(
  [
    String.raw`\b(?:via\.placeholder\.com|placehold\.(?:it|co)\/|placeholder(?:[-_](?:image|photo|logo))?\.(?:png|jpe?g|svg|webp))`,
    String.raw`\b(?:your|insert|add)[-_][a-z]{2,15}(?:[-_][a-z]{2,15})?[-_]here`,
    String.raw`\b(?:github|linkedin|twitter|x|instagram|facebook)\.com\/(?:in\/)?your[-_]?(?:user[-_]?)?(?:name|handle|profile|org|company)\b`,
    String.raw`\bpath[-_/]to[-_/]your[-_/][\w-]{2,60}`,
    String.raw`INSERT[_-](?:URL|LINK)|#TODO\b(?!:)`,
    // `link-to-your-screenshot`, `path/to/image.png`
    String.raw`\b(?:[Ll]ink[-_]to|path[-_/]to)[-_/](?:your[-_/])?(?:[a-z]{2,15}[-_]){0,3}(?:screenshots?|images?|photos?|pictures?|logo|video|demo|diagram)\b`,
  ].join('|'),
  'gu',
)

const addressSigns = /placehold|[-_]here|INSERT|#TODO|\.com\/(?:in\/)?your|ink[-_/]to|path[-_/]to/

const tracked =
  /[?&]utm_source=(?:chatgpt|openai|perplexity|copilot|claude|gemini|grok|deepseek|bard)(?:\.[a-z]{2,4})?/giu

const trackedSign = /utm_source=/iu

/** Keys of a research agent, seen from their end: `(lee2021sleepqualityin pages 3-5)`. */
const agentPages = /pages?\s{1,2}\d{1,4}(?:[-–]\d{1,4})?\)?/gu
const agentKey = /\(?\b[A-Za-z][a-z]{1,30}(?:19|20)\d\d[A-Za-z]{6,60}\s{1,2}$/u
const longestKey = 100

const agentKeys = (article: Article): readonly Span[] =>
  !article.fullText.includes('page')
    ? []
    : spansOf(article, agentPages).flatMap(({start, end}) => {
        const before = agentKey.exec(article.fullText.slice(Math.max(0, start - longestKey), start))
        return before === null ? [] : [{start: start - before[0].length, end}]
      })

/** Tokens of chat programs and agents in words, link targets, front matter and comments; code is left alone. */
export const vendorTokens = (article: Article): readonly Finding[] => [
  ...[...(tokenSigns.test(article.fullText) ? spansOf(article, token) : []), ...agentKeys(article)].map(
    ({start, end}): Finding => ({
      start,
      end,
      message: article.fullText.startsWith('<'.repeat(7), start)
        ? '“{match}” begins a merge that was not resolved; keep one side of it, and take its marks out.'
        : '“{match}” is a mark that a chat program left behind; take it out.',
    }),
  ),
  ...(addressSigns.test(article.fullText) ? spansOf(article, emptyAddress) : [])
    .filter(({start}) => isAddress(blockAt(article.blocks, start)?.kind))
    .map(
      ({start, end}): Finding => ({
        start,
        end,
        message: '“{match}” holds the place of an address; put the real one in.',
      }),
    ),
  ...(trackedSign.test(article.fullText) ? spansOf(article, tracked) : []).map(
    ({start, end}): Finding => ({
      start,
      end,
      message:
        '“{match}” says that the link was copied from a chat program; take it out, and check the link.',
    }),
  ),
]

const isAddress = (kind: string | undefined): boolean => kind === 'linkTarget' || kind === 'frontMatter'

/** “Do not add citations like 【1†source】”: the mark is named, and not left. */
const naming = /\b(?:like|such as|format|pattern|e\.g\.,?)\W{0,3}$/iu

/** “Marks such as oaicite and contentReference”: names without their syntax are talk about marks. */
const talked = /\b(?:oaicite|contentReference|oai_citation)\b(?![[{:])/u

const spansOf = (article: Article, pattern: RegExp): readonly Span[] => {
  const found: Span[] = []
  for (const {0: words, index} of article.fullText.matchAll(pattern)) {
    const span = {start: index, end: index + words.length}
    const block = blockAt(article.blocks, index)
    if (block === undefined || block.kind === 'code' || block.end < span.end) continue
    if (block.readable && article.assertionOf(span).includes('quoted')) continue
    if (block.readable && naming.test(article.fullText.slice(Math.max(block.start, index - 20), index)))
      continue
    if (block.readable && talked.test(article.fullText.slice(block.start, block.end))) continue
    found.push(span)
  }
  return found
}

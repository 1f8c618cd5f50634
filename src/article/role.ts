import type {SectionRole} from './article.js'

/** Heading words that tell what a section is for; the first that fits counts. */
const roles: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'faq',
    /\bfaqs?\b|frequently asked|common questions|questions? (?:and|&) answers?|^q ?(?:&|and) ?a\b|your questions/i,
  ],
  [
    'references',
    /^(?:(?:article |external |key |selected |cited |our |medical |scientific |further )*(?:sources?|references?|citations?|bibliograph(?:y|ies)|works cited|literature|footnotes|endnotes))(?: (?:and|&|\/) (?:sources?|references?|citations?|further reading|links|resources|notes|reading))?(?: (?:list|cited|used|consulted))?$/i,
  ],
  ['references', /^(?:external )?links (?:and|&) (?:sources?|references?)$/i],
  [
    'disclaimer',
    /disclaimer|disclosure|^important (?:notice|information|safety information)$|not medical advice|^medical (?:notice|advice)$|^legal(?: notice)?$/i,
  ],
  [
    'author',
    /^(?:about|meet|written by|medically reviewed by|reviewed by) (?:the |our )?(?:authors?|writers?|reviewers?|experts?|contributors?)\b|^(?:author|authors|contributors|reviewers?|author bio(?:graphy)?)$/i,
  ],
  [
    'related',
    /^(?:related|recommended|popular|recent|more|similar|latest)\b.*\b(?:articles?|posts?|reads?|reading|stories|topics|content|links|pages|guides|resources)$|^(?:related|see also|read (?:more|next)|further reading|you (?:may|might) (?:also )?(?:like|be interested).*|more (?:from|on|about)\b.*|up next|what to read next|external links|learn more|resources|more information|useful links)$/i,
  ],
  [
    'summary',
    /^(?:summary|key (?:points|takeaways|facts|findings)|(?:main )?takeaways?|(?:the )?bottom line|at a glance|in (?:short|brief|summary)|tl;?dr|highlights|overview|quick facts|conclusions?|final thoughts|(?:the )?takeaway)$/i,
  ],
]

/**
 * What a section is for, by the words of its heading, else by what stands in it.
 *
 * @param blocks texts of its readable blocks
 */
export const roleOf = (title: string, blocks: readonly string[]): SectionRole => {
  // “5. References:” is headed by one word.
  const words = title.replace(/^[\s\d.)#*–-]+|[\s:.*]+$/g, '')
  const role =
    words === '' ? undefined : roles.find(([, pattern]) => words.length < 80 && pattern.test(words))
  if (role !== undefined) return role[0]
  let questions = 0
  for (const text of blocks)
    if (text.charCodeAt(0) === 0x51 && /^Q(?:uestion)?\s*\d*\s*[:.)]/.test(text)) questions++
  return questions >= 2 ? 'faq' : 'body'
}

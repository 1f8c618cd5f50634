import type {Block} from '../article.js'
import {most, unwrapped} from './framed.js'

const beware =
  /\b(?:beware|wary|watch (?:out )?for|look out for|warning signs?|red flags?|steer clear|suspicious|sceptical|skeptical|scams?|scammers|quacks?|quackery|fraud|fraudsters?|false claims|misleading claims|myths|misconceptions|untrue|not true|(?:do not|don['’]t|never|avoid|stop|instead of) (?:(?:these|such|the|any|all) )?(?:trust|believe|fall for|buy|say|write|use|products|sellers|sites|ads|anything|anyone|phrases|words|wording|claims|saying|writing|using|promises)\w*|(?:phrases|claims|promises|statements|slogans) (?:such as|like))\b/i
const others =
  /\b(?:say|says|claim|claims|insist|insists|believe|believes|argue|argues|allege|alleges|heard|hear|told|read)(?: (?:that|things like|such things as|it|they|the \w+)){0,2}\W*:\W*$/i
const sellers = /\b(?:our|my)\b/i
const speakers = /\b(?:we|i|us|our|my|can|will)\b/i

/** Whether a line leads in what others say, or what to beware of. */
export const introducesOthers = ({text}: Block): boolean => {
  const end = unwrapped(text.slice(-most))
  const last = end.slice(Math.max(0, end.lastIndexOf('. ')))
  return (
    (/:\W*$/.test(last) && beware.test(last) && !sellers.test(last)) ||
    (others.test(last) && !speakers.test(last))
  )
}

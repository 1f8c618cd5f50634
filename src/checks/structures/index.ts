import {chromeBar} from './chrome-bar.js'
import {citedStatistics} from './cited-statistics.js'
import {coveredLanguage} from './covered-language.js'
import {draftingResidue} from './drafting-residue.js'
import {duplicateBlocks} from './duplicate-blocks.js'
import {emptyByline} from './empty-byline.js'
import {emptySourcesSection} from './empty-sources.js'
import {problemsOf} from './problem.js'
import {listedReferences, matchingReferences, wellFormedIdentifiers} from './references.js'
import {relatedWidget} from './related-widget.js'
import {selfDefinition} from './self-definition.js'
import {seoLeftovers} from './seo-leftovers.js'
import type {Structure} from './structure.js'
import {vagueResearch} from './vague-research.js'

/** Structure checks by the name that a rule file gives. */
export const structures: Readonly<Record<string, Structure>> = {
  'mdx-syntax': problemsOf('mdx-syntax'),
  'front-matter-syntax': problemsOf('front-matter-syntax'),
  'cited-statistics': citedStatistics,
  'covered-language': coveredLanguage,
  'listed-references': listedReferences,
  'matching-references': matchingReferences,
  'well-formed-identifiers': wellFormedIdentifiers,
  'vague-research': vagueResearch,
  'drafting-residue': draftingResidue,
  'duplicate-blocks': duplicateBlocks,
  'empty-byline': emptyByline,
  'empty-sources-section': emptySourcesSection,
  'chrome-bar': chromeBar,
  'related-widget': relatedWidget,
  'self-definition': selfDefinition,
  'seo-leftovers': seoLeftovers,
  'too-deep': problemsOf('too-deep'),
  // Of a text that is too long no article is built: see `lint.ts`.
  'too-long': () => [],
  // What is wrong with a comment shows only once the other rules have run: see `suppress.ts`.
  suppressions: () => [],
}

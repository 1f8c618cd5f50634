import {coveredLanguage} from './covered-language.js'
import {draftingResidue} from './drafting-residue.js'
import {problemsOf} from './problem.js'
import type {Structure} from './structure.js'

/** Structure checks by the name that a rule file gives. */
export const structures: Readonly<Record<string, Structure>> = {
  'mdx-syntax': problemsOf('mdx-syntax'),
  'front-matter-syntax': problemsOf('front-matter-syntax'),
  'covered-language': coveredLanguage,
  'drafting-residue': draftingResidue,
  'too-deep': problemsOf('too-deep'),
  // What is wrong with a comment shows only once the other rules have run: see `suppress.ts`.
  suppressions: () => [],
}

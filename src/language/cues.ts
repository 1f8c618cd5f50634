import attribution from '../../rules/lexicons/cues/attribution.yaml'
import boundaries from '../../rules/lexicons/cues/boundaries.yaml'
import clinical from '../../rules/lexicons/cues/clinical.yaml'
import negation from '../../rules/lexicons/cues/negation.yaml'
import uncertainty from '../../rules/lexicons/cues/uncertainty.yaml'
import {type AssertionReader, createAssertionReader} from './assertion.js'
import type {ClauseBoundaries, CueGroup, WrittenCueGroup} from './cue-definition.js'

/**
 * The cues that ship with the linter: `rules/lexicons/cues`. A test reads every file with the schema of
 * `cue-definition.ts`, so what was built is trusted here: reading it so at every start took 10 ms.
 */
export const cueGroups: readonly CueGroup[] = [negation, clinical, uncertainty, attribution]
  .flatMap((file) => file as readonly WrittenCueGroup[])
  .map((group) => ({
    ...group,
    softens: group.softens ?? 'statement',
    ends: group.ends ?? [],
    pseudo: group.pseudo ?? [],
  }))

export const assertionReader: AssertionReader = createAssertionReader(
  cueGroups,
  boundaries as ClauseBoundaries,
)

import attribution from '../../rules/lexicons/cues/attribution.yaml'
import boundaries from '../../rules/lexicons/cues/boundaries.yaml'
import clinical from '../../rules/lexicons/cues/clinical.yaml'
import negation from '../../rules/lexicons/cues/negation.yaml'
import uncertainty from '../../rules/lexicons/cues/uncertainty.yaml'
import {type AssertionReader, createAssertionReader} from './assertion.js'
import {type CueGroup, parseBoundaries, parseCueGroups} from './cue-definition.js'

/** The cues that ship with the linter: `rules/lexicons/cues`. */
export const cueGroups: readonly CueGroup[] = [negation, clinical, uncertainty, attribution].flatMap(
  parseCueGroups,
)

export const assertionReader: AssertionReader = createAssertionReader(cueGroups, parseBoundaries(boundaries))

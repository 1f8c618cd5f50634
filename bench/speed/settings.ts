import {rules} from '../../src/rules/builtin.js'
import type {Settings} from '../../src/rules/settings.js'

/** A preset by name; `all` is the whole catalogue, each rule at its own level. */
export const settingsFor = (preset: string): Settings =>
  preset === 'all'
    ? {rules: Object.fromEntries(rules.map(({id, level}) => [id, level]))}
    : {extends: [preset]}

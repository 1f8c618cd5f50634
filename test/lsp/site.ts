import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'

const cures = `summary: No remedy cures.
why: A reader who believes in a cure may stop looking for care that helps.
level: error
sources: [ftc-health-2022]
url: https://example.org/no-cures
message: "“{match}” promises a cure."
phrase:
  match: [cures]
  replace: {cures: [may help with, may ease]}
examples:
  - fail: Ginger [|cures|] colds.
  - pass: Ginger is a root.
`

const notes = `summary: No writer’s notes.
why: A note to the editor is not for readers.
level: warning
sources: []
message: "“{match}” is a note to the editor."
phrase:
  match: [note to the editor]
  fix: delete-block
examples:
  - fail: "[|Note to the editor|]"
  - pass: The editor sleeps.
`

/** A site whose own pack underlines “cures” (with better words) and deletes paragraphs that are a “note to the editor”. */
export const siteFiles: Readonly<Record<string, string>> = {
  'healthlint.config.yaml': `packs: [./house]
rules:
  no-cures: error
  no-notes: warning
  valid-suppression: warning
`,
  'house/claims/no-cures.yaml': cures,
  'house/claims/no-notes.yaml': notes,
}

/** A folder with these files in it, gone when the test is over. */
export const siteWith = (files: Readonly<Record<string, string>> = siteFiles): string => {
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-lsp-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}

export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/** A configuration in JavaScript with one rule, whose check is the text of a function. */
export const siteWithRule = (check: string): Readonly<Record<string, string>> => ({
  'house/claims/no-cures.yaml': cures,
  'healthlint.config.mjs': `export default {
  packs: ['./house'],
  rules: {'no-cures': 'error'},
  plugins: [{
    id: 'house-rule', topic: 'house', summary: 'A rule of the house.', why: 'It is so.', level: 'warning',
    sources: [], examples: [], options: {}, message: '{match}', languages: 'any', url: 'https://example.org/house-rule',
    check: ${check},
  }],
}
`,
})

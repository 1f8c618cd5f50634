import {expect, it} from 'vitest'
import {createLinter} from '../../src/index.js'

it('a merge that was not resolved is told as one, and not laid to a chat program', () => {
  const text = 'Rest the knee.\n<<<<<<< HEAD\nWalk a little.\n=======\nWalk a lot.\n>>>>>>> other\n'
  const {diagnostics} = createLinter({rules: {'no-drafting-residue': 'error'}}).lint(text)
  expect(diagnostics.map(({message}) => message)).toEqual([
    '“<<<<<<< HEAD” begins a merge that was not resolved; keep one side of it, and take its marks out.',
  ])
})

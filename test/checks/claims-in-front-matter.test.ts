import {describe, expect, it} from 'vitest'
import {createLinter} from '../../src/index.js'

const linter = createLinter({rules: {'no-absolute-efficacy': 'error', 'no-absolute-safety': 'error'}})

/** The words that are underlined, in order. */
const underlined = (text: string): readonly string[] =>
  linter.lint(text, {path: 'a.md'}).diagnostics.map(({start, end}) => text.slice(start.offset, end.offset))

describe('a promise in front matter', () => {
  it('is found in the title and the description, over the lines of a block scalar', () => {
    const text = [
      '---',
      'title: "Mud baths cure psoriasis"',
      'description: >-',
      '  A patch that gets rid of',
      '  back pain for good.',
      '---',
      '',
      'Read on.',
    ].join('\n')
    expect(underlined(text)).toEqual(['cure psoriasis', 'gets rid of\n  back pain for good'])
  })

  it('is not looked for in fields that no reader sees', () => {
    expect(underlined('---\nslug: tea-cures-gout\nkeywords: tea cures gout\n---\n\nRead on.')).toEqual([])
  })
})

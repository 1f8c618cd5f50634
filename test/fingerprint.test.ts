import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {fingerprint} from '../src/fingerprint.js'

const parts = (occurrence: number) =>
  ({
    ruleId: 'no-lamps',
    sentence: 'Salt lamps – naïve 🍵!',
    headings: ['Über “Lamps”', '2024'],
    occurrence,
  }) as const

test('is half a SHA-256 of rule, sentence, headings and number, however many were made before', () => {
  for (let occurrence = 0; occurrence < 300; occurrence++) {
    const text = `no-lamps\nsalt lamps naïve\nüber lamps\n2024\n${occurrence}`
    const hash = createHash('sha256').update(text).digest('hex')
    expect(fingerprint(parts(occurrence))).toBe(hash.slice(0, 32))
  }
})

test('does not change with case, marks and spaces', () => {
  const other = {...parts(0), sentence: ' salt  LAMPS: “naïve”', headings: ['über lamps', '2024.']}
  expect(fingerprint(other)).toBe(fingerprint(parts(0)))
})

import fc from 'fast-check'
import stringWidth from 'string-width'
import {describe, expect, it} from 'vitest'
import {codeFrame} from '../../src/reporters/code-frame.js'
import {pointAt} from './diagnostics.js'

const frameOn = (source: string, words: string, width = 60): string => {
  const start = source.indexOf(words)
  const span = {start, end: start + words.length, line: pointAt(source, start).line}
  return codeFrame(source, span, width)
    .map(
      ({number, before, marked, after, mark}) =>
        `${number ?? ' '} ${before}${marked}${after}\n${mark && `  ${mark}`}`,
    )
    .join('\n')
}

describe('a code frame', () => {
  it('underlines exactly the words', () => {
    expect(frameOn('# Tea\n\nThis tea cures diabetes.\n', 'cures diabetes')).toBe(
      ['3 This tea cures diabetes.', '           ^^^^^^^^^^^^^^'].join('\n'),
    )
  })

  it('aligns under wide letters, emoji, accents written apart and tabs', () => {
    expect(frameOn('漢字 👩‍👩‍👧 cafe\u0301\tcures all', 'cures')).toBe(
      ['1 漢字 👩‍👩‍👧 cafe\u0301    cures all', '                  ^^^^^'].join('\n'),
    )
    expect(frameOn('It cures 糖尿病 now', 'cures 糖尿病')).toBe(
      ['1 It cures 糖尿病 now', '     ^^^^^^^^^^^^'].join('\n'),
    )
  })

  it('cuts a long line around the words, between words', () => {
    const line = `${'before words '.repeat(20)}it cures diabetes at once${' words after'.repeat(20)}`
    expect(frameOn(line, 'cures diabetes')).toBe(
      [
        '1 …before words it cures diabetes at once words after words…',
        '                   ^^^^^^^^^^^^^^',
      ].join('\n'),
    )
  })

  it('gives room that one side does not need to the other', () => {
    const line = `Tea cures${' words after'.repeat(20)}`
    expect(frameOn(line, 'cures', 40).split('\n')[0]).toBe('1 Tea cures words after words after words…')
  })

  it('shows the beginning of words that are wider than the line', () => {
    expect(frameOn('a very long claim that does not fit', 'very long claim that does not fit', 20)).toBe(
      ['1 very long claim tha…', '  ^^^^^^^^^^^^^^^^^^^'].join('\n'),
    )
  })

  it('shows the first and the last line of words over several', () => {
    expect(frameOn('Before (Note: one\r\ntwo\r\nthree.) After', '(Note: one\r\ntwo\r\nthree.)')).toBe(
      ['1 Before (Note: one', '         ^^^^^^^^^^', '  ⋮', '', '3 three.) After', '  ^^^^^^^'].join('\n'),
    )
  })

  it('shows no ellipsis between neighbouring lines, and no line for a line break at the end', () => {
    expect(frameOn('(one\ntwo)\n\nafter', '(one\ntwo)\n\n')).toBe(
      ['1 (one', '  ^^^^', '2 two)', '  ^^^^'].join('\n'),
    )
  })

  it('does not underline the indentation and quote marks of a line that goes on', () => {
    expect(frameOn('> Our completely\n>   safe tea', 'completely\n>   safe')).toBe(
      ['1 > Our completely', '        ^^^^^^^^^^', '2 >   safe tea', '      ^^^^'].join('\n'),
    )
  })

  it('marks a place between characters with one caret', () => {
    expect(codeFrame('Tea', {start: 0, end: 0, line: 1}, 40)).toEqual([
      {number: 1, before: '', marked: '', after: 'Tea', mark: '^'},
    ])
    expect(codeFrame('', {start: 0, end: 0, line: 1}, 40)[0]).toMatchObject({marked: '', mark: '^'})
  })

  it('shows control characters and direction overrides instead of obeying them', () => {
    expect(frameOn('a \u001b[2J\u202e cures', 'cures')).toBe(
      ['1 a ␛[2J<U+202E> cures', '                 ^^^^^'].join('\n'),
    )
  })

  it('never is wider than asked for, and never longer to make than the neighbourhood of the words', () => {
    const pieces = fc.array(
      fc.constantFrom('tea ', '漢', '👩‍👩‍👧', 'é', '\t', '\n', '\r\n', '\u001b', '\ud83d', 'x'.repeat(50)),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), fc.integer({min: 20, max: 90}), (parts, a, b, width) => {
        const source = parts.join('')
        const start = source === '' ? 0 : a % source.length
        const end = start + (b % (source.length - start + 1))
        for (const line of codeFrame(source, {start, end, line: 1}, width)) {
          const text = line.before + line.marked + line.after
          expect(stringWidth(text)).toBeLessThanOrEqual(width)
          expect(text).not.toMatch(/[\u0000-\u001f]/)
          if (line.number === undefined) continue
          expect(stringWidth(line.before)).toBe(line.mark.length - line.mark.trimStart().length)
        }
      }),
    )
  })
})

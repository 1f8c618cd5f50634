import {describe, expect, it} from 'vitest'
import {describePhrase, phraseFinder} from '../../src/phrase/explain.js'
import {readingOf} from './found.js'

describe('a phrase is explained', () => {
  it('by its parts, in words', () => {
    expect(describePhrase('^ (~cure | rid of)? ..1 [<condition>] !rate* # =MS / "!" $$').split('\n')).toEqual(
      [
        'the sentence begins',
        'perhaps',
        '  one of',
        '    any form of “cure”',
        '    all of',
        '      “rid”',
        '      “of”',
        'up to 1 word',
        'underlined',
        '  an entry of <condition>',
        'not followed by',
        '  any word that begins with “rate”',
        'a number',
        'exactly “MS”',
        'the next sentence begins',
        '“!”',
        'the block ends',
      ],
    )
  })
  it('by what it finds alone', () => {
    const {find} = phraseFinder('a [<l>]', {lexicons: [{name: 'l', entries: ['b']}]})
    expect(find(readingOf('a b'))).toEqual([{key: 'a [<l>]', start: 2, end: 3, from: 0, to: 2, sentence: 0}])
  })
})

import {describe, expect, it} from 'vitest'
import {found} from './found.js'

const lexicons = [
  {
    name: 'condition',
    entries: [
      'asthma',
      'gout',
      '~migraine',
      'type (1 | 2) diabetes',
      'diabet*',
      '=MS',
      'heart (disease | failure)',
    ],
  },
  {name: 'drug', entries: ['aspirin', 'GLP-1 (drug | drugs)?']},
  {name: 'anything', entries: ['<condition>', '<drug> therapy', 'side-effects']},
]

describe('a word', () => {
  it('matches in any case, as a whole word', () => {
    expect(found('cure', 'A Cure, a CURE, no cures and no secure lock')).toEqual(['Cure', 'CURE'])
  })
  it('is split as text is, whichever apostrophe is written', () => {
    expect(found("don't stop", "Don’t stop. I don't stop; do not stop.")).toEqual([
      'Don’t stop',
      "don't stop",
    ])
  })
  it('can be an ending alone', () => {
    expect(found("patient 's choice", 'The patient’s choice')).toEqual(['patient’s choice'])
    expect(found("patient's choice", "The patient's choice")).toEqual(["patient's choice"])
    expect(found("'s choice", "The patient's choice")).toEqual(["'s choice"])
  })
  it('may be wrapped onto the next line, hyphenated or put in quotation marks', () => {
    expect(found('side effects', 'side\neffects, side-effects, side - effects, “side” effects')).toEqual([
      'side\neffects',
      'side-effects',
      'side” effects',
    ])
    expect(found('side-effects', 'side effects')).toEqual(['side effects'])
  })
  it('is not seen through a comma, a bracket, a dash or inline code', () => {
    expect(
      found('side effects', 'side, effects; side (effects) — side — effects side \ufffc effects'),
    ).toEqual([])
  })
  it('is seen with soft hyphens and zero-width characters inside', () => {
    expect(found('treatment', 'a treat\u00adment and a treat\u200bment')).toEqual([
      'treat\u00adment',
      'treat\u200bment',
    ])
  })
  it('does not reach over the end of a sentence or block', () => {
    expect(found('this works', 'We do this. Works well.\n\nDo this\n\nworks')).toEqual([])
  })
})

describe('~word', () => {
  it('matches every inflection', () => {
    expect(found('~cure', 'cure cures cured curing curable')).toEqual(['cure', 'cures', 'cured', 'curing'])
  })
  it('inflects the last word of a hyphenated one', () => {
    expect(found('~side-effect', 'a side effect, side-effects')).toEqual(['side effect', 'side-effects'])
  })
})

describe('word*', () => {
  it('matches every word that begins so', () => {
    expect(found('immun*', 'Immunity and immunisation, not autoimmune immu')).toEqual([
      'Immunity',
      'immunisation',
    ])
  })
  it('is found when the word is known, too, and when a shorter beginning is', () => {
    expect(found('(immunity b | imm* c | immunit* d)', 'immunity b immunity c immunity d')).toHaveLength(3)
  })
})

describe('=Exact', () => {
  it('matches these letters alone', () => {
    expect(found('=MS', 'MS, ms and Ms')).toEqual(['MS'])
    expect(found('=GLP-1', 'GLP-1 and glp-1')).toEqual(['GLP-1'])
  })
})

describe('#', () => {
  it('matches a number in digits', () => {
    expect(found('# (mg | %)', '5 mg, 1,000.5mg, five mg, 20%')).toEqual(['5 mg', '1,000.5mg', '20%'])
  })
  it('leaves numbers that are written out to words', () => {
    expect(found('988', 'Call 988 or 98')).toEqual(['988'])
  })
})

describe('<name>', () => {
  it('matches an entry of a lexicon, the longest that lets the rest match', () => {
    expect(
      found('cures <condition>', 'cures type 2 diabetes, cures heart failure, cures diabetics', {lexicons}),
    ).toEqual(['cures type 2 diabetes', 'cures heart failure', 'cures diabetics'])
    expect(found('<drug> drug', 'a GLP-1 drug', {lexicons})).toEqual(['GLP-1 drug'])
  })
  it('takes inflections, beginnings and exact spellings from the entries', () => {
    expect(found('<condition>', 'migraines, diabetes, MS, ms', {lexicons})).toEqual([
      'migraines',
      'diabetes',
      'MS',
    ])
  })
  it('holds the lexicons that its entries name', () => {
    expect(found('<anything>', 'gout, aspirin, aspirin therapy, side effects', {lexicons})).toEqual([
      'gout',
      'aspirin therapy',
      'side effects',
    ])
  })
  it('matches what an annotator found', () => {
    const annotators = [{name: 'dose', find: () => [{start: 5, end: 9}]}]
    expect(found('take <dose> daily', 'take 5 mg daily, take 6 mg daily', {annotators})).toEqual([
      'take 5 mg daily',
    ])
  })
})

describe('( | ) and ?', () => {
  it('takes the first alternative that leads to a match', () => {
    expect(found('(a | a b) c', 'a b c, a c')).toEqual(['a b c', 'a c'])
    expect(found('(a | a b)', 'a b')).toEqual(['a'])
  })
  it('takes an option when it can', () => {
    expect(found('very? (good | bad)?  news', 'very good news, bad news, news, very news')).toEqual([
      'very good news',
      'bad news',
      'news',
      'very news',
    ])
  })
  it('gives an option back when the rest needs its words', () => {
    expect(found('a? a b', 'a b')).toEqual(['a b'])
  })
  it('goes on behind a match', () => {
    expect(found('a b? a', 'a a a b a')).toEqual(['a a', 'a b a'])
  })
})

describe('..N', () => {
  it('passes as few words as needed, and no more than N', () => {
    expect(found('cures ..2 gout', 'cures gout, cures any gout gout, cures all kinds of gout')).toEqual([
      'cures gout',
      'cures any gout',
    ])
  })
  it('passes commas, brackets, quotation marks, dashes and per cent signs, which are no words', () => {
    expect(found('cures ..2 gout', 'cures (yes), “all” — % gout')).toEqual(['cures (yes), “all” — % gout'])
  })
  it('counts inline code as a word', () => {
    expect(found('cures ..1 gout', 'cures \ufffc gout, cures \ufffc \ufffc gout')).toEqual([
      'cures \ufffc gout',
    ])
  })
  it.each([';', ':', '.', '? Yes'])('stops at %s', (mark) => {
    expect(found('cures ..3 gout', `It cures${mark} gout`)).toEqual([])
  })
  it('belongs to the option beside it at the edge of a phrase', () => {
    expect(found('tea? ..2 cures', 'tea always cures, so what cures')).toEqual(['tea always cures', 'cures'])
    expect(found('cures ..2 gout?', 'cures your gout; cures all')).toEqual(['cures your gout', 'cures'])
  })
  it('may stand between a word and the edge of a sentence', () => {
    expect(found('^ ..2 cure', '“Well, a cure. There it is a cure')).toEqual(['Well, a cure'])
    expect(found('cure ..1 $', 'A cure here. A cure is here.')).toEqual(['cure here'])
  })
})

describe('[ ]', () => {
  it('bounds what is underlined', () => {
    expect(found('no [~cure for] <condition>', 'no cure for gout', {lexicons})).toEqual(['cure for'])
  })
  it('may stand in one of several alternatives', () => {
    expect(found('(a [b] | c d)', 'a b, c d')).toEqual(['b', 'c d'])
  })
})

describe('!', () => {
  it('excludes what follows', () => {
    expect(found('cure !rate', 'cure, cure rate, cure rates, cure')).toEqual(['cure', 'cure', 'cure'])
    expect(found('cure !(~rate | for all)', 'cure rates, cure for all, cure for some')).toEqual(['cure'])
  })
  it('can look over a gap', () => {
    expect(found('cures !(..2 placebo)', 'cures like a placebo, cures')).toEqual(['cures'])
  })
})

describe('^ $ ^^ $$', () => {
  it('are the edges of sentences, seen through the marks there', () => {
    expect(found('^ as an AI', 'As an AI. “As an AI, so as an AI” said')).toEqual(['As an AI', 'As an AI'])
    expect(found('cure $', 'A cure is a cure!” It is a “cure”.')).toEqual(['cure', 'cure'])
  })
  it('are the edges of blocks, seen through bullets, emoji and asterisks', () => {
    expect(found('^^ sure', '**Sure**, yes. Sure\n\n• Sure\n\n✅ sure')).toEqual(['Sure', 'Sure', 'sure'])
    expect(found('hope this helps $$', 'Hope this helps. Hope this helps! 😊')).toEqual(['Hope this helps'])
  })
  it('do not look through a sign that says something', () => {
    expect(found('^ of people', '% of people')).toEqual([])
  })
})

describe('/', () => {
  it('goes over into the next sentence of the block', () => {
    expect(found('sorry / [I cannot]', 'I am sorry. “I cannot say.” Sorry I cannot.')).toEqual(['I cannot'])
    expect(found('sorry / I', 'Sorry.\n\nI am')).toEqual([])
  })
  it('can be followed by a mark', () => {
    expect(found('here / "("', 'It is here. (Or there.)')).toEqual(['here. ('])
  })
  it('is a mark between two words', () => {
    expect(found('and/or', 'this and/or that')).toEqual(['and/or'])
  })
})

describe('"x"', () => {
  it('is a mark, one for a run of it', () => {
    expect(found('note ":"', 'Note: a note')).toEqual(['Note:'])
    expect(found('really "!"', 'Really!!!')).toEqual(['Really!!!'])
    expect(found('"[" insert', 'Dr. [insert name]')).toEqual(['[insert'])
  })
  it('stands for a dash and an ellipsis in each spelling', () => {
    expect(found('a "—" b', 'a — b, a—b, a -- b, a – b, a-b')).toEqual(['a — b', 'a—b', 'a -- b', 'a – b'])
    expect(found('wait "..."', 'Wait… and wait...')).toEqual(['Wait…', 'wait...'])
  })
})

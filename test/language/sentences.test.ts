import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {read, readBlock} from '../../src/language/read.js'

/** The sentences of one block, each as written from its first token to its last. */
const sentencesOf = (text: string): string[] => {
  const {tokens, sentenceStarts} = readBlock(text)
  return Array.from(sentenceStarts.subarray(0, -1), (from, index) =>
    text.slice(tokens.starts[from], tokens.ends[sentenceStarts[index + 1]! - 1]),
  )
}

/** `¦` stands where a sentence must end, and nowhere else may one. */
const golden: Readonly<Record<string, readonly string[]>> = {
  'at plain stops': [
    'Sleep matters.¦ So does food.',
    'Does it help?¦ Nobody knows.',
    'What a night!¦ She slept for nine hours.',
    'Really?!¦ Yes, really.',
    'No stop at the end',
    'One.¦ Two.¦ Three.',
    'The dose was 5 mg.¦ Half of them took it.',
    'It rose in 2019.¦ Then it fell.',
    'They tested the WHO.¦ The result was clear.',
    'She takes it daily.¦ it keeps her calm.',
    'Levels fell overnight.¦ mRNA vaccines came later.',
    'He likes yoga.¦ 5 others do not.',
  ],
  'not in abbreviations of titles and names': [
    'Ask Dr. Osei about the dose.',
    'We met Prof. Lind and Mrs. Okafor.',
    'Drs. Ames and Bell agreed.¦ Nobody else did.',
    'The team of J. Brandt and M. K. Osei found it.',
    'R. Lopez wrote it.¦ J. Kim checked it.',
    'Born as Ann L. Meyer, she became a nurse.',
    'St. John’s wort is a herb.¦ It has side effects.',
    'The clinic on Oak St. is open.',
    'Bayer Inc. and Novo Ltd. sell it.',
    'It is sold by Acme Inc. The price is high.'.replace('Inc. The', 'Inc.¦ The'),
    'Martin Luther King Jr. Hospital is full.',
  ],
  'not in short forms': [
    'Fruit, e.g. apples, is cheap.',
    'Fruit, e.g., apples, is cheap.',
    'Painkillers, i.e. Paracetamol or ibuprofen, are common.',
    'It compares yoga vs. Pilates in adults.',
    'Drink approx. 2 litres a day.',
    'Smith et al. found no change.',
    'Smith et al. (2019) found no change.',
    'This was shown by Brandt et al.¦ The dose was low.',
    'See Fig. 2 and Figs. S1 and S2 for details.',
    'See Table 3 on p. 12 and pp. 14–16.',
    'He ate a fig.¦ Then he slept.',
    'It is the No. 1 cause of death.',
    'Is it safe?¦ No.¦ It is not.',
    'Rest, ice, etc. are advised.',
    'Bring towels, etc.¦ Parking is free.',
    'Take 10 mg i.v. every hour.',
    'Give it i.v.¦ Patients should rest.',
    'It was given b.i.d. for a week.',
    'On Jan. 5 the trial began.',
    'It ran from Sept. to Dec. 2021.',
    'Walk for 30 min. every day.',
    'The cf. note is old.',
    'Use max. 3 tablets a day.',
  ],
  'at dotted capitals only when what follows opens a sentence': [
    'The U.S. Congress passed it.',
    'It is legal in the U.S. The drug is cheap.'.replace('U.S. The', 'U.S.¦ The'),
    'Ask a Ph.D. student.',
    'She holds an M.D. and a Ph.D. in biology.',
    'Call at 9 a.m. on weekdays.',
    'Call at 9 a.m. Monday or Tuesday.',
    'We open at 9 a.m.¦ Patients may wait inside.',
    'The shop in Washington D.C. sells it.',
    'Patients in the U.K. waited longer.',
  ],
  'not in numbers, statistics and citations': [
    'It fell by 3.5 points, or 0.5%.',
    'The change was large (p < 0.05).¦ Others saw none.',
    'The difference was clear, p < 0.05.¦ Others saw none.',
    'A mean of 1,000.5 was found.',
    'It lowers pain [1].¦ It is cheap [2, 3].',
    'It lowers pain.[1]¦ It is cheap.',
    'It lowers pain. [1, 4]¦ It is cheap.',
    'It lowers pain.12¦ It is cheap.',
    'It lowers pain.² ³¦ It is cheap.'.replace('² ³', '²³'),
    'It lowers pain.3,4¦ It is cheap.',
    'The version 2.0.1 is out.',
    '1. Take the tablet with water.',
    '2. Rest.¦ Then eat.',
    'There were 12.¦ Nobody else came.',
  ],
  'after closing quotes and brackets': [
    '“It works.”¦ She was sure.',
    '"It works."¦ She was sure.',
    'He said “it works.”¦ She said no.',
    '(See the box below.)¦ Then call.',
    'It works (see below).¦ Then call.',
    'It works. (See also the box.)¦ Then call.'.replace('works. (', 'works.¦ ('),
    '“Will it hurt?” she asked.',
    '“Will it hurt?” Maria Lopez asked.',
    '“Will it hurt?” Dr. Osei asks.',
    '“Will it hurt?”¦ Many people fear pain.',
    '“It hurts!” he cried.¦ Nobody came.',
    'A cure (really?) was sold.',
    'The so-called cure (!) was sold.',
    'She asked “Why me?” and left.',
    'He whispered ‘Stop.’¦ They did.',
    '*It works.*¦ So they say.',
    'Buy now!)¦ Or not.',
    'It works.¦ “Not for me,” he said.',
    'It works.¦ "Not for me," he said.',
  ],
  'at ellipses only before a capital': [
    'Well … it depends.',
    'Well... it depends.',
    'And then nothing…¦ The pain was gone.',
    'And then nothing...¦ The pain was gone.',
    'The cure […] was sold.',
    'It “… Was never tested” at all.',
  ],
  'where a space is missing': [
    'What is Depression?Have you had it?'.replace('?H', '?¦H'),
    'It got better.The next day it came back.'.replace('.T', '.¦T'),
    'It hurts!Call a doctor.'.replace('!C', '!¦C'),
    'Was it 2019?Yes.'.replace('?Y', '?¦Y'),
    'She said “stop.”Then she left.'.replace('”T', '”¦T'),
    'Ask us.I am here.'.replace('.I', '.¦I'),
  ],
  'not in addresses and names with points': [
    'Visit www.Example.org for more.',
    'Visit example.com.¦ It is free.',
    'Go to https://example.org/Page.Html?Id=3&Next=4 now.',
    'Healthy.Com sells it.',
    'Write to jane.Doe@example.org soon.',
    'Built with Node.js and care.',
  ],
  'at letters that label and not at initials': [
    'Take vitamin C.¦ Patients who smoke need more.',
    'It protects against hepatitis B.¦ Vaccines are free.',
    'Some need plan B.¦ Few say so.',
    'So do I.¦ We agree.',
    'It is called vitamin D.¦ It is made in skin.',
  ],
  'never at line breaks alone': [
    'It was\nMonday again.',
    'It was over.\nThey slept.'.replace('\n', '¦\n'),
    'Dr.\nOsei came.',
    'Take this\n2. with food',
  ],
  'never at colons, semicolons and dashes': [
    'Rest: It helps.',
    'Rest; Then walk.',
    'Rest — Then walk.',
    'It ended. , said nobody.',
  ],
}

describe('sentences end', () => {
  for (const [title, cases] of Object.entries(golden))
    describe(title, () => {
      it.each(cases)('%s', (marked) => {
        const expected = marked.split('¦').map((sentence) => sentence.trim())
        expect(sentencesOf(marked.replaceAll('¦', ''))).toEqual(expected)
      })
    })

  it('has a golden set of at least 80 texts', () => {
    expect(Object.values(golden).flat().length).toBeGreaterThanOrEqual(80)
  })

  it('at the end of every block, stop or none', () => {
    const text = 'A heading\n\nA paragraph. Two of them'
    const reading = read(text, [
      {start: 0, end: 9},
      {start: 11, end: text.length},
    ])
    expect([...reading.blockStarts]).toEqual([0, 2, 8])
    expect([...reading.sentenceStarts]).toEqual([0, 2, 5, 8])
  })

  it('nowhere in an empty block, which repeats the start of the next', () => {
    const reading = read('one\n\n\n\ntwo', [
      {start: 0, end: 3},
      {start: 5, end: 5},
      {start: 7, end: 10},
    ])
    expect([...reading.blockStarts]).toEqual([0, 1, 1, 2])
    expect([...reading.sentenceStarts]).toEqual([0, 1, 2])
  })
})

describe('any text', () => {
  const pieces = [
    '.',
    '?',
    '!',
    '…',
    '"',
    '”',
    '“',
    ')',
    '(',
    '[1]',
    ' ',
    '\n',
    'a',
    'B',
    'U.S',
    'Dr',
    '12',
    'The',
    ',',
  ]
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
    fc.string({unit: 'binary'}),
  )

  it('has ascending sentence starts, from the first token to the count', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const {tokens, sentenceStarts} = readBlock(text)
        const starts = [...sentenceStarts]
        expect(starts.at(-1)).toBe(tokens.count)
        if (tokens.count > 0) expect(starts[0]).toBe(0)
        for (let index = 1; index < starts.length; index++)
          expect(starts[index]!).toBeGreaterThan(starts[index - 1]!)
      }),
    )
  })

  it('has the same sentences with every space a line break', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const wrapped = text.replaceAll(' ', '\n')
        expect([...readBlock(wrapped).sentenceStarts]).toEqual([...readBlock(text).sentenceStarts])
      }),
    )
  })
})

import {describe, expect, test} from 'vitest'
import {ConfigError, createLinter, defineConfig, defineRule, lint, RuleError, rules} from '../src/index.js'

const tea = 'This tea is 100% safe for everyone.'

describe('createLinter', () => {
  test('runs `recommended` when nothing is said', () => {
    expect(createLinter().rules.map(({id}) => id)).toEqual(
      createLinter({extends: ['recommended']}).rules.map(({id}) => id),
    )
  })
  test('runs the rules of `rules` alone when it extends nothing', () => {
    expect(
      createLinter({rules: {'no-absolute-safety': 'warning'}}).rules.map(({id, level}) => ({id, level})),
    ).toEqual([{id: 'no-absolute-safety', level: 'warning'}])
  })
  test('rules that are only switched off change what is recommended', () => {
    const linter = createLinter({rules: {'no-absolute-safety': 'off'}})
    expect(linter.rules).toHaveLength(createLinter().rules.length - 1)
  })
  test('changes and switches off what it extends', () => {
    const linter = createLinter({
      extends: ['recommended'],
      rules: {'no-absolute-safety': 'off', 'valid-mdx': 'error'},
    })
    expect(linter.rules.find(({id}) => id === 'no-absolute-safety')).toBeUndefined()
    expect(linter.rules.find(({id}) => id === 'valid-mdx')?.level).toBe('error')
  })
  test.each([
    [
      {rules: {'no-absolute-safty': 'error'}},
      'there is no rule “no-absolute-safty”; did you mean “no-absolute-safety”?',
    ],
    [
      {rules: {'no-absolute-safety': 'eror'}},
      'the level must be off, info, warning or error, not "eror"; did you mean “error”?',
    ],
    [{extends: ['recomended']}, 'there is no preset “recomended”; did you mean “recommended”?'],
    [{rule: {}}, 'there is no setting “rule”; did you mean “rules”?'],
    [{rules: {'no-absolute-safety': ['error', {quoets: 1}]}}, 'has no option “quoets”'],
    [{rules: {'no-absolute-safety': 'warn'}}, 'not "warn"; did you mean “warning”?'],
    [{rules: {'no-absolute-safety': ['error', {}, {}]}}, 'options are an object, as in ["error", {…}]'],
    [{extends: 'recommended'}, '`extends`: expected a list such as ["recommended"], not "recommended"'],
    [{plugins: [{}]}, '`plugins`: expected a rule made with `defineRule`'],
    [{packs: ['./mine']}, '`packs`: expected a pack, as `await loadPack("folder")`'],
    [{packs: [Promise.resolve()]}, 'not a promise of one, which is to be awaited'],
    [{parser: 'marked'}, '`parser`: expected ("native" | "remark"), not "marked"'],
    [{options: {'no-absolute-safety': 3}}, '`options`: expected options such as'],
    [null, 'settings are an object such as {extends: ["recommended"]}, not null'],
  ])('says what is wrong with %j', (settings, message) => {
    expect(() => createLinter(settings as never)).toThrow(ConfigError)
    expect(() => createLinter(settings as never)).toThrow(message)
  })
})

describe('what is linted', () => {
  test.each([
    [[null], 'the article’s text must be a string, not null'],
    [[new Uint8Array(1)], 'not bytes: decode them'],
    [[Promise.resolve('')], 'not a promise: await it'],
    [['', 'a.md'], 'what comes behind the text is an object such as {path: "article.md"}, not string'],
    [['', {filename: 'a.md'}], 'there is no input “filename”; did you mean “path”?'],
    [['', {extends: ['strict']}], 'there is no input “extends”: write {settings: {extends: …}}'],
    [['', {today: '1.2.2026'}], '`today` must be a date such as 2026-03-31, not "1.2.2026"'],
  ])('is told apart from %j', (given, message) => {
    expect(() => lint(...(given as [string]))).toThrow(ConfigError)
    expect(() => lint(...(given as [string]))).toThrow(message)
  })

  test('can be followed, with the same care', () => {
    const linter = createLinter()
    expect(() => linter.follow('text' as never)).toThrow('what comes behind the text')
    expect(() => linter.follow({})(undefined as never)).toThrow('must be a string, not undefined')
  })
})

/** What a rule in code is called, where only its check matters. */
const head = {id: 'no-x', topic: 't', summary: 's', why: 'w', level: 'error'} as const

describe('what a rule in code gives', () => {
  const run = (check: unknown) =>
    createLinter({plugins: [defineRule({...head, check: check as () => []})]}).lint('Tea.')

  test.each([
    ['a promise', async () => [], 'not a promise of them: a check is synchronous'],
    ['an asynchronous generator', async function* () {}, 'not a promise of them: a check is synchronous'],
    ['one finding alone', () => ({start: 0, end: 1}), 'not one object'],
    ['nothing', () => undefined, 'must give a list of findings, or yield them, not undefined'],
    ['offsets in words', () => [{start: '0', end: 1}], '`start` and `end`, which are whole numbers'],
    ['a level that is none', () => [{start: 0, end: 1, level: 'fatal'}], 'not “fatal”'],
    [
      'a fix that is no list',
      () => [{start: 0, end: 1, fix: 'x'}],
      '`fix` of a finding is a list, not string',
    ],
    [
      'a suggestion in words alone',
      () => [{start: 0, end: 1, suggestions: ['y']}],
      'rule no-x failed: a suggestion is {message, edits: [{start, end, text}]}; for words of advice there is `instead`',
    ],
    [
      'advice that is no text',
      () => [{start: 0, end: 1, instead: [1]}],
      '`instead` is a list of texts, not of number',
    ],
    [
      'a fix of nothing',
      () => [{start: 0, end: 1, fix: [null]}],
      '`fix` is a list of edits {start, end, text}, not of null',
    ],
    [
      'a fix in another form',
      () => [{start: 0, end: 1, fix: [{start: 0, end: 1, newText: 'a'}]}],
      'rule no-x failed: an edit in `fix` is {start, end, text}: `text` is what stands there afterwards, not undefined',
    ],
    [
      'a fix outside the text',
      () => [{start: 0, end: 1, fix: [{start: 0, end: 99, text: ''}]}],
      'rule no-x failed: `fix` has `start` and `end` within the article’s text (0–4), not 0–99',
    ],
    [
      'an edit without a place',
      () => [{start: 0, end: 1, suggestions: [{message: 'x', edits: [{text: 'y', in: 'source'}]}]}],
      '`edits` has `start` and `end` within the source (0–4), not undefined–undefined',
    ],
    [
      'a related place without words',
      () => [{start: 0, end: 1, related: [{start: 0, end: 1}]}],
      '{start, end, message}',
    ],
  ])('is looked at: %s fails aloud', (_name, check, message) => {
    expect(() => run(check)).toThrow(RuleError)
    expect(() => run(check)).toThrow(message)
  })

  test('is not asked of a rule with a part that there is not', () => {
    expect(() => defineRule({...head, check: () => [], mesage: 'x'} as never)).toThrow(
      'rule “no-x” has no part “mesage”; did you mean “message”?',
    )
  })
})

describe('one place', () => {
  const found = (rule: string, text: string, path = 'a.md') =>
    createLinter({rules: {[rule]: 'error'}})
      .lint(text, {path})
      .diagnostics.map(({level, actual}) => [level, actual])

  test('is told once by one rule: an address and the target of its link', () => {
    const url = 'https://y.org/?a=1&utm_source=chatgpt.com'
    for (const text of [`See ${url} for more.`, `See <${url}> for more.`])
      expect(found('no-drafting-residue', text)).toHaveLength(1)
  })

  test('is told as the worse of two', () => {
    const text = 'Order now.\n\n[INSERT CTA HERE]\n\nTODO: add sources\n'
    const places = found('no-drafting-residue', text)
    expect(new Set(places.map(([, words]) => words)).size).toBe(places.length)
    expect(places).toContainEqual(['error', '[INSERT CTA HERE]'])
  })

  test('may be told of in several ways by a rule in code', () => {
    const rule = defineRule({
      ...head,
      check: () => ['a', 'b', 'b'].map((message) => ({start: 0, end: 3, message})),
    })
    const {diagnostics} = createLinter({plugins: [rule], rules: {'no-x': 'error'}}).lint('Tea.')
    expect(diagnostics.map(({message}) => message)).toEqual(['a', 'b'])
  })

  test('with code in it is quoted as it is written', () => {
    const rule = defineRule({
      ...head,
      message: '“{match}”',
      check: ({text}) => [
        {start: 0, end: text.length},
        {start: 0, end: 3, message: `in “${text}”`},
      ],
    })
    const {diagnostics} = createLinter({plugins: [rule], rules: {'no-x': 'error'}}).lint('Add `a|b` here.')
    expect(diagnostics.map(({message}) => message).sort()).toEqual(['in “Add … here.”', '“Add `a|b` here.”'])
  })
})

describe('a diagnostic', () => {
  const linter = createLinter({rules: {'no-absolute-safety': 'error'}})

  test('is plain data, safe for JSON, with every field of the contract', () => {
    const {diagnostics} = linter.lint(`# Tea\n\n${tea}`, {path: 'tea.md'})
    expect(JSON.parse(JSON.stringify(diagnostics))).toEqual(diagnostics)
    expect(diagnostics).toEqual([
      {
        ruleId: 'no-absolute-safety',
        level: 'error',
        message: expect.stringContaining('100% safe'),
        note: rules.find(({id}) => id === 'no-absolute-safety')!.why,
        url: expect.stringMatching(/no-absolute-safety$/),
        path: 'tea.md',
        start: {line: 3, column: 13, offset: 19},
        end: {line: 3, column: expect.any(Number), offset: expect.any(Number)},
        actual: expect.stringMatching(/^100% safe/),
        sentence: tea,
        expected: expect.any(Array),
        suggestions: expect.any(Array),
        related: [],
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ])
  })
  test('keeps its fingerprint when the text around it changes, and its paragraph is wrapped or set off', () => {
    const fingerprint = (text: string) => linter.lint(text).diagnostics[0]!.fingerprint
    const first = fingerprint(`# Tea\n\n${tea}`)
    expect(fingerprint(`# Tea\n\nA new opening.\n\nThis *tea* is\n100% safe for everyone.\n`)).toBe(first)
    expect(fingerprint(`\ufeff# Tea\r\n\r\n${tea}`)).toBe(first)
    expect(fingerprint(`# Coffee\n\n${tea}`)).not.toBe(first)
  })
  test('has a fingerprint of its own when the same sentence stands twice', () => {
    const {diagnostics} = linter.lint(`${tea}\n\n${tea}`)
    expect(new Set(diagnostics.map(({fingerprint}) => fingerprint)).size).toBe(2)
  })
  test('counts in UTF-16 code units, after a byte-order mark, emoji and CRLF', () => {
    const [found] = linter.lint(`\ufeffNaïve 🍵 tea:\r\n\r\nIt is 100% safe.`).diagnostics
    expect(found?.start).toEqual({line: 3, column: 7, offset: 24})
  })
})

describe('a rule in code', () => {
  const base = {topic: 'test', summary: 'x.', why: 'y.', level: 'warning'} as const

  test('gives places in the text or in the source', () => {
    const rule = defineRule({
      ...base,
      id: 'find-honey',
      *check(article) {
        const at = article.text.indexOf('honey')
        yield {start: at, end: at + 5, message: 'in the text'}
        yield {...article.spanOf(at, at + 5), message: 'in the source'}
      },
    })
    const {diagnostics} = createLinter({plugins: [rule]}).lint('> Salt &amp; *honey*')
    expect(diagnostics.filter(({ruleId}) => ruleId === 'find-honey').map(({actual}) => actual)).toEqual([
      'honey',
      'honey',
    ])
  })
  test('asks what a sentence does with its words', () => {
    const statuses: string[] = []
    const rule = defineRule({
      ...base,
      id: 'look',
      check(article) {
        for (const sentence of article.sentences) {
          const start = sentence.start + sentence.text.indexOf('cure')
          statuses.push(article.assertionOf({start, end: start + 4}).join(' ') || 'asserted')
        }
        return []
      },
    })
    createLinter({plugins: [rule], rules: {look: 'info'}}).lint(
      'Honey cures colds. Honey does not cure colds. Honey may cure colds. Does honey cure colds? They claim to cure colds.',
    )
    expect(statuses.map((one) => one.split(' ')[0])).toEqual([
      'asserted',
      'negated',
      'hedged',
      'questioned',
      'attributed',
    ])
  })
  test('that crashes is a RuleError with its name and the article’s', () => {
    const rule = defineRule({
      ...base,
      id: 'crash',
      check: () => {
        throw new Error('boom')
      },
    })
    const linter = createLinter({plugins: [rule], rules: {crash: 'error'}})
    expect(() => linter.lint('x', {path: 'a.md'})).toThrow(RuleError)
    expect(() => linter.lint('x', {path: 'a.md'})).toThrow('rule crash failed on a.md: boom')
  })
  test('that finds something outside the article is a RuleError', () => {
    const rule = defineRule({...base, id: 'outside', check: () => [{start: 5, end: 9}]})
    expect(() => createLinter({plugins: [rule]}).lint('x')).toThrow(RuleError)
  })
  test.each([
    [{id: 'Bad Id'}, 'an id is lower-case words'],
    [{level: 'fatal'}, '`level` must be error, warning or info'],
    [{why: ''}, '`why` must be a text'],
    [{check: 1}, '`check` must be a function'],
  ])('is refused with %j', (part, message) => {
    expect(() => defineRule({...base, id: 'ok', check: () => [], ...part} as never)).toThrow(message)
  })
  test('may not have the name of another', () => {
    const rule = defineRule({...base, id: 'no-absolute-safety', check: () => []})
    expect(() => createLinter({plugins: [rule]})).toThrow('two rules are called “no-absolute-safety”')
  })
})

test('`lint` lints once', () => {
  expect(lint(tea, {settings: {rules: {'no-absolute-safety': 'info'}}}).diagnostics[0]?.level).toBe('info')
})

test('`defineConfig` gives back what it is given', () => {
  const config = defineConfig([{files: ['**/*.md'], rules: {'cite-statistics': 'warning'}}])
  expect(config[0].rules['cite-statistics']).toBe('warning')
})

test('a text that is no text is refused', () => {
  expect(() => createLinter().lint(undefined as never)).toThrow(ConfigError)
})

test('every rule says why, names its sources and shows what passes and what fails', () => {
  for (const rule of rules) {
    expect(rule.summary, rule.id).toMatch(/\.$/)
    expect(rule.why, rule.id).not.toBe('')
    expect(rule.examples.length, rule.id).toBeGreaterThan(1)
    for (const source of rule.sources) expect(source.url, `${rule.id}: ${source.key}`).toMatch(/^https:/)
  }
})

test('a sentence carries its text, its place and its cues', () => {
  const seen: unknown[] = []
  const look = defineRule({
    id: 'look-at-sentences',
    topic: 'test',
    summary: 'x.',
    why: 'y.',
    level: 'info',
    check({sentences, text}) {
      for (const {text: words, start, end, cues} of sentences) {
        seen.push([
          words,
          text.slice(start, end),
          cues.map((cue) => `${cue.kind} ${text.slice(cue.start, cue.end)}`),
        ])
      }
      return []
    },
  })
  createLinter({plugins: [look], rules: {'look-at-sentences': 'info'}}).lint(
    'Honey does *not* cure colds. It may help.',
  )
  expect(seen).toEqual([
    ['Honey does not cure colds.', 'Honey does not cure colds.', ['negated not']],
    ['It may help.', 'It may help.', ['hedged may']],
  ])
})

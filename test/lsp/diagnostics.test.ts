import {describe, expect, it} from 'vitest'
import {
  type Diagnostic,
  DiagnosticTag,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol'
import {type Client, eventually, type OpenDocument, pulling, startClient} from './client.js'
import {siteFiles, siteWith, siteWithRule, writeFiles} from './site.js'

const words = (document: OpenDocument, {range}: Diagnostic): string => {
  const lines = document.text().split('\n')
  return lines[range.start.line]!.slice(range.start.character, range.end.character)
}

const pull = (client: Client, document: {readonly uri: string}, previousResultId?: string) =>
  client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: {uri: document.uri},
    ...(previousResultId === undefined ? {} : {previousResultId}),
  })

const pulledItems = async (
  client: Client,
  document: {readonly uri: string},
): Promise<readonly Diagnostic[]> => {
  const report = await pull(client, document)
  return report.kind === 'full' ? report.items : []
}

describe('a client that waits for findings', () => {
  it('is sent them when it opens an article, each with its rule and the rule’s page', async () => {
    const client = await startClient({folder: siteWith()})
    const document = await client.open('tea.md', '# Tea\n\nGinger cures colds.\n')
    const [finding, ...others] = await client.pushed(document, 1)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      severity: 1,
      source: 'healthlint',
      code: 'no-cures',
      message: '“cures” promises a cure.',
      codeDescription: {href: 'https://example.org/no-cures'},
      range: {start: {line: 2, character: 7}, end: {line: 2, character: 12}},
    })
  })

  it('is sent no page of a rule that has none', async () => {
    const client = await startClient({folder: siteWith()})
    const document = await client.open('tea.md', 'Note to the editor\n')
    const [finding] = await client.pushed(document, 1)
    expect(finding).toMatchObject({code: 'no-notes'})
    expect(finding).not.toHaveProperty('codeDescription')
  })

  it('is not offered to ask for them, too', async () => {
    const client = await startClient({folder: siteWith()})
    expect(client.capabilities.diagnosticProvider).toBeUndefined()
  })

  it('sees them follow its keystrokes', async () => {
    const client = await startClient({folder: siteWith()})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    await client.pushed(document, 1)
    const version = await document.replace('cures', 'is said to ease')
    expect(await client.pushed(document, version)).toEqual([])
    const last = await document.replace('is said to ease', 'certainly cures')
    expect(await client.pushed(document, last)).toHaveLength(1)
  })

  it('is shown none of an article that it has closed', async () => {
    const client = await startClient({folder: siteWith()})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    await client.pushed(document, 1)
    await document.close()
    expect(await eventually(() => client.published.findLast((one) => one.version === undefined))).toEqual({
      uri: document.uri,
      diagnostics: [],
    })
  })

  it('finds the place of a word behind emoji, accents and CRLF', async () => {
    const client = await startClient({folder: siteWith()})
    const document = await client.open(
      'tea.md',
      '# Tea 🫖\r\n\r\n👩🏽‍⚕️ 🍵 Un thé naïve — it **cures** colds.\r\n',
    )
    const [finding] = await client.pushed(document, 1)
    expect(words(document, finding!)).toBe('cures')
  })

  it('sees plain text read as plain text, and MDX as MDX, also before the article is saved', async () => {
    const client = await startClient({folder: siteWith()})
    const mdx = await client.open('untitled:Untitled-1', 'Tea {cures} colds.\n', 'mdx')
    expect(await client.pushed(mdx, 1)).toEqual([])
    const text = await client.open('untitled:Untitled-2', '    Tea cures colds.\n', 'plaintext')
    expect(await client.pushed(text, 1)).toHaveLength(1)
  })

  it('sees a comment that excuses nothing marked as needless', async () => {
    const client = await startClient({folder: siteWith()})
    const comment = '<!-- healthlint-disable-next-line no-cures -- quoted from the letter -->'
    const document = await client.open('tea.md', `${comment}\nGinger is a root.\n`)
    const [finding] = await client.pushed(document, 1)
    expect(finding).toMatchObject({code: 'valid-suppression', tags: [DiagnosticTag.Unnecessary]})
  })

  it('sees the related places of a finding when it can show them', async () => {
    const check = `function* (article) {
      yield {start: 0, end: 4, related: [{start: 5, end: 9, message: 'It says otherwise here.'}]}
    }`
    const client = await startClient({
      folder: siteWith(siteWithRule(check)),
      capabilities: {textDocument: {publishDiagnostics: {relatedInformation: true}}},
    })
    const document = await client.open('tea.md', 'Some text.\n')
    const [finding] = await client.pushed(document, 1)
    expect(finding!.relatedInformation).toEqual([
      {
        message: 'It says otherwise here.',
        location: {
          uri: document.uri,
          range: {start: {line: 0, character: 5}, end: {line: 0, character: 9}},
        },
      },
    ])
  })
})

describe('a client that asks for findings', () => {
  it('is handed them and never sent any', async () => {
    const client = await startClient({folder: siteWith(), capabilities: pulling})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    expect(await pulledItems(client, document)).toHaveLength(1)
    await document.replace('colds', 'coughs')
    expect(await pulledItems(client, document)).toHaveLength(1)
    expect(client.published).toEqual([])
  })

  it('is told that nothing has changed', async () => {
    const client = await startClient({folder: siteWith(), capabilities: pulling})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    const first = await pull(client, document)
    expect(await pull(client, document, first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    })
  })

  it('is asked to come again when a keystroke overtakes its question', async () => {
    const client = await startClient({folder: siteWith(), capabilities: pulling})
    const document = await client.open('long.md', 'Ginger is a root. '.repeat(40_000))
    const asked = pull(client, document)
    await new Promise((resolve) => setTimeout(resolve, 30))
    await document.replace('Ginger', 'Honey')
    const again = pulledItems(client, document)
    await expect(asked).rejects.toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: {retriggerRequest: true},
    })
    expect(await again).toEqual([])
  })
})

describe('the configuration', () => {
  it('is that of the article’s own folder, in a workspace of several', async () => {
    const folder = siteWith({
      ...siteFiles,
      'other/healthlint.config.json': '{"rules": {"valid-suppression": "warning"}}',
    })
    const client = await startClient({folder})
    const document = await client.open('other/tea.md', 'Ginger cures colds.\n')
    expect(await client.pushed(document, 1)).toEqual([])
    const own = await client.open('tea.md', 'Ginger cures colds.\n')
    expect(await client.pushed(own, 1)).toHaveLength(1)
  })

  it('leaves out what it ignores', async () => {
    const folder = siteWith({
      'healthlint.config.yaml': '- ignores: [drafts/**]\n- rules: {no-absolute-safety: error}\n',
    })
    const client = await startClient({folder})
    const document = await client.open('drafts/tea.md', 'Ginger is 100% safe.\n')
    expect(await client.pushed(document, 1)).toEqual([])
    const other = await client.open('tea.md', 'Ginger is 100% safe.\n')
    expect(await client.pushed(other, 1)).toHaveLength(1)
  })

  const off = {...siteFiles, 'healthlint.config.yaml': 'rules: {valid-suppression: warning}\n'}

  it('is read again when the client’s file watcher tells of a change', async () => {
    const folder = siteWith()
    const client = await startClient({
      folder,
      capabilities: {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}}},
    })
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    expect(await client.pushed(document, 1)).toHaveLength(1)
    await eventually(() => client.registered.includes('workspace/didChangeWatchedFiles') || undefined)
    writeFiles(folder, off)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: client.uriOf('healthlint.config.yaml'), type: 2}],
    })
    await eventually(() => (client.published.at(-1)?.diagnostics.length === 0 ? true : undefined))
  })

  it('is read again without a file watcher, when the author goes on writing', async () => {
    const folder = siteWith()
    const client = await startClient({folder})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    await client.pushed(document, 1)
    writeFiles(folder, off)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const version = await document.replace('colds', 'coughs')
    await eventually(() => (client.published.at(-1)?.diagnostics.length === 0 ? true : undefined))
    expect(await client.pushed(document, version)).toEqual([])
  })

  it('is read again without a file watcher, when the author saves', async () => {
    const folder = siteWith()
    const client = await startClient({folder})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    await client.pushed(document, 1)
    writeFiles(folder, off)
    await document.save()
    await eventually(() => (client.published.at(-1)?.diagnostics.length === 0 ? true : undefined))
  })

  it('makes a client that asks ask again', async () => {
    const folder = siteWith()
    const client = await startClient({folder, capabilities: pulling})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    const first = await pull(client, document)
    writeFiles(folder, off)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: client.uriOf('healthlint.config.yaml'), type: 2}],
    })
    await eventually(() => (client.refreshes.count > 0 ? true : undefined))
    expect(await pull(client, document, first.resultId)).toMatchObject({kind: 'full', items: []})
  })

  it('shows its own mistake at its line, once, and takes it back when it is mended', async () => {
    const folder = siteWith({'healthlint.config.yaml': 'rules:\n  no-cures: [error\n'})
    const client = await startClient({folder})
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    await client.pushed(document, 1)
    const uri = client.uriOf('healthlint.config.yaml')
    const [mistake, ...others] = client.published.find((one) => one.uri === uri)!.diagnostics
    expect(others).toEqual([])
    expect(mistake).toMatchObject({severity: 1, source: 'healthlint', range: {start: {line: 2}}})
    await client.pushed(document, await document.replace('colds', 'coughs'))
    expect(client.messages).toHaveLength(1)
    writeFiles(folder, siteFiles)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri, type: 2}]})
    await eventually(() => client.published.findLast((one) => one.uri === document.uri)?.diagnostics[0])
    expect(client.published.findLast((one) => one.uri === uri)!.diagnostics).toEqual([])
  })

  it.each([
    ['level: error', 'level: eror', 2, 'error'],
    ['match: [cures]', 'match: [(cures]', 7, '“(” is not closed'],
  ])('shows a pack’s mistake in the pack: %s, written as %s', async (right, wrong, line, message) => {
    const broken = siteFiles['house/claims/no-cures.yaml']!.replace(right, wrong)
    const client = await startClient({folder: siteWith({...siteFiles, 'house/claims/no-cures.yaml': broken})})
    await client.pushed(await client.open('tea.md', 'Ginger cures colds.\n'), 1)
    const uri = client.uriOf('house/claims/no-cures.yaml')
    expect(client.published.find((one) => one.uri === uri)!.diagnostics[0]).toMatchObject({
      range: {start: {line}},
      message: expect.stringContaining(message),
    })
  })

  it('is passed over when it is code in a folder that is not trusted', async () => {
    const check = `() => { throw new Error('ran') }`
    const client = await startClient({
      folder: siteWith({
        ...siteWithRule(check),
        ...siteFiles,
      }),
      initializationOptions: {trusted: false},
    })
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    expect(await client.pushed(document, 1)).toHaveLength(1)
    expect(client.messages).toEqual([])
  })

  it('is the editor’s where the folder says nothing', async () => {
    let preset = 'no-such-preset'
    const client = await startClient({
      folder: siteWith({}),
      capabilities: {workspace: {configuration: true}},
      section: () => ({preset}),
    })
    await client.open('tea.md', 'Ginger is a root.\n')
    expect(await eventually(() => client.messages[0])).toContain('no-such-preset')
    preset = 'recommended'
    await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
    const document = await client.open('oil.md', 'CBD oil is 100% safe.\n')
    const finds = ({uri, diagnostics}: (typeof client.published)[number]): boolean =>
      uri === document.uri && diagnostics.some(({code}) => code === 'no-absolute-safety')
    await eventually(() => client.published.find(finds))
  })
})

describe('when something goes wrong', () => {
  it('a rule that crashes is told of once, and the others’ findings stand', async () => {
    const client = await startClient({
      folder: siteWith(siteWithRule(`() => { throw new Error('out of tea') }`)),
    })
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    expect((await client.pushed(document, 1)).map(({code}) => code)).toEqual(['no-cures'])
    const version = await document.replace('colds', 'coughs')
    expect(await client.pushed(document, version)).toHaveLength(1)
    expect(client.messages).toEqual([expect.stringContaining('house-rule failed')])
  })

  it('a rule that ends its process does not end the server', async () => {
    const check = `(article) => { if (article.text.includes('exit')) process.exit(3); return [] }`
    const client = await startClient({folder: siteWith(siteWithRule(check))})
    const document = await client.open('tea.md', 'Ginger cures colds. Now exit.\n')
    expect(await eventually(() => client.messages[0])).toContain('code 3')
    const version = await document.replace('exit', 'stay')
    expect(await client.pushed(document, version)).toHaveLength(1)
  })

  it('what a plugin prints does not get into the protocol', async () => {
    const client = await startClient({
      folder: siteWith(siteWithRule(`() => { console.log('Content-Length: 3'); return [] }`)),
    })
    const document = await client.open('tea.md', 'Ginger cures colds.\n')
    expect(await client.pushed(document, 1)).toHaveLength(1)
    const version = await document.replace('colds', 'coughs')
    expect(await client.pushed(document, version)).toHaveLength(1)
  })

  it('a rule that never ends keeps neither the server nor the next version waiting', async () => {
    const check = `(article) => { while (article.text.includes('forever')); return [] }`
    const client = await startClient({folder: siteWith(siteWithRule(check))})
    const document = await client.open('tea.md', 'Ginger cures colds, forever.\n')
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await client.complete(document, 'colds')).toEqual([])
    const version = await document.replace('forever', 'always')
    expect(await client.pushed(document, version)).toHaveLength(1)
  })
})

describe('a text of a megabyte', () => {
  it('leaves the server answering while it is linted', async () => {
    const client = await startClient({folder: siteWith()})
    const small = await client.open('tea.md', '<!-- \n')
    await client.pushed(small, 1)
    const long = await client.open('long.md', 'Ginger cures colds, some say, in winter.\n\n'.repeat(24_000))
    let isDone = false
    const done = client.pushed(long, 1).then((found) => {
      isDone = true
      return found
    })
    await client.complete(small, '<!-- ')
    expect(isDone, 'the answer came before the findings of the long text').toBe(false)
    expect(await done).toHaveLength(24_000)
  })
})

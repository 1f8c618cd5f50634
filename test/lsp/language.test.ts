import {describe, expect, it} from 'vitest'
import type {CodeAction} from 'vscode-languageserver-protocol'
import {type Client, eventually, type OpenDocument, pulling, startClient} from './client.js'
import {siteWith, siteWithRule, writeFiles} from './site.js'

const openWith = async (
  text: string,
  {
    path = 'tea.md',
    languageId = 'markdown',
    capabilities = {},
    files,
  }: {
    path?: string
    languageId?: string
    capabilities?: Parameters<typeof startClient>[0]['capabilities']
    files?: Readonly<Record<string, string>>
  } = {},
) => {
  const client = await startClient({
    folder: siteWith(files),
    ...(capabilities === undefined ? {} : {capabilities}),
  })
  const document = await client.open(path, text, languageId)
  await client.pushed(document, 1)
  return {client, document}
}

const actionsAt = (client: Client, document: OpenDocument, words: string, only?: string[]) =>
  client.actions(document, document.rangeOf(words), only === undefined ? {} : {only})

const titled = (actions: readonly CodeAction[], start: string): CodeAction => {
  const found = actions.find(({title}) => title.startsWith(start))
  if (found === undefined)
    throw new Error(`no “${start}” among ${actions.map(({title}) => title).join(', ')}`)
  return found
}

/** What is left when the edit of an action is made, with the client's next findings. */
const applied = async (client: Client, document: OpenDocument, action: CodeAction) => {
  await document.apply(action)
  const found = await client.pushed(document, 2)
  return {text: document.text(), rules: found.map(({code}) => code)}
}

describe('hover', () => {
  it('says what, why, what to write instead, and on whose word', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n')
    const hover = await client.hover(document, 'cures')
    const {value} = hover!.contents as {value: string}
    expect(value).toContain('“cures” promises a cure.')
    expect(value).toContain('may stop looking for care')
    expect(value).toContain('- may help with')
    expect(value).toMatch(/\[.*Health Products.*\]\(https:/)
    expect(hover!.range).toEqual(document.rangeOf('cures'))
  })

  it('is silent where nothing is found', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n')
    expect(await client.hover(document, 'Ginger')).toBeNull()
  })

  it('treats nothing in the article as markup', async () => {
    const {client, document} = await openWith('note to the editor\n', {
      files: {
        'healthlint.config.yaml': 'packs: [./house]\nrules: {no-words: error}\n',
        'house/claims/no-words.yaml': `summary: No words.
why: Words.
level: error
sources: []
message: "“{match}” <img src=x> [a](b) is a word."
phrase: {match: [note to the editor]}
examples: [{fail: "[|Note to the editor|]"}, {pass: Sleep.}]
`,
      },
    })
    const {value} = (await client.hover(document, 'note'))!.contents as {value: string}
    expect(value).toContain('\\<img src=x\\> \\[a\\](b)')
  })
})

describe('code actions', () => {
  it('write each better wording', async () => {
    const {client, document} = await openWith('Ginger **cures** colds.\n')
    const action = titled(await actionsAt(client, document, 'cures'), 'Write “may ease”')
    expect(await applied(client, document, action)).toEqual({text: 'Ginger **may ease** colds.\n', rules: []})
  })

  it('apply a safe fix, and prefer it', async () => {
    const {client, document} = await openWith('Ginger is a root.\n\nNote to the editor\n')
    const action = titled(await actionsAt(client, document, 'Note'), 'Delete this')
    expect(action.isPreferred).toBe(true)
    expect(await applied(client, document, action)).toEqual({text: 'Ginger is a root.\n', rules: []})
  })

  it('apply all safe fixes at once, and touch nothing else', async () => {
    const text = 'One.\n\nNote to the editor\n\nGinger cures colds.\n\nNote to the editor\n\nTwo.\n'
    const {client, document} = await openWith(text)
    const [action] = await actionsAt(client, document, 'One', ['source.fixAll.healthlint'])
    expect(action!.edit!.changes![document.uri]).toHaveLength(2)
    expect(await applied(client, document, action!)).toEqual({
      text: 'One.\n\nGinger cures colds.\n\nTwo.\n',
      rules: ['no-cures'],
    })
  })

  it('are of the kind that is asked for, or of one below it', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n\nNote to the editor\n')
    const kinds = async (only?: string[]) =>
      new Set((await actionsAt(client, document, 'cures', only)).map(({kind}) => kind))
    expect(await kinds()).toEqual(new Set(['quickfix', 'source.fixAll.healthlint']))
    expect(await kinds(['quickfix'])).toEqual(new Set(['quickfix']))
    for (const only of ['source', 'source.fixAll', 'source.fixAll.healthlint'])
      expect(await kinds([only])).toEqual(new Set(['source.fixAll.healthlint']))
    expect(await kinds(['source.fixAll.other'])).toEqual(new Set())
    expect(await kinds(['refactor'])).toEqual(new Set())
  })

  it('are bound to the version they were made for, where the client tells versions apart', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n', {
      capabilities: {workspace: {workspaceEdit: {documentChanges: true}}},
    })
    const action = titled(await actionsAt(client, document, 'cures'), 'Write “may ease”')
    expect(action.edit).toEqual({
      documentChanges: [
        {
          textDocument: {uri: document.uri, version: 1},
          edits: [{range: document.rangeOf('cures'), newText: 'may ease'}],
        },
      ],
    })
  })

  it('explain the rule', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n')
    const {command} = titled(await actionsAt(client, document, 'cures'), 'Explain no-cures')
    const page = await client.connection.sendRequest('workspace/executeCommand', {
      command: command!.command,
      arguments: command!.arguments,
    })
    expect(page).toContain('# no-cures')
    expect(page).toContain('Ginger [|cures|] colds.')
    expect(await eventually(() => client.messages[0])).toContain('No remedy cures.')
  })
})

const comment = '<!-- healthlint-disable-next-line no-cures -- reason -->'

describe('“disable in this paragraph”', () => {
  const cases: readonly {name: string; text: string; expected: string; path?: string; languageId?: string}[] =
    [
      {
        name: 'above a line',
        text: '# Tea\n\nGinger cures colds.\n',
        expected: `# Tea\n\n${comment}\nGinger cures colds.\n`,
      },
      {
        name: 'above a paragraph of several lines',
        text: 'Ginger is a root\nthat cures colds.\n',
        expected: `${comment}\nGinger is a root\nthat cures colds.\n`,
      },
      {
        name: 'above a heading',
        text: '## Ginger cures colds\n',
        expected: `${comment}\n## Ginger cures colds\n`,
      },
      {
        name: 'inside a quote',
        text: '> Ann says\n>\n> ginger cures colds.\n',
        expected: `> Ann says\n>\n> ${comment}\n> ginger cures colds.\n`,
      },
      {
        name: 'inside a list, which it does not end',
        text: '- Honey\n- Ginger cures colds\n',
        expected: `- Honey\n  ${comment}\n- Ginger cures colds\n`,
      },
      {
        name: 'with the line ends of the article',
        text: 'Tea.\r\n\r\nGinger cures colds.\r\n',
        expected: `Tea.\r\n\r\n${comment}\r\nGinger cures colds.\r\n`,
      },
      {
        name: 'behind a byte-order mark',
        text: '\ufeffGinger cures colds.\n',
        expected: `\ufeff${comment}\nGinger cures colds.\n`,
      },
      {
        name: 'in MDX',
        text: '<Note>\n\nGinger cures colds.\n\n</Note>\n',
        expected:
          '<Note>\n\n{/* healthlint-disable-next-line no-cures -- reason */}\nGinger cures colds.\n\n</Note>\n',
        path: 'tea.mdx',
        languageId: 'mdx',
      },
      {
        name: 'around a table, whose rows it cannot stand between',
        text: '| Herb | Use |\n| --- | --- |\n| Ginger | cures colds |\n\nTea.\n',
        expected:
          '<!-- healthlint-disable no-cures -- reason -->\n\n| Herb | Use |\n| --- | --- |\n| Ginger | cures colds |\n\n<!-- healthlint-enable no-cures -->\n\nTea.\n',
      },
    ]
  it.each(cases)('writes the comment $name', async ({text, expected, path, languageId}) => {
    const {client, document} = await openWith(text, {
      ...(path === undefined ? {} : {path, languageId: languageId!}),
    })
    const action = titled(await actionsAt(client, document, 'cures'), 'Disable no-cures')
    const {text: changed} = await applied(client, document, action)
    expect(changed).toBe(expected)
    const version = await document.replace('reason', 'quoted from a letter')
    expect(await client.pushed(document, version)).toEqual([])
  })

  it.each([
    ['Ginger cures colds.\n', 'this paragraph'],
    ['- Ginger cures colds.\n', 'this item'],
    ['# Ginger cures colds\n', 'this heading'],
    ['| Herb | Use |\n| --- | --- |\n| Ginger | cures colds |\n', 'this table'],
  ])('says what it is for: in %j, %s', async (text, scope) => {
    const {client, document} = await openWith(text)
    const {title} = titled(await actionsAt(client, document, 'cures'), 'Disable no-cures')
    expect(title).toBe(`Disable no-cures in ${scope} (with a reason)`)
  })

  it('is not offered in plain text, nor completed there', async () => {
    const {client, document} = await openWith('Tea\n\nGinger cures colds.\n\n<!-- healthlint-dis\n', {
      path: 'tea',
      languageId: 'plaintext',
    })
    const titles = (await actionsAt(client, document, 'cures')).map(({title}) => title)
    expect(titles).toContainEqual(expect.stringMatching(/^Explain no-cures/))
    expect(titles.filter((title) => title.startsWith('Disable'))).toEqual([])
    expect(await client.complete(document, 'healthlint-dis')).toEqual([])
  })

  it('writes it above the field of the front matter in which the words are', async () => {
    const check = `function* ({source}) {
      const start = source.indexOf('Ginger')
      yield {in: 'source', start, end: start + 6, message: 'Ginger.'}
    }`
    const {client, document} = await openWith('---\ntea:\n  title: Ginger\n---\n\nTea.\n', {
      files: siteWithRule(check),
    })
    const action = titled(await actionsAt(client, document, 'Ginger'), 'Disable house-rule in this line')
    expect((await applied(client, document, action)).text).toBe(
      '---\ntea:\n  # healthlint-disable-next-line house-rule -- reason\n  title: Ginger\n---\n\nTea.\n',
    )
    const version = await document.replace('reason', 'the name of a dog')
    expect(await client.pushed(document, version)).toEqual([])
  })

  it('writes it for the file, behind the front matter, when no comment there does it', async () => {
    const {client, document} = await openWith('---\ntitle: Ginger\n---\n\nTea.\n', {
      files: siteWithRule("function* () { yield {in: 'source', start: 11, end: 17, message: 'Ginger.'} }"),
    })
    const action = titled(await actionsAt(client, document, 'Ginger'), 'Disable house-rule')
    expect((await applied(client, document, action)).text).toBe(
      '---\ntitle: Ginger\n---\n<!-- healthlint-disable-file house-rule -- reason -->\n\nTea.\n',
    )
    const version = await document.replace('reason', 'the name of a dog')
    expect(await client.pushed(document, version)).toEqual([])
  })

  it('excuses nothing until the author has written the reason, which is asked for at its place', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n')
    const action = titled(await actionsAt(client, document, 'cures'), 'Disable no-cures')
    const {rules} = await applied(client, document, action)
    expect(rules).toEqual(['valid-suppression', 'no-cures'])
  })

  it('makes the reason a tab stop', async () => {
    const {client, document} = await openWith('Ginger cures colds.\n', {
      capabilities: {workspace: {workspaceEdit: {documentChanges: true, snippetEditSupport: true}}},
    })
    const action = titled(await actionsAt(client, document, 'cures'), 'Disable no-cures')
    expect(JSON.stringify(action.edit)).toMatch(/-- \$\{1:reason\} -->/)
  })

  it('or selects it, in a client that cannot', async () => {
    const {client, document} = await openWith('# Tea\n\nGinger cures colds.\n', {
      capabilities: {window: {showDocument: {support: true}}},
    })
    const {command, edit} = titled(await actionsAt(client, document, 'cures'), 'Disable no-cures')
    await document.apply({title: '', edit: edit!})
    await client.connection.sendRequest('workspace/executeCommand', {
      command: command!.command,
      arguments: command!.arguments,
    })
    expect(client.shownDocuments).toEqual([
      {uri: document.uri, selection: document.rangeOf('reason'), takeFocus: true},
    ])
  })
})

describe('completion', () => {
  const labels = async (text: string, behind: string) => {
    const {client, document} = await openWith(text)
    return (await client.complete(document, behind)).map(({label}) => label)
  }

  it('offers what can be said to healthlint in a comment', async () => {
    expect(await labels('<!-- healthlint\n', 'healthlint')).toEqual([
      'healthlint-disable-next-line',
      'healthlint-disable',
      'healthlint-enable',
      'healthlint-disable-file',
    ])
  })

  it('offers the names of rules, those of a pack first and none twice', async () => {
    const offered = await labels('<!-- healthlint-disable no-notes no-\n', 'no-notes no-')
    expect(offered).toContain('no-cures')
    expect(offered).toContain('no-absolute-safety')
    expect(offered).not.toContain('no-notes')
  })

  it('offers the details of an excuse behind its reason', async () => {
    expect(await labels('<!-- healthlint-disable no-cures -- a quotation o\n', 'quotation o')).toEqual([
      'owner:',
      'until:',
    ])
  })

  it('replaces a name as a whole, hyphens and all', async () => {
    const {client, document} = await openWith('<!-- healthlint-disable no-cu -->\n')
    const item = (await client.complete(document, 'no-cu')).find(({label}) => label === 'no-cures')
    expect(item!.textEdit).toEqual({range: document.rangeOf('no-cu'), newText: 'no-cures'})
  })

  it('offers the fields of front matter', async () => {
    expect(await labels('---\ntitle: Tea\nrev\n---\n', 'rev')).toContain('reviewed_by')
  })

  it.each([
    ['in the text', 'Ginger is a ro', 'a ro'],
    ['in a comment that speaks to others', '<!-- prettier-ignore a -->\n', 'ignore a'],
    ['behind the front matter', '---\ntitle: Tea\n---\n\nrev\n', 'rev'],
    ['in the value of a field', '---\ntitle: rev\n---\n', 'rev'],
  ])('offers nothing %s', async (_where, text, behind) => {
    expect(await labels(text, behind)).toEqual([])
  })
})

describe('the workspace', () => {
  it('is linted when the author asks, in files that are not open', async () => {
    const folder = siteWith()
    const client = await startClient({folder})
    writeFiles(folder, {
      'a.md': 'Ginger cures colds.\n',
      'b/c.txt': 'Sleep.\n',
      'open.md': 'Tea cures all.\n',
    })
    await client.open('open.md', 'Tea.\n')
    const counts = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'healthlint.lintWorkspace',
    })
    expect(counts).toEqual({files: 2, error: 1, warning: 0, info: 0})
    const found = client.published.find(({uri}) => uri === client.uriOf('a.md'))
    expect(found!.diagnostics.map(({code}) => code)).toEqual(['no-cures'])
  })

  it('shows no finding twice when a listed file is opened by a client that asks for findings', async () => {
    const folder = siteWith()
    const client = await startClient({folder, capabilities: pulling})
    writeFiles(folder, {'a.md': 'Ginger cures colds.\n'})
    await client.connection.sendRequest('workspace/executeCommand', {command: 'healthlint.lintWorkspace'})
    expect(client.published.map(({diagnostics}) => diagnostics.length)).toEqual([1])
    const {uri} = await client.open('a.md', 'Ginger cures colds.\n')
    await eventually(() => (client.published.length === 2 ? true : undefined))
    expect(client.published[1]).toEqual({uri, diagnostics: []})
  })
})

import {readdirSync, readFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import ts from 'typescript'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))

/**
 * A file may import from its own layer and from those above it in this list. The first part of a path is looked up:
 * a folder, or a file's name without its ending.
 */
const layers: readonly (readonly string[])[] = [
  [
    'errors',
    'diagnostic',
    'all-matches',
    'first-index',
    'once',
    'position',
    'recall',
    'stopwatch',
    'virtual.d',
  ],
  ['language'],
  ['phrase'],
  [
    'article',
    'parse',
    'parse-text',
    'parse-text-line',
    'parse-mdx',
    'parse-native',
    'parse-native.browser',
    'parse-remark',
  ],
  ['checks', 'rules'],
  [
    'baseline',
    'config',
    'config-schema',
    'explain',
    'fingerprint',
    'fix',
    'merge-settings',
    'message',
    'next-block',
    'settle',
    'suppress',
    'standing',
  ],
  ['lint', 'lint-input'],
  ['remark'],
  ['index'],
  ['file-result', 'kept-result'],
  ['reporters'],
  ['node'],
  ['cli', 'lsp'],
]

/** The edges import the core; nothing of one edge is for the other. */
const strangers: readonly (readonly [string, string])[] = [
  ['cli', 'lsp'],
  ['lsp', 'cli'],
]

/** The one file of the core that may speak to Node: it loads the native parser, and the package swaps it elsewhere. */
const nativeLoader = 'parse-native.ts'

interface Import {
  readonly from: string
  readonly specifier: string
  /** Erased when compiled. */
  readonly typeOnly: boolean
}

const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort()

const importsIn = (from: string): Import[] => {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly
      found.push({from, specifier: (node.moduleSpecifier as ts.StringLiteral).text, typeOnly})
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier && ts.isStringLiteral(specifier))
        found.push({from, specifier: specifier.text, typeOnly: false})
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(from, readFileSync(join(root, from), 'utf8'), ts.ScriptTarget.Latest))
  return found
}

const imports = new Map(files.map((file) => [file, importsIn(file)]))

/** The file in `src` that a relative import names; nothing when it names a package or a file outside. */
const targetOf = ({from, specifier}: Import): string | undefined => {
  if (!specifier.startsWith('.')) return undefined
  const path = relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/')
  return path.startsWith('..') ? undefined : path.replace(/\.js$/, '.ts')
}

const partOf = (file: string): string =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '')

const layerOf = (file: string): number => layers.findIndex((layer) => layer.includes(partOf(file)))

const reachableFrom = (entries: readonly string[]): Set<string> => {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const each of imports.get(file) ?? []) {
      const target = each.typeOnly ? undefined : targetOf(each)
      if (target !== undefined) visit(target)
    }
  }
  for (const entry of entries) visit(entry)
  return seen
}

const isNodeModule = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0]!)

/** Each cycle once, as `a -> b -> a`, by a depth-first walk. */
const cyclesAmong = (all: readonly string[]): string[] => {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(file)
    if (seenAt !== -1) {
      found.push([...path.slice(seenAt), file].join(' -> '))
      return
    }
    if (done.has(file)) return
    for (const each of imports.get(file) ?? []) {
      const target = targetOf(each)
      if (target !== undefined) visit(target, [...path, file])
    }
    done.add(file)
  }
  for (const file of all) visit(file, [])
  return found
}

describe('the source', () => {
  it('gives every file a place in the order of layers', () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([])
  })

  it('imports only files that exist', () => {
    const broken = [...imports.values()].flat().filter((each) => {
      const target = targetOf(each)
      return target?.endsWith('.ts') && !files.includes(target)
    })
    expect(broken).toEqual([])
  })

  it('imports downward only', () => {
    const upward = [...imports.values()].flat().flatMap((each) => {
      const target = targetOf(each)
      return target !== undefined && layerOf(target) > layerOf(each.from) ? [`${each.from} -> ${target}`] : []
    })
    expect(upward).toEqual([])
  })

  it('keeps the edges apart', () => {
    const crossing = [...imports.values()].flat().flatMap((each) => {
      const target = targetOf(each)
      if (target === undefined) return []
      const parts = [partOf(each.from), partOf(target)]
      return strangers.some(([a, b]) => a === parts[0] && b === parts[1]) ? [`${each.from} -> ${target}`] : []
    })
    expect(crossing).toEqual([])
  })

  it('has no cycle, not even of types', () => {
    expect(cyclesAmong(files)).toEqual([])
  })

  it('keeps Node out of the core and of the reporters, but for the loader of the native parser', () => {
    const pure = [
      ...reachableFrom(['index.ts', 'remark.ts']),
      ...files.filter((file) => partOf(file) === 'reporters'),
    ]
    const impure = pure
      .filter((file) => file !== nativeLoader)
      .flatMap((file) => imports.get(file) ?? [])
      .filter(({specifier}) => isNodeModule(specifier))
      .map(({from, specifier}) => `${from} -> ${specifier}`)
    expect(pure.length).toBeGreaterThan(20)
    expect(impure).toEqual([])
  })

  it('exports by name: nothing becomes public by standing in a file', () => {
    const starred = files.filter((file) => /^export \*/m.test(readFileSync(join(root, file), 'utf8')))
    expect(starred).toEqual([])
  })
})

/** The names that a module gives away: its own exported declarations and those it passes on. */
const namesOf = (file: string): string[] => {
  const names: string[] = []
  const module = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  for (const statement of module.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    const exported = modifiers.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword)
    if (ts.isExportAssignment(statement)) names.push('default')
    else if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      names.push(...statement.exportClause.elements.map(({name}) => name.text))
    } else if (exported && modifiers.some(({kind}) => kind === ts.SyntaxKind.DefaultKeyword))
      names.push('default')
    else if (exported && ts.isVariableStatement(statement)) {
      names.push(...statement.declarationList.declarations.map(({name}) => name.getText(module)))
    } else if (exported && (ts.isFunctionDeclaration(statement) || ts.isInterfaceDeclaration(statement))) {
      names.push(statement.name?.text ?? 'default')
    } else if (exported && (ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement))) {
      names.push(statement.name?.text ?? 'default')
    }
  }
  return names.sort()
}

/*
 * Every name below is a promise to whoever installs the package: it is kept until a major version takes it back. So a
 * name appears or goes only when someone writes it here, too, and a reviewer sees that the promise changed.
 */
describe('the public names', () => {
  it('of healthlint', () => {
    expect(namesOf('index.ts')).toEqual(
      [
        ...['createLinter', 'lint', 'rules', 'defineRule', 'defineConfig', 'remarkHealthlint', 'applyFixes'],
        ...['ConfigError', 'PackError', 'RuleError'],
        ...[
          'Article',
          'ArticleKind',
          'AssertionStatus',
          'Block',
          'BlockKind',
          'Citation',
          'CitationKind',
          'Component',
        ],
        ...['Cue', 'Section', 'SectionRole', 'Sentence', 'SourceSpan', 'Span'],
        ...[
          'Check',
          'Example',
          'Finding',
          'FindingEdit',
          'Pack',
          'Rule',
          'RuleDefinition',
          'RuleInCode',
          'Source',
        ],
        ...[
          'Diagnostic',
          'Edit',
          'Level',
          'LintResult',
          'Point',
          'RelatedPlace',
          'Suggestion',
          'SuppressedDiagnostic',
        ],
        ...[
          'Config',
          'ConfigEntry',
          'ExplainedFinding',
          'Explanation',
          'LintInput',
          'Linter',
          'Sighting',
          'RuleSetting',
          'Settings',
        ],
        ...['NamesByPart', 'Site', 'SitePart', 'SiteSettings'],
      ].sort(),
    )
  })

  it('of healthlint/remark, where unified’s configuration files look for a default export', () => {
    expect(namesOf('remark.ts')).toEqual(['default', 'remarkHealthlint'])
  })

  it('of healthlint/node', () => {
    expect(namesOf('node/index.ts')).toEqual(
      [
        'ConfigLookupOptions',
        'ConfigOverrides',
        'FileConfig',
        'FileError',
        'FileResult',
        'FindOptions',
        'FoundFiles',
        'LintFilesOptions',
        'articleExtensions',
        'configLookup',
        'findFiles',
        'lintFiles',
        'loadPack',
        'readArticle',
      ].sort(),
    )
  })
})

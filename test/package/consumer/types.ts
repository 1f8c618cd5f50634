import {createLinter, defineConfig, defineRule, lint, remarkHealthlint, rules} from 'healthlint'
import {lintFiles} from 'healthlint/node'
import plugin from 'healthlint/remark'
import {unified} from 'unified'

const linter = createLinter({extends: ['recommended'], rules: {'cite-statistics': 'warning'}})
const {diagnostics} = linter.lint('# Sleep', {path: 'sleep.md'})
export const levels: readonly ('error' | 'warning' | 'info')[] = diagnostics.map(({level}) => level)
export const offsets: readonly number[] = diagnostics.map(({start, end}) => end.offset - start.offset)
export const topics: readonly string[] = rules.map(({topic}) => topic)
export const once: number = lint('# Sleep').suppressed.length

export const rule = defineRule({
  id: 'no-tea',
  topic: 'drinks',
  summary: 'Do not name tea.',
  why: 'An example.',
  level: 'warning',
  sources: [],
  examples: [],
  *check(article) {
    for (const sentence of article.sentences) yield {start: sentence.start, end: sentence.end}
  },
})
export const config = defineConfig([{files: ['**/*.md'], rules: {'cite-statistics': 'error'}}])
export const processors = [unified().use(plugin), unified().use(remarkHealthlint)]

export const paths = async (): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const {path} of lintFiles(['articles'])) found.push(path)
  return found
}

// @ts-expect-error A level that does not exist is a compile-time error.
createLinter({rules: {'cite-statistics': 'fatal'}})

import type {FileResult} from '../file-result.js'
import {fixText} from '../fix.js'
import type {Linter} from '../lint.js'
import {fileErrorOf} from '../node/lint-file.js'
import {writeArticle} from '../node/write-article.js'

export interface FixedFile {
  /** What is left to report. */
  readonly result: FileResult
  /** A unified diff that `git apply` and `patch` take; empty when nothing changes. */
  readonly diff: string
}

/** @param mode `write` changes the file; `show` gives the diff */
export const fixArticle = async (
  result: FileResult,
  linter: Linter,
  mode: 'write' | 'show',
): Promise<FixedFile> => {
  const {path, source, diagnostics} = result
  if (source === undefined || !diagnostics.some(({fix}) => fix !== undefined)) return {result, diff: ''}
  try {
    const {output, applied, result: left} = fixText(source, (text) => linter.lint(text, {path}))
    if (output === source) return {result, diff: ''}
    const diff = mode === 'show' ? await unifiedDiff(path, source, output) : ''
    if (mode === 'write') writeArticle(path, output)
    return {result: {path, source: output, fixed: applied, ...left}, diff}
  } catch (error) {
    return {result: {...result, error: fileErrorOf(error)}, diff: ''}
  }
}

const unifiedDiff = async (path: string, before: string, after: string): Promise<string> => {
  const {createTwoFilesPatch, FILE_HEADERS_ONLY} = await import('diff')
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
}

import type {FileResult} from '../file-result.js'
import type {Linter} from '../lint.js'
import {fileErrorOf, lintSource} from '../node/lint-file.js'
import {decodeArticle} from '../node/read-article.js'
import {type Stopwatch, timed} from '../stopwatch.js'

/** The article on standard input, read to its end and linted. */
export const lintStdin = async (
  input: NodeJS.ReadableStream,
  path: string,
  linter: Linter,
  stopwatch?: Stopwatch,
): Promise<FileResult> => {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    const source = timed(stopwatch, 'read', () => decodeArticle(Buffer.concat(chunks), path))
    return lintSource(source, path, linter, stopwatch)
  } catch (error) {
    return {path, diagnostics: [], suppressed: [], error: fileErrorOf(error)}
  }
}

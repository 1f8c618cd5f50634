import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as v from 'valibot'

/** A folder of labelled sets, one JSON value a line; what is read is kept, since several measures share it. */
export interface Gold {
  readonly folder: string
  readonly has: (file: string) => boolean
  /** @throws {Error} when a line is not of the schema's shape; the message names file and line */
  readonly rows: <Schema extends v.GenericSchema>(
    file: string,
    schema: Schema,
  ) => readonly v.InferOutput<Schema>[]
  readonly article: (path: string) => string
  readonly articles: () => readonly ArticleEntry[]
}

/** A row of `articles/manifest.tsv`. */
export interface ArticleEntry {
  readonly path: string
  readonly words: number
  /** `agency` and `textbook` are edited text, where an alarm is nearly always false. */
  readonly tier: string
}

export const openGold = (folder: string): Gold => {
  const texts = new Map<string, string>()
  const read = (file: string): string => {
    const known = texts.get(file)
    if (known !== undefined) return known
    const text = readFileSync(join(folder, file), 'utf8')
    texts.set(file, text)
    return text
  }
  return {
    folder,
    has: (file) => existsSync(join(folder, file)),
    rows: (file, schema) =>
      read(file)
        .split('\n')
        .flatMap((line, index) =>
          line.trim() === '' ? [] : [parseRow(line, schema, `${file}:${index + 1}`)],
        ),
    article: (path) => read(path.startsWith('articles/') ? path : `articles/${path}`),
    articles: () => parseManifest(read('articles/manifest.tsv')),
  }
}

const parseRow = <Schema extends v.GenericSchema>(
  line: string,
  schema: Schema,
  place: string,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, JSON.parse(line))
  if (result.success) return result.output
  throw new Error(`${place}: ${v.summarize(result.issues)}`)
}

/** @param text tab-separated, first line the names of the columns */
const parseManifest = (text: string): readonly ArticleEntry[] => {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const names = head.split('\t')
  const column = (cells: readonly string[], name: string): string => cells[names.indexOf(name)] ?? ''
  return lines.map((line) => {
    const cells = line.split('\t')
    return {path: column(cells, 'path'), words: Number(column(cells, 'words')), tier: column(cells, 'tier')}
  })
}

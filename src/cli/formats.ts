/** Every format, by the name that `--format` gives. */
export const formats = [
  'pretty',
  'compact',
  'json',
  'ndjson',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjsonl',
  'markdown',
  'html',
] as const

export type Format = (typeof formats)[number]

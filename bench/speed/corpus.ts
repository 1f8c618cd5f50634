import {readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'

export interface BenchFile {
  readonly path: string
  /** From the disk, each time; from memory for text that was generated. */
  readonly read: () => Uint8Array
}

export interface Corpus {
  readonly name: string
  readonly files: readonly BenchFile[]
  /** UTF-8 bytes. */
  readonly bytes: number
}

export const articleName = /\.(md|mdx|markdown|txt)$/

/** Every article under a folder, in the order of their paths. */
export const corpusOf = (folder: string): Corpus => {
  const paths = statSync(folder).isFile()
    ? [folder]
    : readdirSync(folder, {recursive: true, encoding: 'utf8'})
        .filter((name) => articleName.test(name))
        .sort()
        .map((name) => join(folder, name))
  return {
    name: basename(folder),
    files: paths.map((path) => ({path, read: () => readFileSync(path)})),
    bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0),
  }
}

/** The seed articles and as much generated Markdown as makes 2 MB, the same at every run. */
export const defaultCorpus = (root: string): Corpus => {
  const seeds = corpusOf(join(root, 'fixtures', 'seeds'))
  const generated = Array.from({length: 250}, (_, index) => Buffer.from(generatedArticle(index, 8000)))
  return {
    name: 'the five seeds and generated text',
    files: [
      ...seeds.files,
      ...generated.map((bytes, index) => ({path: `generated/${index}.md`, read: () => bytes})),
    ],
    bytes: generated.reduce((sum, {length}) => sum + length, seeds.bytes),
  }
}

export const cpuMsSince = (before: NodeJS.CpuUsage): number => {
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

const sentences = [
  'Many people sleep better when they keep the same hours every day.',
  'In a trial of 412 adults, those who walked each morning lost **2.3 kg** more than those who did not.',
  'Talk to your doctor before you change how you take your tablets.',
  'No tea cures a cold, though a warm drink may ease a sore throat.',
  'About one in five adults has hay fever ([NHS](https://www.nhs.uk/conditions/hay-fever/)).',
  'It is not clear whether the effect lasts longer than a year [2].',
  'Is it safe to take both at once?',
  'The nurse said that most of her patients feel better within a week, but some never do.',
  'Take 400 mg with food, and never more than three times in 24 hours.',
  'This guide is about `salt`, *sugar* and what they do to blood pressure.',
]

/** A plausible article: headings, paragraphs, lists, a table, references. @param size UTF-16 code units, at least */
export const generatedArticle = (seed: number, size: number): string => {
  const next = randomNumbers(seed)
  const pick = (): string => sentences[Math.floor(next() * sentences.length)]!
  const paragraph = (): string => Array.from({length: 2 + Math.floor(next() * 4)}, pick).join(' ')
  const blocks = [`---\ntitle: "Article ${seed}"\ndate: 2026-01-01\n---`, `# Article ${seed}`]
  let length = 0
  while (length < size) {
    const choice = next()
    const block =
      choice < 0.15
        ? `## ${pick().replace(/[.?]$/, '')}`
        : choice < 0.3
          ? `- ${pick()}\n- ${pick()}\n- ${pick()}`
          : choice < 0.35
            ? '| drug | dose |\n| --- | --- |\n| one | 5 mg |\n| two | 10 mg |'
            : paragraph()
    blocks.push(block)
    length += block.length
  }
  blocks.push('## References', '1. Smith J. Salt. 2019.\n2. Bok K. Sugar. 2021. https://doi.org/10.1000/182')
  return `${blocks.join('\n\n')}\n`
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed + 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

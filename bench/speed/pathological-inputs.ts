const words =
  'garlic water lowers blood pressure in most adults, the study of 412 people found; doctors say it may help. '

const prose = (length: number): string => words.repeat(Math.ceil(length / words.length)).slice(0, length)

const repeated = (piece: string, length: number): string => piece.repeat(Math.floor(length / piece.length))

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => line(index)).join('\n')

const megabyte = 1_000_000

/** Texts that make a parser or a matcher slow when it is not linear, or deep when it recurses. */
export const pathologicalInputs: Readonly<Record<string, () => string>> = {
  'paragraph-10mb': () => prose(10 * megabyte),
  'paragraph-1mb': () => prose(megabyte),
  'quotes-50k': () => `${'>'.repeat(50_000)} a`,
  'lists-50k': () => `${'- '.repeat(50_000)}a`,
  'lists-1k-indented': () => lines(1000, (index) => `${'  '.repeat(index)}- a`),
  'quotes-1k-lazy': () => lines(1000, (index) => `${'> '.repeat(index + 1)}a`),
  'stars-1mb': () => '*'.repeat(megabyte),
  'stars-a-1mb': () => repeated('*a ', megabyte),
  'stars-ab-1mb': () => `a**b${repeated('c* ', megabyte)}`,
  'underscores-1mb': () => `${'_'.repeat(megabyte)}a`,
  'underscores-a-1mb': () => repeated('_a ', megabyte),
  'brackets-1mb': () => '['.repeat(megabyte),
  'brackets-a-1mb': () => repeated('[a](b ', megabyte),
  'backticks-1mb': () => lines(1400, (index) => `a${'`'.repeat(index + 1)}`).replaceAll('\n', ''),
  'links-100k': () =>
    lines(100_000, (index) => `[study ${index}](https://example.org/${index})`).replaceAll('\n', ' '),
  'links-100k-lines': () => lines(100_000, (index) => `- [study ${index}](https://example.org/${index})`),
  'references-20k': () =>
    `${lines(20_000, (index) => `[r${index}]: https://example.org/${index}`)}\n\n${lines(20_000, (index) => `[r${index}]`).replaceAll('\n', ' ')}`,
  'table-long': () =>
    `|${' h |'.repeat(10)}\n|${'---|'.repeat(10)}\n${`|${' cell |'.repeat(10)}\n`.repeat(10_000)}`,
  'table-wide': () =>
    `|${' h |'.repeat(10_000)}\n|${'---|'.repeat(10_000)}\n${`|${' c |'.repeat(10_000)}\n`.repeat(10)}`,
  'cures-1mb': () => repeated('cures ', megabyte),
  'no-sentence-1mb': () => repeated('patient ', megabyte),
  'no-space-1mb': () => 'a'.repeat(megabyte),
  'dots-1mb': () => repeated('a.', megabyte),
  'www-1mb': () => repeated('www.', megabyte),
  'paragraphs-1mb': () => `${prose(198)}.\n\n`.repeat(5000),
  'headings-50k': () => lines(50_000, (index) => `# h${index}`),
  'html-open-1mb': () => repeated('<div ', megabyte),
  'newlines-1mb': () => '\n'.repeat(megabyte),
  // What a linter of prose adds to the list: cues, figures, citations and brackets without end.
  'negations-1mb': () => repeated('not no never ', megabyte),
  'percents-1mb': () => repeated('12% of 1 in 5 ', megabyte),
  'citations-1mb': () => repeated('(Smith, 2019) [3] ', megabyte),
  'open-notes-1mb': () => repeated('(Note: ', megabyte),
  // Figures without a source, each of which asks what stands around it.
  'claims-list': () => repeated('- Some 45% of adults sleep badly, the study said.\n', megabyte),
  'claims-table': () => `| tea | share |\n| --- | --- |\n${repeated('| mint | 45% of adults |\n', megabyte)}`,
  'claims-paragraph': () => `The study said so. ${repeated('About 45% of adults sleep badly. ', megabyte)}`,
  // Each figure asks the paragraph before it for the study it may rest on.
  'claims-story': () =>
    `# News\n\n${repeated('Okoro (2021) found it. ', megabyte / 2)}\n\nThe study said so. ${repeated('About 45% of adults sleep badly. ', megabyte / 2)}`,
  'struck-1mb': () => repeated('~~Keto cures diabetes.~~\n\n', megabyte),
  'claims-paragraphs': () => repeated('About 45% of adults sleep badly.\n\n', megabyte),
  // A bracket that is never closed, before a list of references.
  'citation-keys': () => `It is [@a ${repeated('@a ', megabyte)}\n\n## References\n\n1. Boyd. Tea. 2018.\n`,
  'slots-in-a-sentence': () => repeated('is warm (citation needed); it ', megabyte),
  // Each asks whether the alternative text of a picture says the same.
  'captions-apart': () => lines(megabyte / 40, (cup) => `A [image: some words about ${cup} cups] here.\n`),
  'slots-in-code': () => repeated('`[insert link here]` ', megabyte),
  'headings-again': () => repeated('## Tea facts\n\nWarm.\n\n', megabyte),
  'quotation-marks-1mb': () => repeated('“a ', megabyte),
}

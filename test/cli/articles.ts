/** One error of `no-absolute-safety`, and nothing of any rule that the tests name beside it. */
export const absolute = '# Salt lamps\n\nThis tea is 100% safe.\n'

export const harmless = '# Sleep\n\nMost adults feel best with seven hours of sleep.\n'

/** One error of `no-drafting-residue`, with a fix that deletes the second paragraph. */
export const drafted =
  '# Sleep\n\nA dark room may help.\n\n(Note: The article is 300 words long. Expand it to reach the desired length.)\n'

export const draftedFixed = '# Sleep\n\nA dark room may help.\n'

/** The rules that these texts break, alone. */
export const safety = ['--rule', 'no-absolute-safety'] as const
export const residue = ['--rule', 'no-drafting-residue'] as const

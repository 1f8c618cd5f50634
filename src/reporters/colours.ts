/** The paints a report uses; with colour off each gives its text back. `picocolors` makes them. */
export interface Colours {
  readonly bold: Paint
  readonly dim: Paint
  readonly underline: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly green: Paint
  readonly cyan: Paint
}

type Paint = (text: string) => string

const plain: Paint = (text) => text

/** For reports that are not read in a terminal. */
export const noColours: Colours = {
  bold: plain,
  dim: plain,
  underline: plain,
  red: plain,
  yellow: plain,
  green: plain,
  cyan: plain,
}

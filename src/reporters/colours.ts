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

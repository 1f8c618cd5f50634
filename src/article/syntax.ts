/**
 * What the walk reads of a syntax tree: mdast, with the MDX nodes that two parsers type differently. A field that a
 * kind of node lacks is absent.
 */
export interface SyntaxNode {
  readonly type: string
  readonly position?: {readonly start: SyntaxPoint; readonly end: SyntaxPoint} | undefined
  readonly children?: readonly SyntaxNode[]
  readonly value?: string
  readonly url?: string
  readonly alt?: string | null | undefined
  readonly depth?: number
  readonly ordered?: boolean | null | undefined
  readonly checked?: boolean | null | undefined
  readonly identifier?: string
  readonly label?: string | null | undefined
  readonly name?: string | null | undefined
}

interface SyntaxPoint {
  readonly offset?: number | undefined
}

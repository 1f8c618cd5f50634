declare module 'virtual:rule-pack' {
  /** The folder `rules/` as one value; `rules/pack.ts` checks its shape at the door. */
  const pack: {
    readonly rules: readonly Record<string, unknown>[]
    readonly lexicons: Readonly<Record<string, unknown>>
    readonly sources: Readonly<Record<string, unknown>>
    readonly presets: Readonly<Record<string, unknown>>
  }
  export default pack
}

declare module 'virtual:rule-index' {
  /** Of the folder `rules/`, what settings are merged with. */
  const index: import('./rules/pack.js').PackIndex
  export default index
}

declare module 'virtual:phrase-program' {
  /** The phrases of `rules/`, compiled. */
  const packed: import('./phrase/packed.js').PackedPhrases
  export default packed
}

declare module '*.yaml' {
  const value: unknown
  export default value
}

import type {Command} from './command.js'

interface ListedCommand {
  readonly usage: string
  readonly summary: string
  /** Imported when asked for, so that a plain run starts without it. */
  readonly load: () => Promise<Command>
}

/** All commands but linting itself, which has no name. A folder called like one of them is written `./rules`. */
export const commands: Readonly<Record<string, ListedCommand>> = {
  baseline: {
    usage: 'baseline [paths…] [--prune]',
    summary: 'take down what is there today, so that only what is new is reported',
    load: async () => (await import('./write-baseline.js')).baseline,
  },
  explain: {
    usage: 'explain <rule> [paths…]',
    summary:
      'why a rule exists, its sources, examples, and how to silence it; with paths, what it sees in those articles and why it speaks or keeps silent',
    load: async () => (await import('./explain.js')).explain,
  },
  init: {
    usage: 'init [--baseline] [--workflow] [--force]',
    summary: 'look at the articles here and write a first configuration',
    load: async () => (await import('./init.js')).init,
  },
  match: {
    usage: "match '<phrase>' [paths…]",
    summary: 'show what a phrase of the rule notation finds',
    load: async () => (await import('./match-phrase.js')).matchPhrase,
  },
  test: {
    usage: 'test <pack…> [--watch]',
    summary: 'run the examples of rules of your own',
    load: async () => (await import('./test-packs.js')).testPacks,
  },
  rules: {
    usage: 'rules [--format json]',
    summary: 'list every rule with its level',
    load: async () => (await import('./list-rules.js')).listRules,
  },
}

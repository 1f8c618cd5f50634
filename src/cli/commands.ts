import type {Command} from './command.js'

interface ListedCommand {
  readonly usage: string
  readonly summary: string
  /** Imported when asked for, so that a plain run starts without it. */
  readonly load: () => Promise<Command>
}

/** All commands but linting itself, which has no name. A folder called like one of them is written `./rules`. */
export const commands: Readonly<Record<string, ListedCommand>> = {
  explain: {
    usage: 'explain <rule>',
    summary: 'why a rule exists, its sources, examples, and how to silence it',
    load: async () => (await import('./explain.js')).explain,
  },
  rules: {
    usage: 'rules [--format json]',
    summary: 'list every rule with its level',
    load: async () => (await import('./list-rules.js')).listRules,
  },
}

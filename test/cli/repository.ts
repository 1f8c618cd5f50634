import {execFileSync} from 'node:child_process'
import {mkdirSync, realpathSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {folderWith} from './command.js'

/** A git repository in a folder of its own, for as long as the test. */
export interface Repository {
  readonly folder: string
  readonly git: (...args: string[]) => string
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Commits all there is. */
  readonly commit: (message: string) => void
}

/** A repository whose branch `main` has one commit with these files. */
export const repositoryWith = (files: Readonly<Record<string, string>>): Repository => {
  const folder = realpathSync(folderWith(files))
  const repository = repositoryIn(folder)
  repository.git('init', '-q', '-b', 'main')
  repository.commit('the articles as they are')
  return repository
}

export const repositoryIn = (folder: string): Repository => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    folder,
    git,
    write: (written) => {
      for (const [path, text] of Object.entries(written)) {
        mkdirSync(dirname(join(folder, path)), {recursive: true})
        writeFileSync(join(folder, path), text)
      }
    },
    commit: (message) => {
      git('add', '-A')
      git('commit', '-qm', message)
    },
  }
}

import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'

/** The command as it is published; a variable names another, such as one installed from the packed package. */
export const commandFile =
  process.env['HEALTHLINT_COMMAND'] ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Circumstances {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  /** Bytes for standard input, which is empty without them. */
  readonly input?: string | Uint8Array
}

/** Runs the built command in a process of its own, without the colour settings of the shell that runs the tests. */
export const healthlint = (args: readonly string[], circumstances: Circumstances): Promise<Outcome> =>
  outcomeOf(process.execPath, [commandFile, ...args], circumstances)

/** Runs a line of shell, in which `$healthlint` is the command. */
export const shell = (line: string, circumstances: Circumstances): Promise<Outcome> =>
  outcomeOf('bash', ['-c', `healthlint="${process.execPath} ${commandFile}"; ${line}`], circumstances)

const outcomeOf = (
  file: string,
  args: readonly string[],
  {cwd, env, input}: Circumstances,
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const {FORCE_COLOR: _forced, NO_COLOR: _unwanted, ...plain} = process.env
    const child = spawn(file, args, {cwd, env: {...plain, ...env}})
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject).on('close', (code) => resolve({code, stdout, stderr}))
    child.stdin.on('error', () => {}).end(input ?? '')
  })

/** A folder with these files in it, gone when the test is over. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}

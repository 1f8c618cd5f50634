#!/usr/bin/env node
import {version} from '../../package.json'
import {createConnection} from './protocol.js'
import {serve} from './server.js'

const usage = `Usage: healthlint-lsp --stdio

The language server of healthlint, for editors; they start it and speak to it over standard input and output.
--node-ipc, --pipe=NAME and --socket=PORT are the other ways to speak to it.

  --version  print the version
  --help     print this
`

const transports = /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/
const [argument] = process.argv.slice(2)

if (argument === '--help' || argument === '-h') process.stdout.write(usage)
else if (argument === '--version') process.stdout.write(`${version}\n`)
else if (process.argv.slice(2).some((one) => transports.test(one)))
  serve(createConnection(), version, new URL('./lsp-thread.js', import.meta.url))
else {
  process.stderr.write(usage)
  process.exitCode = 2
}

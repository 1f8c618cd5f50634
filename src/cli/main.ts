#!/usr/bin/env node
import {run} from './run.js'
import {processTerminal} from './terminal.js'

// Not `process.exit`, which would cut off what a pipe has not yet taken.
process.exitCode = await run(process.argv.slice(2), processTerminal())

#!/usr/bin/env node
import * as module from 'node:module'
import {setFlagsFromString} from 'node:v8'
import {processTerminal} from './terminal.js'

/*
 * V8 compiles a function for speed once it has spent its budget. With V8's own budget, a run over thousands of articles
 * compiles hundreds of functions again and again as they meet new cases, and a fifth of its processor time goes there;
 * with a larger one they have met most cases before. Measured on 2,843 articles; it changes no result. Later lines of
 * Node have a compiler between the two, and V8 calls the budget otherwise there.
 */
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000')

// From Node 22 on, what was compiled is kept for the next start; it must be said before anything large is imported.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache()
const {run} = await import('./run.js')

// Not `process.exit`, which would cut off what a pipe has not yet taken.
process.exitCode = await run(process.argv.slice(2), processTerminal())

import {parentPort, workerData} from 'node:worker_threads'
import {createEngine, type Job} from './engine.js'
import {settingsFinder} from './find-settings.js'
import type {EditorSettings} from './settings-for.js'

/*
 * Linting is synchronous. In a thread of its own it cannot keep the server from answering, and what hangs can be ended.
 * A change of the configuration ends the thread, too: the next one imports configuration and plugins afresh.
 */
const engine = createEngine(settingsFinder(workerData as EditorSettings))

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await engine(job))
})

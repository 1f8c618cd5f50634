import * as v from 'valibot'
import {configStamps, type FileStamps, watchedNames} from './config-stamp.js'
import {DidChangeWatchedFilesNotification} from './protocol.js'
import type {Session} from './session.js'
import type {EditorSettings} from './settings-for.js'
import type {Troubles} from './troubles.js'

/** What clients send as the section `healthlint`; anything else in it is another version's. */
const sectionSchema = v.object({preset: v.optional(v.nullable(v.string()))})

export const editorSettings = (value: unknown, trusted: boolean): EditorSettings => {
  const section = v.safeParse(sectionSchema, value)
  const preset = section.success ? section.output.preset : undefined
  return {trusted, ...(preset === undefined || preset === null || preset === '' ? {} : {preset})}
}

/** Milliseconds between two looks at the disk. */
const shortestInterval = 1000

/**
 * Lints anew when the configuration changes: the client's settings, files that it watches, and, since not every client
 * watches and none watches packs, what is found to have changed on the disk while the author types or saves.
 *
 * @returns what is to be done once the client is ready for requests
 */
export const serveConfiguration = (
  {connection, features, documents, engine, checker, snapshotOf}: Session,
  initial: EditorSettings,
  troubles: Troubles,
  relint: () => void,
): (() => Promise<void>) => {
  let settings = initial
  let stamps: FileStamps = new Map()
  let looked = 0

  const look = (): FileStamps => {
    looked = performance.now()
    const paths = documents.keys().flatMap((uri) => snapshotOf(uri)?.path ?? [])
    return configStamps(paths, checker.files())
  }

  const reload = (): void => {
    // Looked at before it is read again, so that a change meanwhile is noticed the next time.
    stamps = look()
    checker.invalidate()
    engine.restart(settings)
    troubles.clear()
    relint()
  }

  /** Of a file that is new in the list nobody knows whether it has changed. */
  const reloadIfChanged = (): void => {
    const now = look()
    const isChanged = [...now].some(([file, stamp]) => (stamps.get(file) ?? stamp) !== stamp)
    stamps = now
    if (isChanged) reload()
  }
  const reloadNowAndThen = (): void => {
    if (performance.now() - looked >= shortestInterval) reloadIfChanged()
  }

  const adopt = (value: unknown): void => {
    const changed = editorSettings(value, initial.trusted)
    if (changed.preset === settings.preset) return
    settings = changed
    reload()
  }

  documents.onDidOpen(reloadIfChanged)
  documents.onDidSave(reloadIfChanged)
  documents.onDidChangeContent(reloadNowAndThen)
  connection.onDidChangeWatchedFiles(reload)
  connection.onDidChangeConfiguration(async ({settings: sent}) => {
    if (features.hasConfiguration) adopt(await connection.workspace.getConfiguration('healthlint'))
    else if (typeof sent === 'object' && sent !== null)
      adopt((sent as {readonly healthlint?: unknown}).healthlint)
  })
  return async () => {
    if (features.watchesFiles) {
      const globPattern = `**/{${watchedNames.join(',')}}`
      await connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: [{globPattern}]})
    }
    if (features.hasConfiguration) adopt(await connection.workspace.getConfiguration('healthlint'))
  }
}

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type ExtensionContext, workspace} from 'vscode'

/** The first version whose server speaks as this extension expects. */
const oldest: readonly [number, number] = [0, 1]

/**
 * The workspace's own server, so that an author sees what the command and CI see; the one that came with the extension
 * where there is none, it is too old, or the folder's code must not run.
 */
export const serverModule = (context: ExtensionContext): {readonly module: string; readonly from: string} => {
  const wanted = workspace.getConfiguration('healthlint').get<string>('server')
  if (workspace.isTrusted && wanted !== 'bundled') {
    for (const {uri} of workspace.workspaceFolders ?? []) {
      if (uri.scheme !== 'file') continue
      const folder = join(uri.fsPath, 'node_modules', 'healthlint')
      const module = join(folder, 'dist', 'lsp.js')
      const version = versionOf(folder)
      if (version !== undefined && isNewEnough(version) && existsSync(module))
        return {module, from: `${version} of ${folder}`}
    }
  }
  return {module: context.asAbsolutePath('dist/server/lsp.js'), from: 'bundled'}
}

const versionOf = (folder: string): string | undefined => {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined
    return String(manifest.version)
  } catch {
    return undefined
  }
}

const isNewEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

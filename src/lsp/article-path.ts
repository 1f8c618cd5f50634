import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * The path that an open document is linted as. One that was never saved has the workspace's folder and an ending for
 * its language, so that configuration is found and plain text is not read as Markdown.
 */
export const articlePath = (
  document: {readonly uri: string; readonly languageId: string},
  folder: string,
): string => {
  const path = filePath(document.uri) ?? resolve(folder, 'untitled')
  if (document.languageId === 'plaintext' && !/\.txt$/i.test(path)) return `${path}.txt`
  if (document.languageId === 'mdx' && !/\.mdx$/i.test(path)) return `${path}.mdx`
  return path
}

/** Nothing for a document that is not a file. */
export const filePath = (uri: string): string | undefined => {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

import {sep} from 'node:path'

/** The folder of a path as it is written, with what parts it from the name; nothing for a name alone. */
export const folderOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf(sep)) + 1)

export type {FileError, FileResult} from '../file-result.js'
export {
  type ConfigLookupOptions,
  type ConfigOverrides,
  configLookup,
  type FileConfig,
} from './config/config-lookup.js'
export {articleExtensions, type FindOptions, type FoundFiles, findFiles} from './find-files.js'
export {type LintFilesOptions, lintFiles} from './lint-files.js'
export {loadPack} from './load-pack.js'
export {readArticle} from './read-article.js'

export type {FileError, FileResult} from '../file-result.js'
export {articleExtensions, type FindOptions, type FoundFiles, findFiles} from './find-files.js'
export {type LintFilesOptions, lintFiles} from './lint-files.js'
export {readArticle} from './read-article.js'

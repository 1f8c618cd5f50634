import {articleExtensions} from '../node/find-files.js'

/** What to say of a path, folder or glob in which no article was found. */
export const nothingIn = (pattern: string): string =>
  `no article in “${pattern}”: no ${articleExtensions.join(', ')} file that .gitignore lets through; name another path`

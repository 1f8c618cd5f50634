import type {Problem} from '../../article/article.js'
import type {Structure} from './structure.js'

/** Reports what reading the article itself met: MDX that does not parse, front matter that is not YAML, another language. */
export const problemsOf =
  (id: Problem['id']): Structure =>
  (article) =>
    article.problems.filter((problem) => problem.id === id).map(({source, message}) => ({...source, message}))

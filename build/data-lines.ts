/**
 * A tsup plugin: data in a string stands on one line of its own. Code is broken into short lines, for the sake of stack
 * traces; breaks inside the rule pack and the phrases would make the package 18 KB larger, and nothing is thrown there.
 */
export const dataOnOneLine = () => ({
  name: 'data-on-one-line',
  renderChunk: (code: string) => ({
    code: code.replace(
      /=JSON\.parse\('((?:[^'\\]|\\[\s\S])*)'\);/g,
      (all) =>
        `\n${all.replace(/\\(\n|[\s\S])/g, (pair, second: string) => (second === '\n' ? '' : pair))}\n`,
    ),
  }),
})

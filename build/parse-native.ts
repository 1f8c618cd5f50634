import type {Plugin} from 'esbuild'

/**
 * `src/parse-native.ts` becomes `#parse-native`, a file of its own in `dist/` that the package's `imports` swap for its
 * stand-in wherever the runtime or the bundler does not call itself Node. Bundled into the core's chunk it could not be
 * left out.
 */
export const parseNativeApart = (): Plugin => ({
  name: 'parse-native-apart',
  setup(build) {
    build.onResolve({filter: /^\.{1,2}\/(.*\/)?parse-native\.js$/}, () => ({
      path: '#parse-native',
      external: true,
    }))
  },
})

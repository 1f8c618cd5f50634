import {defineConfig} from 'vitest/config'

/** Tests that need an editor on the machine; `npm test` does not run them. */
export default defineConfig({
  test: {include: ['test/editors/**/*.editor.ts'], testTimeout: 180_000, hookTimeout: 180_000},
})

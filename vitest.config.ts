import {defineConfig} from 'vitest/config'
import {rulePackForVite} from './build/rule-pack.js'
import {yamlForVite} from './build/yaml.js'

export default defineConfig({
  plugins: [yamlForVite(), rulePackForVite()],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {include: ['src/**/*.ts']},
  },
})

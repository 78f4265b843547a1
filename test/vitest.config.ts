import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/postgres.global.ts'],
    // tests wait for servers more than they reckon: the core that vitest would leave to itself has little to do
    maxWorkers: '100%',
    // a browser or a database may have to start first
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/**', 'commands/**', 'views/**', 'messages/**', 'sandbox/**'] },
  },
})

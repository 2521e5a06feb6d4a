import { defineConfig } from 'vitest/config'

// Suites that start a Worker or a browser run one file at a time: the machine has two cores.
const started = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts', 'tests/conformance/**/*.test.ts', 'tests/house/**/*.test.ts'],
        },
      },
      { test: { name: 'db', include: ['tests/db/**/*.test.ts'], ...started } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
      { test: { name: 'functions', include: ['tests/functions/**/*.test.ts'], ...started } },
      { test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], ...started } },
    ],
  },
})

import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

/** Fast tests share their workers: every file has a database of its own, and modules keep no state that a test changes. */
const setupFiles = ['test/support/temporal-equality.ts']
/** Node loads our files as it does when the house runs: nothing is rewritten before. */
const experimental = { viteModuleRunner: false }
const globalSetup = ['test/support/cluster.ts']
const shared = { pool: 'threads', isolate: false, experimental, globalSetup, setupFiles } as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['{kernel,platform,modules,apps,sandbox,demo,packages,bench,test}/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/faults/*.test.ts', 'test/a11y/**', 'node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'a11y',
          include: ['test/a11y/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          globalSetup,
          setupFiles,
          pool: 'forks', // what one file breaks must not reach the next
          include: ['test/faults/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

import { fileURLToPath } from 'node:url'

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** Seeded databases and data folders, kept between runs and not in the repository. */
export const dataFolder = folder('data')
/** One JSON file a benchmark: what was measured last. */
export const resultsFolder = folder('results')
/** Words of people about the figures, one file a benchmark. */
export const notesFolder = folder('notes')
export const performancePage = folder('../docs/performance.md')

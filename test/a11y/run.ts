import { fileURLToPath } from 'node:url'
import { openResults } from '#test/results'
import { runTests } from '#test/vitest-run'

/** `npm run test:a11y`: every page of the storefront in both languages, at every width and in both sizes of text, and every page of the console. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const results = openResults(root)
const { passed, failed } = await runTests(root, 'a11y', { keep: (result) => results.keep('a11y', result) })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openResults } from '#test/results'
import { runTests } from '#test/vitest-run'

/** `npm run test:faults [-- letters]`: every file under these letters that is not green already with these very sources. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const letters = process.argv.slice(2).join('').toLowerCase()
const results = openResults(root)
const green = new Map(results.read().flatMap((result) => (result.ok ? [[result.path, result]] : [])))

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && (letters === '' || letters.includes(name[0]!)))
  .map((name) => `test/faults/${name}`)
  .sort()
const pending = files.filter((path) => !green.has(path))

const total = { passed: 0, failed: 0 }
for (const path of files) {
  const known = green.get(path)
  if (known) console.log(`✓ ${path} (${known.tests.length} passed before)`)
  total.passed += known?.tests.length ?? 0
}
if (pending.length > 0) {
  const keep = (result: Parameters<typeof results.keep>[1]) => results.keep('faults', result)
  const { passed, failed } = await runTests(root, 'faults', { files: pending, keep, longestMillis: 60 * 60_000 })
  total.passed += passed
  total.failed += failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

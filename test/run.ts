import { fileURLToPath } from 'node:url'
import { checkSteps } from '#test/check-steps'
import { openResults } from '#test/results'
import { runSteps, type Tally } from '#test/steps'
import { runTests } from '#test/vitest-run'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = openResults(root)

function test(project: string): Promise<Tally> {
  results.forget(project)
  return runTests(root, project, { keep: (result) => results.keep(project, result) })
}

const stages: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['Checks', () => runSteps(checkSteps(root))],
  ['Unit, use-case and API tests', () => test('unit')],
  ['Browser journeys', () => test('journeys')],
]

const total = { passed: 0, failed: 0 }
for (const [name, run] of stages) {
  console.log(`\n${name}`)
  const { passed, failed } = await run()
  total.passed += passed
  total.failed += failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

import { fileURLToPath } from 'node:url'
import { checkSteps } from '#test/check-steps'
import { runSteps, type Tally } from '#test/steps'
import { runTests } from '#test/vitest-run'

const root = fileURLToPath(new URL('..', import.meta.url))
const stages: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['Checks', () => runSteps(checkSteps(root))],
  ['Unit, use-case and API tests', () => runTests(root, 'unit')],
  ['Browser journeys', () => runTests(root, 'journeys')],
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

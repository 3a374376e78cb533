import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkHouse } from './architecture.ts'
import { fewestArrows, plan } from './floors.ts'
import { ownershipFaults } from './ownership.ts'
import { requirementCoverage } from './requirement-ids.ts'
import { command, type Outcome, type Step } from './steps.ts'

/** Everything that is checked without running the house. */
export const checkSteps = (root: string): Step[] => [
  command(root, 'types', ['tsc', '--noEmit', '-p', '.']),
  command(root, 'client of the API', ['node', 'test/client.ts', '--check']),
  ...faces(root),
  command(root, 'lint and format', ['biome', 'check', '--error-on-warnings', '.']),
  { name: 'architecture', run: async () => architecture(root) },
  command(root, 'unused code', ['knip', '--no-progress']),
  { name: 'requirement ids', run: async () => requirementIds(root) },
]

/** The two faces run in a browser and have their own compiler settings. */
const faces = (root: string): Step[] =>
  ['console', 'storefront']
    .filter((face) => existsSync(join(root, 'apps', face, 'tsconfig.json')))
    .map((face) => command(root, `types of the ${face}`, ['tsc', '--noEmit', '-p', `apps/${face}`]))

function architecture(root: string): Outcome {
  const { files, arrows, violations } = checkHouse(root)
  const faults = [...violations, ...ownershipFaults(readMigrations(root), plan)]
  if (arrows < fewestArrows) faults.push(`only ${arrows} imports were read; the house has at least ${fewestArrows}`)
  return { ok: faults.length === 0, note: `${arrows} imports in ${files} files`, output: faults.join('\n') }
}

function readMigrations(root: string): string[] {
  const folder = join(root, 'migrations')
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
}

function requirementIds(root: string): Outcome {
  const { known, covered, unknown, nowhere } = requirementCoverage(root)
  const faults = [
    ...unknown.map((id) => `${id} stands in a test's title but in no row of docs/requirements.md`),
    ...nowhere.map((id) => `${id} has a test, but docs/requirements.md does not say where a person uses it`),
  ]
  return { ok: faults.length === 0, note: `${covered.length} of ${known} have a test`, output: faults.join('\n') }
}

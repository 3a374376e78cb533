import { posix } from 'node:path'
import { findCycles } from './cycles.ts'
import { plan as ourPlan, type Plan } from './floors.ts'
import { foreignWrites } from './ownership.ts'
import { isTest, type Place, placeOf } from './places.ts'
import { type Import, parseSource, readSources, type Source, type SourceText } from './sources.ts'

export interface Findings {
  readonly files: number
  /** Imports read, of whatever kind. */
  readonly arrows: number
  readonly violations: readonly string[]
}

interface Arrow extends Import {
  readonly from: string
  /** A path of ours, `node:…`, a package's name, or `?`. */
  readonly to: string
}

const areas = ['kernel', 'platform', 'modules', 'apps', 'sandbox', 'demo']

/** Reads the whole house and holds it to its plan. */
export const checkHouse = (root: string): Findings => checkArchitecture(readSources(root, areas), ourPlan)

/** Holds sources to a plan: direction, doors, models without I/O, cycles, ownership of tables. */
export function checkArchitecture(texts: readonly SourceText[], plan: Plan): Findings {
  const sources = texts.map(parseSource)
  const paths = new Set(sources.map(({ path }) => path))
  const arrows = sources.flatMap((source) =>
    source.imports.map((one) => ({ ...one, from: source.path, to: resolve(one.specifier, source.path, paths) })),
  )
  const building = arrows.filter(({ from }) => !isTest(from))
  return {
    files: sources.length,
    arrows: arrows.length,
    violations: [
      ...sources.filter(({ fault }) => fault).map(({ path, fault }) => `${path}: cannot be read: ${fault}`),
      ...building.flatMap((arrow) => said(arrow, directionFault(arrow, plan))),
      ...arrows.flatMap((arrow) => said(arrow, doorFault(arrow))),
      ...impureModels(sources, building),
      ...impurePages(sources, building),
      ...cyclesIn(building),
      ...sources.flatMap((source) => foreignWrites(source, plan)),
    ],
  }
}

const said = ({ from, line }: Arrow, fault: string | undefined): string[] =>
  fault ? [`${from}:${line}: ${fault}`] : []

const isOurs = (path: string): boolean => areas.includes(placeOf(path).area) || path.startsWith('test/')

/** Where an import leads. The aliases are those of package.json. */
function resolve(specifier: string | undefined, from: string, paths: ReadonlySet<string>): string {
  if (specifier === undefined) return '?'
  if (specifier.startsWith('.')) return existing(posix.join(posix.dirname(from), specifier), paths)
  const [, alias, rest] = /^#([a-z]+)\/(.+)$/.exec(specifier) ?? []
  if (!alias) return specifier
  if (alias === 'kernel' || alias === 'apps') return `${alias}/${rest}.ts`
  if (alias === 'test') return `test/support/${rest}.ts`
  if (alias === 'demo') return `demo/${rest}/index.ts`
  if (alias === 'platform') return `platform/${rest}/index.ts`
  return alias === 'model' ? `modules/${rest}/model.ts` : `modules/${alias}/${rest}/index.ts`
}

const existing = (path: string, paths: ReadonlySet<string>): string =>
  [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => paths.has(candidate)) ?? path

/** Who may know whom. */
function directionFault(arrow: Arrow, plan: Plan): string | undefined {
  const [from, to] = [placeOf(arrow.from), placeOf(arrow.to)]
  if (arrow.to === '?')
    return ['kernel', 'platform', 'modules'].includes(from.area)
      ? 'imports a computed name, which nobody can check'
      : undefined
  if (!isOurs(arrow.to))
    return from.area === 'kernel' && arrow.to !== 'node:crypto' ? `the kernel imports ${arrow.to}` : undefined
  if (arrow.to.startsWith('test/')) return `imports ${arrow.specifier}, which is for tests`
  switch (from.area) {
    case 'kernel':
      return to.area === 'kernel' ? undefined : `the kernel imports ${arrow.specifier}`
    case 'platform':
      return ['kernel', 'platform'].includes(to.area) ? undefined : `the platform imports ${arrow.specifier} from above`
    case 'modules':
      return floorFault(from, to, arrow, plan)
    case 'sandbox':
      return sandboxFault(to, arrow)
    default:
      return undefined
  }
}

function floorFault(from: Place, to: Place, arrow: Arrow, plan: Plan): string | undefined {
  if (['kernel', 'platform'].includes(to.area)) return undefined
  if (to.area !== 'modules') return `a room imports ${arrow.specifier} from ${to.area}`
  const [level, target] = [plan.floors.indexOf(from.floor!), plan.floors.indexOf(to.floor!)]
  if (level < 0 || target < 0) return `${level < 0 ? from.floor : to.floor} is no floor of the house`
  if (target > level) return `upward import: ${from.room} → ${to.room}`
  if (target < level || from.room === to.room) return undefined
  return plan.roomArrows[from.room]?.includes(to.room)
    ? undefined
    : `undeclared arrow inside a floor: ${from.room} → ${to.room}`
}

function sandboxFault(to: Place, { specifier, typeOnly }: Arrow): string | undefined {
  if (['kernel', 'sandbox'].includes(to.area)) return undefined
  const isPort = ['platform/payments', 'platform/carriers'].includes(to.room) && typeOnly
  return isPort ? undefined : `a sandbox stands outside the house and imports ${specifier}`
}

/** Another room is entered by its doors, never by a path. */
function doorFault({ from, to, specifier }: Arrow): string | undefined {
  if (!isOurs(to) || to.startsWith('test/') || from.startsWith('test/')) return undefined
  const [here, there] = [placeOf(from), placeOf(to)]
  if (here.room === there.room) return undefined
  const isDoor = specifier!.startsWith('#') && doorsOf(there).some((door) => door.test(to))
  return isDoor ? undefined : `deep import: ${specifier} is not a door of ${there.room}`
}

function doorsOf({ area }: Place): RegExp[] {
  if (area === 'modules') return [/^modules\/[^/]+\/[^/]+\/(index|model)\.ts$/]
  if (area === 'platform') return [/^platform\/[^/]+\/index\.ts$/]
  if (area === 'kernel') return [/^kernel\/[^/]+\.ts$/]
  return [/.*/]
}

/** A model is safe in a browser: what it needs at run time is models, the kernel and files of its room that are as safe. */
function impureModels(sources: readonly Source[], arrows: readonly Arrow[]): string[] {
  const models = sources.map(({ path }) => path).filter((path) => /^modules\/[^/]+\/[^/]+\/model\.ts$/.test(path))
  return models.flatMap((model) =>
    reached(model, arrows)
      .filter(({ to }) => (isOurs(to) ? isServerOnly(to) : to !== 'typebox'))
      .map(
        ({ from, line, specifier }) =>
          `${from}:${line}: ${model} must stay free of I/O and reaches ${specifier ?? 'a computed import'}`,
      ),
  )
}

/** A page gets its data handed over; importing a room would bundle the room, and a second database pool with it. */
function impurePages(sources: readonly Source[], arrows: readonly Arrow[]): string[] {
  const pages = sources
    .map(({ path }) => path)
    .filter((path) => path.startsWith('apps/') && /\.(tsx|astro)$/.test(path))
  const faults = pages.flatMap((page) =>
    reached(page, arrows)
      .filter(({ to }) => isServerOnly(to))
      .map(
        ({ from, line, specifier }) =>
          `${from}:${line}: a page reaches ${specifier}; only models and the kernel may be bundled`,
      ),
  )
  return [...new Set(faults)]
}

const isServerOnly = (path: string): boolean =>
  path.startsWith('platform/') || /^modules\/[^/]+\/[^/]+\/index\.ts$/.test(path)

/** Every arrow that running a file follows, stopping where the platform or a room's server door is reached. */
function reached(start: string, arrows: readonly Arrow[]): Arrow[] {
  const followed: Arrow[] = []
  const seen = new Set([start])
  for (const path of seen)
    for (const arrow of isServerOnly(path) ? [] : arrows.filter(({ from, typeOnly }) => from === path && !typeOnly)) {
      followed.push(arrow)
      seen.add(arrow.to)
    }
  return followed
}

/** Files must not need each other to load; rooms must not know each other even by type. */
function cyclesIn(arrows: readonly Arrow[]): string[] {
  const files = arrows.filter(({ to, typeOnly }) => isOurs(to) && !typeOnly).map(({ from, to }) => [from, to] as const)
  const rooms = arrows
    .map(({ from, to }) => [placeOf(from), placeOf(to)] as const)
    .filter(([from, to]) => from.area === 'modules' && to.area === 'modules' && from.room !== to.room)
    .map(([from, to]) => [from.room, to.room] as const)
  return [...findCycles(files), ...findCycles(rooms)].map((cycle) => `cycle: ${cycle.join(' → ')}`)
}

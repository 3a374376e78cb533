import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { declaredRefusals } from '#kernel/refusal'
import { apiRoutes } from './api/index.ts'
import { listeners } from './house.ts'
import { houseTexts } from './texts.ts'

const root = join(import.meta.dirname, '..')

const sourcesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'))

const isSaid = (key: string): boolean => Boolean(houseTexts[key]?.zh.trim() && houseTexts[key].en.trim())

/** What stands for a kind in the sources: `'case.applied'`, or `order.promise_${alarm}` in backticks. */
const kindsIn = (source: string): string[] =>
  /from '(#office\/notices|\.\/notice\.ts)'/.test(source)
    ? [...source.matchAll(/['`]((?:[a-z_]+|\$\{\w+\})(?:\.(?:[a-z_]|\$\{\w+\})+)+)['`]/g)].map(([, kind]) => kind!)
    : []

/** A kind with a part that is filled in at run time is said when every key of its shape is, and there is one. */
function saidKeys(kind: string): string[] {
  const shape = new RegExp(`^notice\\.${kind.replaceAll('.', '\\.').replaceAll(/\$\{\w+\}/g, '[a-z_]+')}$`)
  return Object.keys(houseTexts).filter((key) => shape.test(key))
}

test('every notice has its words in both languages, and its kind is dotted', () => {
  const kinds = sourcesOf('{modules,apps}/**/*.ts').flatMap((source) =>
    [...source.matchAll(/\bkind: (['`])(?<kind>[^'`]+)\1,\s*subject:/g)].map((match) => match.groups!.kind!),
  )
  expect(kinds.length).toBeGreaterThan(20)
  expect(kinds.filter((kind) => !/^[a-z]+\.[a-z_${}]+$/.test(kind))).toEqual([])
  expect(kinds.filter((kind) => !saidKeys(kind).some(isSaid))).toEqual([])
})

test('every text of a notice belongs to a kind that is raised somewhere', () => {
  const raised = sourcesOf('{modules,apps}/**/*.ts').flatMap(kindsIn)
  const shapes = raised.flatMap(saidKeys)
  const written = Object.keys(houseTexts).filter((key) => key.startsWith('notice.'))
  expect(written.filter((key) => !shapes.includes(key))).toEqual([])
  expect(written.filter((key) => !isSaid(key))).toEqual([])
})

test('every refusal has its words in both languages', () => {
  expect([typeof apiRoutes, listeners.length > 5]).toEqual(['function', true])
  // Files share their worker: another test may have declared refusals of its own.
  const codes = declaredRefusals().filter((code) => !code.startsWith('test.'))
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter((code) => !isSaid(code)).toSorted()).toEqual([])
})

import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Catalogue, incomplete, isOfShape, saidBy, says } from '#test/page-texts'
import { readSources } from '#test/sources'
import { storefrontText } from './storefront/text.ts'
import { houseTexts } from './texts.ts'

const root = join(import.meta.dirname, '..')
/** The console's list of pages says their titles in both languages. */
const isCatalogue = (path: string) => /(text|texts|console\/src\/pages)\.ts$|\/storefront\/text\//.test(path)
const sources = readSources(root, ['apps']).filter(({ path }) => !path.endsWith('.test.ts'))
const said = sources.filter(({ path }) => !isCatalogue(path)).map(saidBy)
const faces = said.filter(({ path }) => /^apps\/(console|storefront)\//.test(path))
/** The words that the names of events and of their fields are made of. */
const dictionaries = ['eventWords', 'fieldWords', 'templatesText']
let ofConsole: Catalogue[] = []

beforeAll(async () => {
  const paths = sources.map(({ path }) => path).filter((path) => /^apps\/(audit|console)\/.*text\.ts$/.test(path))
  const modules = await Promise.all(paths.map((path) => import(join(root, path)) as Promise<Record<string, object>>))
  ofConsole = modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => !dictionaries.includes(name))
      .map(([name, texts]) => ({ name, texts: texts as Catalogue['texts'] })),
  )
})

test('every text has its words in both languages, with the same values to fill in', () => {
  const house: Catalogue = { name: 'houseTexts', texts: houseTexts }
  const storefront: Catalogue = { name: 'storefrontText', texts: storefrontText }
  expect(ofConsole.length).toBeGreaterThan(25)
  const faults = [...ofConsole, storefront, house].flatMap((each) =>
    incomplete(each).map((key) => `${each.name} ${key}`),
  )
  expect(faults).toEqual([])
})

test('every text that the storefront asks for is there', () => {
  const keys = Object.keys({ ...houseTexts, ...storefrontText })
  const asked = faces.filter(({ path }) => path.startsWith('apps/storefront/')).flatMap((page) => page.asked)
  expect(asked.length).toBeGreaterThan(300)
  expect(asked.filter((key) => !keys.some((known) => known === key || isOfShape(known, key)))).toEqual([])
})

test('no text of the console stands there unused', () => {
  const faults = ofConsole.flatMap(({ name, texts }) => {
    const readers = sources.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map(({ path }) => path)
    const folders = new Set(readers.filter((path) => !isCatalogue(path)).map((path) => dirname(path)))
    const pages = said.filter(({ path }) => folders.has(dirname(path)))
    return Object.keys(texts).flatMap((key) => (pages.some((page) => says(page, key)) ? [] : [`${name} ${key}`]))
  })
  expect(faults).toEqual([])
})

test('no text of the storefront stands there unused', () => {
  expect(Object.keys(storefrontText).filter((key) => !said.some((page) => says(page, key)))).toEqual([])
})

/** A language in its own word, the middle level that some regions' data lack, and what stands in a request. */
const noWords = ['中文', 'Enter', '直辖县级', 'Authorization: Bearer …']

test('no page says anything to people outside the catalogues', () => {
  const words = faces.flatMap(({ path, bare }) => bare.map((text) => ({ path, text })))
  expect(words.filter(({ text }) => !noWords.includes(text))).toEqual([])
})

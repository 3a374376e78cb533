import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { GradedQuery, Grades } from '../score.ts'
import { readTitles, type TitledProduct } from '../titles.ts'
import { type Rule, rules } from './rules.ts'

/** `node test/search/unseen/grade.ts --file TITLES` writes the graded answers of the rules beside those of the first set. */
const dataFile = (name: string): string => fileURLToPath(new URL(`../../data/search/${name}`, import.meta.url))
const { values } = parseArgs({ options: { file: { type: 'string' } } })
if (!values.file) throw new Error('node test/search/unseen/grade.ts --file TITLES')

const { queries: first } = JSON.parse(await readFile(dataFile('cosmetics-queries.json'), 'utf8')) as {
  queries: GradedQuery[]
}
const graded = new Map(first.map(({ id, grades }) => [id, grades]))
const products = await readTitles(values.file)
const queries = rules.map((rule, at) => ({
  id: `u${String(at + 1).padStart(3, '0')}`,
  half: at % 2 === 0 ? 'tune' : 'test',
  kind: rule.kind,
  text: rule.text,
  grades: Object.fromEntries(
    products
      .map((product) => [product.id, gradeOf(product, rule)] as const)
      .filter(([, grade]) => grade > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
}))
const about = 'Graded answers by the rules of test/search/unseen/rules.ts; see README.md.'
const lines = queries.map((query) => JSON.stringify(query)).join(',\n')
await writeFile(dataFile('cosmetics-unseen.json'), `{"about":${JSON.stringify(about)},"queries":[\n${lines}\n]}\n`)

function gradeOf(product: TitledProduct, rule: Rule): number {
  const thing = thingOf(product, rule)
  if (thing === 0 || (rule.men && !/男|俊士/.test(product.title))) return 0
  const isOfBrand = !rule.brand || product.brand === rule.brand
  if (!isOfBrand) return rule.type ? 1 : 0
  const [least, most] = rule.price ?? [0, Number.POSITIVE_INFINITY]
  const isWhole =
    (rule.claim?.test(product.title) ?? true) && Number(product.price) >= least && Number(product.price) <= most
  return isWhole ? thing : 1
}

/** Whether it is the kind of thing at all, whatever else is asked of it. */
function thingOf({ id, title }: TitledProduct, { type, title: exact, near, not, brand }: Rule): number {
  const known: Grades = (type && graded.get(type)) || {}
  if (type && known[id]) return known[id]
  if (exact?.test(title) && !not?.test(title)) return 3
  if (near?.test(title)) return 2
  return brand && !type && !exact ? 3 : 0
}

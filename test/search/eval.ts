import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { searchProducts } from '#goods/search'
import type { Context } from '#platform/context'
import { openGradedShop } from './graded-shop.ts'
import { type GradedQuery, meanOf, ndcg, recall } from './score.ts'
import { readTitles } from './titles.ts'

const help = `node test/search/eval.ts --file TITLES [--queries QUERIES] [--half tune|test] [--each]

  Loads the products of TITLES (CSV, may be gzipped: id,title,price,sale_count,comment_count,店名) into a scratch database by our own import,
  asks the search of the storefront each graded query of QUERIES (the committed ones by default) and prints nDCG@10, recall@10 (good answers among
  ten, as far as ten can hold them) and how many found nothing.
  --half    only this half of the queries       --each    also a line for each query
  TEST_DATABASE_URL   a PostgreSQL server to use instead of one of its own
`

interface Scored extends GradedQuery {
  readonly shown: readonly string[]
  readonly score: number
  readonly recall: number
}

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    queries: {
      type: 'string',
      default: fileURLToPath(new URL('../data/search/cosmetics-queries.json', import.meta.url)),
    },
    half: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
})
if (values.file) await evaluate(values.file)
else {
  process.stderr.write(help)
  process.exitCode = 2
}

async function evaluate(file: string): Promise<void> {
  const { queries } = JSON.parse(await readFile(values.queries, 'utf8')) as { queries: GradedQuery[] }
  const wanted = queries.filter(({ half }) => !values.half || half === values.half)
  const shop = await openGradedShop(await readTitles(file))
  try {
    const scored: Scored[] = []
    for (const query of wanted) {
      const shown = await firstTen(shop.ctx, query.text, shop.idOf)
      scored.push({ ...query, shown, score: ndcg(shown, query.grades), recall: recall(shown, query.grades) })
    }
    process.stdout.write(report(scored))
  } finally {
    await shop.close()
  }
}

/** As the page shows them: what suits all the words, then what suits a part of them. */
async function firstTen(ctx: Context, text: string, idOf: ReadonlyMap<string, string>): Promise<string[]> {
  const { hits, alike = [] } = await searchProducts(ctx, { text, size: 10 })
  return [...hits, ...alike].slice(0, 10).map(({ productId }) => idOf.get(productId) ?? productId)
}

function report(scored: readonly Scored[]): string {
  const lines = values.each
    ? scored.map(
        ({ id, kind, text, score, shown }) => `${score.toFixed(3)}  ${id}  ${kind}  ${text}  (${shown.length} shown)`,
      )
    : []
  for (const [half, ofHalf] of Map.groupBy(scored, (query) => query.half ?? 'all')) {
    lines.push('', `${half}: ${figures(ofHalf)}`)
    for (const [kind, ofKind] of Map.groupBy(ofHalf, (query) => query.kind ?? ''))
      lines.push(`  ${kind}: ${figures(ofKind)}`)
  }
  return `${lines.join('\n')}\n`
}

/** Queries that have an answer and were shown none are the zero results. */
function figures(scored: readonly Scored[]): string {
  const answerable = scored.filter(({ grades }) => Object.keys(grades).length > 0)
  const empty = answerable.filter(({ shown }) => shown.length === 0).length
  const mean = (figure: 'score' | 'recall') => meanOf(scored.map((one) => one[figure])).toFixed(4)
  return `nDCG@10 ${mean('score')}, recall@10 ${mean('recall')} over ${scored.length} queries, nothing found for ${empty} of ${answerable.length} that have answers`
}

import { type Generator, rateOf } from '../load/open-generator.ts'
import type { FlowArgs } from '../load/scripts/whole-flow.ts'
import { type Bench, repeat } from './benchmark.ts'
import { run } from './fresh-database.ts'
import { figure, type Metric } from './metric.ts'
import { openHouse } from './open-house.ts'

interface Flow {
  readonly bench: Bench
  readonly generator: Generator
  /** A database with a shop that sells these variants. */
  readonly databaseUrl: string
  readonly shopId: string
  readonly variantIds: readonly string[]
}

const warm = 3

/** From the first thing in the cart to the paid order, over the API of a started house with its sandbox cashier; each flow is a shopper of its own. */
export async function wholeFlow({ bench, generator, databaseUrl, shopId, variantIds }: Flow): Promise<Metric[]> {
  await run(databaseUrl, `update office.shops set is_default = true where id = '${shopId}'`)
  const house = await openHouse({ folder: 'flow', databaseUrl })
  bench.atEnd(() => house.stop())
  const { seconds } = bench
  const flow = async (name: string) => {
    const most = 16 * warm + seconds * 500
    const measured = await generator.run<FlowArgs>({
      script: new URL('../load/scripts/whole-flow.ts', import.meta.url),
      args: { url: house.url, tokens: await signedIn(databaseUrl, name, most), variantIds },
      connections: 16,
      warm,
      seconds,
      acts: most - 16 * warm,
    })
    return { rate: rateOf(measured), ...measured.endings.done! }
  }
  let count = 0
  const runs = await repeat(bench, () => flow(`run-${++count}`))
  await house.stop()
  const name = 'whole flow: cart, two lines, address, order, paid'
  return [
    figure({ metric: name, unit: '1/s', runs: runs.map(({ rate }) => rate) }),
    ...(['p50', 'p95', 'p99'] as const).map((part) =>
      figure({ metric: `${name}: ${part}`, unit: 'ms', runs: runs.map((each) => each[part]) }),
    ),
  ]
}

/** So many new shoppers who have just signed in: the tokens of their sessions. */
async function signedIn(databaseUrl: string, name: string, most: number): Promise<string[]> {
  await run(
    databaseUrl,
    `create temporary table fresh as select gen_random_uuid() as id, '${name}-' || n as token from generate_series(1, ${most}) n;
    insert into office.accounts (id, kind, user_name, display_name, created_at) select id, 'shopper', token, 'Ann', now() from fresh;
    insert into office.sessions (token_hash, account_id, kind, created_at, seen_at, expires_at)
      select sha256(convert_to(token, 'UTF8')), id, 'shopper', now(), now(), now() + interval '1 day' from fresh`,
  )
  return Array.from({ length: most }, (_, index) => `${name}-${index + 1}`)
}

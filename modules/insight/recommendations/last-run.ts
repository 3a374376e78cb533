import type { Reader } from '#platform/context'

/** What the recommendations of a shop were last computed from. */
export interface Run {
  readonly at: Temporal.Instant
  readonly people: number
  readonly steps: number
  readonly products: number
}

export const lastRun = async ({ db, shopId }: Reader): Promise<Run | undefined> =>
  db
    .selectFrom('insight.recommendation_runs')
    .select(['at', 'people', 'steps', 'products'])
    .where('shop_id', '=', shopId)
    .executeTakeFirst()

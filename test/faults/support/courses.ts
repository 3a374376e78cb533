import type { Context } from '#platform/context'
import type { Database } from '#platform/database'
import { historyOf } from '#platform/events'
import { aCaringShop } from '#test/cases'
import type { SellingShop } from '#test/orders'
import type { Outcome } from './race.ts'
import type { Course, Round } from './track.ts'

/** A shop that sells and takes back, whose clock is the real one: the doctor compares with it. */
export const aRaceShop = (db: Database): Promise<SellingShop> => aCaringShop(db, { now: Temporal.Now.instant() })

/** The races of a shop with its provider. */
export const courseOf = ({ ctx, gateway }: SellingShop, round: () => Promise<Round>): Course => ({
  shopId: ctx.shopId,
  gateway,
  round,
})

/** How many different things the winners have got: the same one twice counts once. */
export const distinct =
  (name: string) =>
  (outcomes: readonly Outcome[]): number =>
    new Set(outcomes.flatMap((each) => (each.ok ? [(each.value as Record<string, unknown>)[name]] : []))).size

/** How often something of this type has happened to a thing. */
export const happened = async (ctx: Context, id: string, type: string): Promise<number> =>
  (await historyOf(ctx, id)).filter((event) => event.type === type).length

/** The first of several things that are wrong; undefined when none is. */
export const firstOf = (...wrong: readonly (string | false | undefined)[]): string | undefined =>
  wrong.find((each): each is string => typeof each === 'string')

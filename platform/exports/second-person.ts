import { sql } from 'kysely'
import { type Actor, type Context, type Tx, worksHere } from '#platform/context'
import { takeTurns, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { agreesToOwnExport, type Export, type ExportId, exportNotReady, waitsForSecond } from './export.ts'
import { exportKind, mustMay } from './export-kind.ts'
import { agreeToHeld, loadExport } from './export-store.ts'
import { exportSettings } from './settings.ts'

/**
 * Whether a sheet takes more people's data along than whoever asked may take alone: what staff and their keys have taken within a day without a
 * second person is added up, so that a long list cannot be cut into short ones. The finished exports of one person come one after the other.
 */
export async function needsSecond(
  tx: Tx,
  { personal, actor }: Pick<Export, 'personal' | 'actor'>,
  rows: number,
): Promise<boolean> {
  if (!personal || !worksHere(actor)) return false
  const { oneTakes } = await readSettings(tx, exportSettings)
  await takeTurns(tx, `exports:${tx.shopId}:${actor.id}`)
  return (await takenAlone(tx, actor)) + rows > oneTakes
}

async function takenAlone(tx: Tx, { id }: Actor): Promise<number> {
  const { taken } = await tx.db
    .selectFrom('platform.exports')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('rows'), sql<number>`0`).as('taken'))
    .where('shop_id', '=', tx.shopId)
    .where('personal', '=', true)
    .where('held', '=', false)
    .where(sql`actor ->> 'id'`, '=', id)
    .where('finished_at', '>', tx.now.subtract({ hours: 24 }))
    .executeTakeFirstOrThrow()
  return Number(taken)
}

/**
 * A second person lets a sheet leave that was kept back. They must be allowed what is in it themselves.
 * @throws exportNotFound, exportNotPermitted, agreesToOwnExport for whoever asked for it and for keys, exportNotReady unless it is kept back
 */
export const agreeToExport = (ctx: Context, exportId: ExportId): Promise<Export> =>
  transaction(ctx, async (tx) => {
    const wanted = await loadExport(tx, exportId)
    mustMay(tx.actor, exportKind(wanted.kind), wanted.personal)
    if (!waitsForSecond(wanted)) throw exportNotReady({ exportId, status: wanted.status })
    if (tx.actor.kind !== 'staff' || tx.actor.id === wanted.actor.id) throw agreesToOwnExport({ exportId })
    if (!(await agreeToHeld(tx, exportId))) throw exportNotReady({ exportId, status: wanted.status })
    const { number, kind, rows } = wanted
    await publish(tx, { type: 'export.agreed', aggregate: 'export', id: exportId, data: { number, kind, rows } })
    return loadExport(tx, exportId)
  })

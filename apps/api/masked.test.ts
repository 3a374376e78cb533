import { expect, test } from 'vitest'
import type { OrderId } from '#model/sales/orders'
import { revealRecipient } from '#sales/orders'
import { openDoor } from '#test/open-door'
import { nameOf } from '#test/route-table'

const door = await openDoor()
const { ours, things, people, db } = door
const ctx = { ...ours.ctx, actor: people.owner.actor }
const orderId = things.order as OrderId
const { phone, street } = await revealRecipient(ctx, { orderId, reason: '测试前先看一眼' })
/** Costs that no other amount is. */
const costMinor = 31_337
await db.updateTable('goods.prices').set({ cost_minor: costMinor }).where('shop_id', '=', ctx.shopId).execute()

const reads = door.routes.filter(
  ({ method, needs, url }) => method === 'GET' && typeof needs === 'object' && !url.endsWith('.pdf'),
)

/** The routes that tell somebody a secret. */
async function tell(who: string, secret: string): Promise<string[]> {
  const found: string[] = []
  for (const route of reads) if ((await door.ask(who, route)).text.includes(secret)) found.push(nameOf(route))
  return found
}

test('SEC-04 whoever may not see whole recipients finds no number, and no street but on the papers of the packing table', async () => {
  expect(reads.length).toBeGreaterThan(150)
  expect(await tell('owner without customers.reveal', phone)).toEqual([])
  expect(await tell('owner without customers.reveal', street)).toEqual(['GET /api/v1/admin/pda/outbounds/:id/pack'])
})

test('SEC-04 whoever may not know costs reads none, on whichever route; whoever may does', async () => {
  expect(await tell('owner without costs.read', String(costMinor))).toEqual([])
  expect(await tell('owner', String(costMinor))).toContain('GET /api/v1/admin/prices')
})

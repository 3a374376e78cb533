import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { parcelOfOutbound } from '#supply/shipping'
import { testDatabase } from '#test/database'
import {
  aHouse,
  ann,
  aReleasedOutbound,
  aStockedVariant,
  labelled,
  mustAccept,
  pickAll,
  scan,
  weighed,
} from '#test/stock'
import { changeRecipient, confirmRecipient, loadOutbound, scanPack, weighParcel } from './index.ts'

const { db } = await testDatabase()

test('OUT-09 the pack check holds every piece against the note and the label against the recipient', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const tea = await aStockedVariant(ctx, place, 5)
  const cup = await aStockedVariant(ctx, place, 5)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [
    { item: mug, quantity: 2 },
    { item: tea, quantity: 1 },
  ])
  await pickAll(ctx, outboundId!)
  const codes: string[] = []
  const packing = async (code: string) => {
    const answer = await scanPack(ctx, scan(outboundId!, code))
    codes.push(answer.accepted ? 'ok' : answer.code!.replace('warehouse.scan.', ''))
  }
  const label = async (code: string) => (await confirmRecipient(ctx, scan(outboundId!, code))).code

  for (const code of [cup.sku, mug.sku, tea.sku, tea.sku]) await packing(code)
  expect(codes).toEqual(['not_on_note', 'ok', 'ok', 'already_checked'])
  expect(await label('SF1')).toBe('warehouse.scan.goods_first')
  const complete = await mustAccept(scanPack(ctx, scan(outboundId!, mug.barcode!)))
  expect(complete.view).toMatchObject({ goodsComplete: true, recipient: { name: '安小姐', phone: '138****8000' } })
  expect(complete.view.recipient.address).toContain('文三路 90 号')

  expect(await label('SF1')).toBe('warehouse.scan.no_waybill_yet')
  const waybill = await labelled(ctx, outboundId!)
  expect(await label('SF1')).toBe('warehouse.scan.wrong_waybill')
  expect((await loadOutbound(ctx, outboundId!)).status).toBe('picked')
  expect(await label(waybill)).toBeNull()
  expect(await loadOutbound(ctx, outboundId!)).toMatchObject({ status: 'packed', packer: 'Mei' })
})

test('OUT-09 a box is weighed only after its check, and a weight far from the expected one is asked about', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const weigh = (weightGrams: number, despiteDeviation = false) =>
    weighParcel(ctx, { scanId: newId(), outboundId: outboundId!, weightGrams, postageMinor: 800, despiteDeviation })
  await pickAll(ctx, outboundId!)
  await expect(weigh(550)).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  const waybill = await labelled(ctx, outboundId!)
  await mustAccept(scanPack(ctx, { ...scan(outboundId!, mug.sku), quantity: 2 }))
  await mustAccept(confirmRecipient(ctx, scan(outboundId!, waybill)))

  expect(await weigh(900)).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.weight_deviates',
    details: { expectedGrams: 550, percent: 64 },
  })
  await mustAccept(weigh(900, true))
  expect(await parcelOfOutbound(ctx, outboundId!)).toMatchObject({ weightGrams: 900, postageMinor: 800 })
})

test('OUT-09 the label scan and the weight that end a step are answered alike when they are sent again', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  await pickAll(ctx, outboundId!)
  const waybill = await labelled(ctx, outboundId!)
  await mustAccept(scanPack(ctx, scan(outboundId!, mug.sku)))
  const label = scan(outboundId!, waybill)
  const weight = { scanId: newId(), outboundId: outboundId!, weightGrams: 300 }
  const [confirmed, taken] = [
    await mustAccept(confirmRecipient(ctx, label)),
    await mustAccept(weighParcel(ctx, { ...weight, despiteDeviation: true })),
  ]

  expect(await confirmRecipient(ctx, label)).toMatchObject({ accepted: true, details: confirmed.details })
  expect(await weighParcel(ctx, { ...weight, despiteDeviation: true })).toMatchObject({
    accepted: true,
    details: taken.details,
  })
})

test('OUT-05 the waybill is asked for when picking starts, and a changed address makes a new label that is checked again', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  expect(await parcelOfOutbound(ctx, outboundId!)).toBeUndefined()
  const waybill = await weighed(ctx, outboundId!)
  const before = (await parcelOfOutbound(ctx, outboundId!))!

  await transaction(ctx, (tx) => changeRecipient(tx, { sourceId, recipient: { ...ann, name: '鲍先生' } }))

  const after = (await parcelOfOutbound(ctx, outboundId!))!
  expect(after.id).not.toBe(before.id)
  expect((await loadOutbound(ctx, outboundId!)).status).toBe('picked')
  const label = await labelled(ctx, outboundId!)
  expect(await confirmRecipient(ctx, scan(outboundId!, waybill))).toMatchObject({
    code: 'warehouse.scan.wrong_waybill',
  })
  expect((await mustAccept(confirmRecipient(ctx, scan(outboundId!, label)))).view.recipient.name).toBe('鲍先生')
})

test('a pack scan sent again gets the same answer, and no recipient can be read in the record of scans', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  await pickAll(ctx, outboundId!)
  const sent = scan(outboundId!, mug.sku)
  const answer = await mustAccept(scanPack(ctx, sent))
  expect(answer.view.recipient).toMatchObject({ name: '安小姐' })
  expect(await scanPack(ctx, sent)).toEqual(answer)

  const kept = await db.selectFrom('supply.scans').selectAll().where('outbound_id', '=', outboundId!).execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toMatch(/安小姐|文三路/)
})

import { createHash } from 'node:crypto'
import { newId } from '#kernel/id'
import { type Money, money, sum } from '#kernel/money'
import type { ParcelId } from '#model/supply/shipping'
import { postAll } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { carrierUnknown, listCarriers } from '#supply/shipping'
import { lockCash } from './cash-store.ts'
import { type NewDifference, openDifference, openDifferenceOf, settleDifference } from './difference-store.ts'
import type { CashParcel, CashStatement, StatementId, StatementLine } from './model.ts'
import { statementDiffers, statementEmpty, statementLineInvalid } from './statement.ts'
import { countMatched, findStatement, insertLine, insertStatement, loadStatement } from './statement-store.ts'
import { collect, collectRest } from './take-cash.ts'

export interface TakeStatement {
  readonly carrier: string
  /** The carrier's own number of it. */
  readonly reference: string
  /** The day on which the money came. */
  readonly receivedOn: Temporal.PlainDate
  readonly lines: readonly StatementLine[]
  readonly fileName?: string
}

/**
 * Takes in what a carrier hands in: each line is held against what it collected for that parcel, the money and the carrier's fee are booked, and
 * what differs waits for a person. A parcel whose signature we have not heard of counts as collected: nobody hands in what was not.
 * The same statement again changes nothing; two statements that name the same parcel hand it in once.
 *
 * @throws carrierUnknown, statementEmpty, statementLineInvalid; statementDiffers when the number was used with other lines
 */
export async function takeStatement(ctx: Context, input: TakeStatement): Promise<CashStatement> {
  mustBeWhole(input)
  return transaction(ctx, async (tx) => {
    const { carrier, reference, receivedOn, lines, fileName = null } = input
    if (!(await listCarriers(tx)).some(({ code }) => code === carrier))
      throw carrierUnknown({ field: 'carrier', carrier })
    const id = newId<'CashStatement'>()
    const digest = digestOf(input)
    const collected = sum(lines.map((line) => line.collected))
    const fee = sum(lines.map((line) => line.fee))
    const head = { id, carrier, reference, digest, fileName, receivedOn, lines: lines.length, collected, fee }
    if (!(await insertStatement(tx, head))) return earlier(tx, input, digest)

    const parcels = await parcelsNamed(tx, input)
    let matched = 0
    for (const [index, line] of lines.entries()) {
      const isMatch = await handIn(tx, {
        statementId: id,
        carrier,
        row: index + 1,
        line,
        parcelId: parcels.get(line.waybillNumber),
      })
      if (isMatch) matched += 1
    }
    await countMatched(tx, id, matched)
    await publish(tx, {
      type: 'cash.statement_taken',
      aggregate: 'cash_statement',
      id,
      data: { carrier, reference, collected, fee, lines: lines.length, matched },
    })
    return loadStatement(tx, id)
  })
}

function mustBeWhole({ lines }: TakeStatement): void {
  if (lines.length === 0) throw statementEmpty({ field: 'lines' })
  for (const [index, { collected, fee }] of lines.entries())
    if (collected.minor <= 0 || fee.minor < 0 || fee.minor > collected.minor)
      throw statementLineInvalid({ field: `lines.${index}`, row: index + 1 })
}

const digestOf = ({ receivedOn, lines }: TakeStatement): string =>
  createHash('sha256')
    .update(lines.map((line) => `${line.waybillNumber} ${line.collected.minor} ${line.fee.minor}`).join('\n'))
    .update(receivedOn.toString())
    .digest('base64url')

async function earlier(tx: Tx, input: TakeStatement, digest: string): Promise<CashStatement> {
  const { digest: known, ...statement } = (await findStatement(tx, input))!
  if (known !== digest) throw statementDiffers({ field: 'reference', reference: input.reference })
  return statement
}

/** The parcels named, by waybill number, all of them locked in the order of their ids. */
async function parcelsNamed(tx: Tx, { carrier, lines }: TakeStatement): Promise<Map<string, ParcelId>> {
  const rows = await tx.db
    .selectFrom('sales.cash_parcels')
    .select(['parcel_id', 'waybill_number'])
    .where('shop_id', '=', tx.shopId)
    .where('carrier', '=', carrier)
    .where(
      'waybill_number',
      'in',
      lines.map((line) => line.waybillNumber),
    )
    .orderBy('parcel_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.waybill_number, row.parcel_id as ParcelId]))
}

interface HandIn {
  readonly statementId: StatementId
  readonly carrier: string
  readonly row: number
  readonly line: StatementLine
  readonly parcelId: ParcelId | undefined
}

/** True when the line is just what was outstanding. */
async function handIn(tx: Tx, { statementId, carrier, row, line, parcelId }: HandIn): Promise<boolean> {
  const parcel = parcelId && (await asHandedIn(tx, parcelId, line.collected))
  const booked = parcel ? Math.min(line.collected.minor, parcel.outstanding.minor) : 0
  const lineId = await insertLine(tx, { ...line, statementId, row, parcelId: parcelId ?? null, bookedMinor: booked })
  if (parcel && booked > 0) await book(tx, { parcel, line, lineId, booked })
  const kind = kindOf(parcel, line)
  if (!kind) return true
  const ours = parcel?.outstanding ?? { ...line.collected, minor: 0 }
  const { waybillNumber, collected: theirs } = line
  await openDifference(tx, { lineId, parcelId: parcelId ?? null, kind, carrier, waybillNumber, ours, theirs })
  return false
}

/** What a carrier hands in it has collected, whatever it has told before. */
async function asHandedIn(tx: Tx, parcelId: ParcelId, handed: Money): Promise<CashParcel> {
  const parcel = (await lockCash(tx, parcelId))!
  if (parcel.status === 'on_the_way') await collect(tx, parcel, { collected: handed, at: tx.now })
  if (parcel.status === 'disputed' && handed.minor >= parcel.expected.minor) await collectMissing(tx, parcel)
  return (await lockCash(tx, parcelId))!
}

async function collectMissing(tx: Tx, parcel: CashParcel): Promise<void> {
  const open = await openDifferenceOf(tx, { parcelId: parcel.id, kind: 'collected_less' })
  if (open) await settleDifference(tx, { id: open.id, resolution: 'handed_in', note: '' })
  await collectRest(tx, parcel)
}

function kindOf(parcel: CashParcel | undefined, { collected }: StatementLine): NewDifference['kind'] | undefined {
  if (!parcel) return 'unknown_waybill'
  if (parcel.status === 'returned') return 'not_collected'
  if (parcel.outstanding.minor === 0) return 'twice'
  if (collected.minor === parcel.outstanding.minor) return undefined
  return collected.minor < parcel.outstanding.minor ? 'less' : 'more'
}

interface Booking {
  readonly parcel: CashParcel
  readonly line: StatementLine
  readonly lineId: string
  readonly booked: number
}

/** What the carrier kept is a cost, the rest is in the bank; it owes so much less. */
async function book(tx: Tx, { parcel, line, lineId, booked }: Booking): Promise<void> {
  const fee = Math.min(line.fee.minor, booked)
  const { currency } = line.collected
  await tx.db
    .updateTable('sales.cash_parcels')
    .set((row) => ({ handed_in_minor: row('handed_in_minor', '+', booked), fee_minor: row('fee_minor', '+', fee) }))
    .where('shop_id', '=', tx.shopId)
    .where('parcel_id', '=', parcel.id)
    .execute()
  const shared = { credit: 'carrier_receivables', cause: 'cash_handed_in', causeId: lineId } as const
  await postAll(tx, [
    { ...shared, debit: 'bank', amount: money(booked - fee, currency) },
    { ...shared, debit: 'carrier_fees', amount: money(fee, currency) },
  ])
}

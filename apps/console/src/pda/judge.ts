import type { AnswerOf } from '#client'
import type { ScanAnswer } from '#model/supply/warehouse'

export type Task = AnswerOf<'GET /api/v1/admin/pda/outbounds/{id}/pick'>
export type Check = AnswerOf<'GET /api/v1/admin/pda/outbounds/{id}/pack'>

/** What one courier takes from this warehouse. */
export interface Parcels {
  readonly carrier: string
  readonly waiting: AnswerOf<'GET /api/v1/admin/pda/hand-over'>
}

export type Answer<View> = Omit<ScanAnswer<never>, 'view'> & { readonly view: View }

/**
 * The device answers a scan before the server does, from what it was told: a picker hears at once whether it was right, also out of reach
 * of the network. The server's answer has the last word.
 */
export function judgePick(task: Task, code: string, quantity = 1): Answer<Task> {
  const current = task.picks.find(({ id }) => id === task.current)
  if (!current) return no(task, 'nothing_open')
  if (code === current.bin) return yes({ ...task, atBin: true })
  if (!task.atBin) return no(task, means(current, code) ? 'scan_bin_first' : 'wrong_bin', { expected: current.bin })
  const pick = task.picks.find((one) => one.status === 'open' && one.bin === current.bin && means(one, code))
  if (!pick) return no(task, 'wrong_item', { expected: current.sku, name: current.name, bin: current.bin })
  const most = pick.quantity - pick.picked
  if (quantity > most) return no(task, 'too_many', { most })
  return yes(picked(task, pick.id, quantity), { sku: pick.sku, quantity })
}

function picked(task: Task, pickId: string, quantity: number): Task {
  const picks = task.picks.map((pick) => (pick.id === pickId ? withPicked(pick, quantity) : pick))
  const next = picks.find(({ status }) => status === 'open')
  const atBin = next !== undefined && picks.some(({ bin, picked: count }) => bin === next.bin && count > 0)
  return { ...task, picks, current: next?.id ?? null, atBin, picked: task.picked + quantity }
}

function withPicked(pick: Task['picks'][number], quantity: number): Task['picks'][number] {
  const count = pick.picked + quantity
  return { ...pick, picked: count, status: count === pick.quantity ? 'done' : 'open' }
}

/** Goods against the shipping note, then the label's number against the parcel's. */
export function judgePack(check: Check, code: string, quantity = 1): Answer<Check> {
  if (check.goodsComplete) return judgeWaybill(check, code)
  const matching = check.lines.filter((line) => means(line, code))
  const line = matching.find(({ packed, picked: most }) => packed < most)
  if (matching.length === 0)
    return code === check.waybillNumber
      ? no(check, 'goods_first', { missing: check.total - check.packed })
      : no(check, 'not_on_note', { code })
  if (!line) return no(check, 'already_checked', { expected: matching[0]!.sku })
  const most = line.picked - line.packed
  if (quantity > most) return no(check, 'too_many', { most })
  return yes(checked(check, line.id, quantity), { sku: line.sku, quantity })
}

function checked(check: Check, lineId: string, quantity: number): Check {
  const lines = check.lines.map((line) => (line.id === lineId ? { ...line, packed: line.packed + quantity } : line))
  const packed = check.packed + quantity
  return { ...check, lines, packed, goodsComplete: packed === check.total }
}

function judgeWaybill(check: Check, code: string): Answer<Check> {
  if (!check.waybillNumber) return no(check, 'no_waybill_yet')
  if (code !== check.waybillNumber) return no(check, 'wrong_waybill', { expected: check.waybillNumber })
  return yes({ ...check, status: 'packed' })
}

/** A label from the courier's list. One that is not on it may have been weighed since: only the server can tell. */
export function judgeHandOver(parcels: Parcels, code: string): Answer<Parcels> | undefined {
  const parcel = parcels.waiting.find(({ waybillNumber }) => waybillNumber === code)
  const left = parcels.waiting.filter((each) => each !== parcel)
  return parcel && yes({ ...parcels, waiting: left }, { number: parcel.number })
}

/** Whether a scanned code means these goods: barcode or SKU code. */
export const means = (
  { sku, barcode }: { readonly sku: string; readonly barcode: string | null },
  code: string,
): boolean => code === barcode || code.toUpperCase() === sku.toUpperCase()

const yes = <View>(view: View, details: Answer<View>['details'] = {}): Answer<View> => ({
  accepted: true,
  code: null,
  details,
  view,
})
const no = <View>(view: View, reason: string, details: Answer<View>['details'] = {}): Answer<View> => ({
  accepted: false,
  code: `warehouse.scan.${reason}`,
  details,
  view,
})

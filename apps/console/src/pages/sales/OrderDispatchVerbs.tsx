import { Form, InputNumber, Select } from 'antd'
import { piecesIn } from '#kernel/quantity'
import { type OrderAction, orderCan } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { useAsSeen } from '../../frame/as-seen.ts'
import { useReload } from '../../frame/asking.ts'
import { useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { useCarriers, useWarehouses } from '../supply/outbound.ts'
import { dispatchText } from './dispatch-text.ts'
import { type OrderData, type SentLine, type SentOrder, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'
import { someOf } from './pieces.ts'

interface DispatchVerbProps {
  readonly order: SentOrder
  /** The version that is looked at. */
  readonly seen: string | undefined
}

/** Why an order cannot be changed in how it leaves; undefined when it can. */
function useBlocked(order: SentOrder, action: OrderAction): string | undefined {
  const t = useText(dispatchText)
  const { headline } = useOrderNames()
  return orderCan(order, action) ? undefined : t('blocked.state', { state: headline(order.headline) })
}

interface WithLines extends DispatchVerbProps {
  readonly lines: readonly SentLine[]
}

interface SplitVerbProps extends WithLines {
  readonly isSplit: boolean
  /** Those that share its box. */
  readonly together: OrderData['together']
}

/** Lets some lines, or some of their pieces, leave in a box of their own, or all in one again. */
export function SplitVerb({ order, lines, together, isSplit, seen }: SplitVerbProps) {
  const t = useText(dispatchText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const blocked = useBlocked(order, 'merge')
  const carried = lines.filter((line) => line.requiresShipping)
  const listText = useListText()
  const alone = order.shipmentId
    ? t('split.merged', { numbers: listText(together.map(({ number }) => number)) })
    : piecesIn(carried) < 2
      ? t('split.one')
      : undefined
  const path = { id: order.id }
  return (
    <>
      <AskingVerb<{ pieces: Readonly<Record<string, number>> }>
        size="small"
        title={t('split.title')}
        consequence={t('split.about')}
        permission="orders.change"
        blocked={blocked ?? alone}
        fields={<Pieces lines={carried} legend={t('split.pieces')} none={t('split.none')} />}
        work={({ pieces }) =>
          asSeen((ifMatch) => ask('POST /api/v1/admin/orders/{id}/split', { path, body: apart(pieces), ...ifMatch }))
        }
        onDone={reload}
      >
        {t('split')}
      </AskingVerb>
      {isSplit && (
        <AskingVerb
          size="small"
          title={t('join.title')}
          permission="orders.change"
          blocked={blocked}
          work={() => asSeen((ifMatch) => ask('POST /api/v1/admin/orders/{id}/join', { path, ...ifMatch }))}
          onDone={reload}
        >
          {t('join')}
        </AskingVerb>
      )}
    </>
  )
}

const apart = (pieces: Readonly<Record<string, number>>) => ({
  lines: Object.entries(pieces).flatMap(([lineId, quantity]) => (quantity > 0 ? [{ lineId, quantity }] : [])),
})

interface FromForm {
  readonly warehouseId: string
  /** How many pieces of each line. */
  readonly pieces?: Readonly<Record<string, number>>
}

/** Sends an order, or some pieces of it, from another warehouse. */
export function WarehouseVerb({ order, lines, seen }: WithLines) {
  const t = useText(dispatchText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const blocked = useBlocked(order, 'merge')
  const carried = lines.filter((line) => line.requiresShipping)
  const isDivisible = carried.length > 1 || (carried[0]?.quantity ?? 0) > 1
  const send = ({ warehouseId, pieces = {} }: FromForm) => {
    const some = carried.map(({ id: lineId, quantity }) => ({
      lineId,
      quantity: isDivisible ? (pieces[lineId] ?? 0) : quantity,
    }))
    const isAll = some.every(({ quantity }, at) => quantity === carried[at]!.quantity)
    const body = { warehouseId, ...(!isAll && { lines: some.filter(({ quantity }) => quantity > 0) }) }
    return asSeen((ifMatch) =>
      ask('POST /api/v1/admin/orders/{id}/warehouse', { path: { id: order.id }, body, ...ifMatch }),
    )
  }
  return (
    <AskingVerb<FromForm>
      size="small"
      title={t('warehouse.title')}
      consequence={t('warehouse.about')}
      permission="orders.change"
      blocked={blocked}
      fields={
        <>
          <WarehouseField />
          {isDivisible && (
            <Pieces lines={carried} legend={t('warehouse.pieces')} none={t('warehouse.pieces.none')} all />
          )}
        </>
      }
      work={send}
      onDone={reload}
    >
      {t('warehouse')}
    </AskingVerb>
  )
}

interface PiecesProps extends Pick<WithLines, 'lines'> {
  readonly legend: string
  /** What is said when none is chosen. */
  readonly none: string
  /** All of them are chosen at first, rather than none. */
  readonly all?: boolean
}

/** How many pieces of each line are meant. */
function Pieces({ lines, legend, none, all = false }: PiecesProps) {
  const language = useLocale()
  return (
    <fieldset className="pieces">
      <legend>{legend}</legend>
      {lines.map(({ id, name, specification, quantity }, at) => (
        <Form.Item
          key={id}
          name={['pieces', id]}
          dependencies={lines.map((line) => ['pieces', line.id])}
          rules={at === lines.length - 1 ? [someOf('pieces', none)] : []}
          initialValue={all ? quantity : 0}
          label={`${name[language]} ${specification[language]}`}
          layout="horizontal"
          colon={false}
        >
          <InputNumber min={0} max={quantity} precision={0} suffix={`/ ${quantity}`} style={{ width: 110 }} />
        </Form.Item>
      ))}
    </fieldset>
  )
}

export function WarehouseField() {
  const t = useText(dispatchText)
  const words = useText(ordersPageText)
  const language = useLocale()
  const options = useWarehouses()
    .filter(({ status }) => status === 'open')
    .map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }))
  return (
    <Form.Item name="warehouseId" label={t('warehouse.field')} rules={[{ required: true, message: words('needed') }]}>
      <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}

/** Sends an order by another carrier. */
export function CarrierVerb({ order, seen }: DispatchVerbProps) {
  const t = useText(dispatchText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  return (
    <AskingVerb<{ carrier: string }>
      size="small"
      title={t('carrier.title')}
      consequence={t('carrier.about')}
      permission="orders.change"
      blocked={useBlocked(order, 'changeRecipient')}
      fields={<CarrierField />}
      work={(body) =>
        asSeen((ifMatch) => ask('POST /api/v1/admin/orders/{id}/carrier', { path: { id: order.id }, body, ...ifMatch }))
      }
      onDone={reload}
    >
      {t('carrier')}
    </AskingVerb>
  )
}

export function CarrierField() {
  const t = useText(dispatchText)
  const words = useText(ordersPageText)
  const language = useLocale()
  const options = useCarriers()
    .filter(({ enabled }) => enabled)
    .map(({ code, name }) => ({ value: code, label: name[language] }))
  return (
    <Form.Item name="carrier" label={t('carrier.field')} rules={[{ required: true, message: words('needed') }]}>
      <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}

/** Sends an order that nobody has begun to pick back to review. */
export function UnapproveVerb({ order, seen }: DispatchVerbProps) {
  const t = useText(dispatchText)
  const words = useText(ordersPageText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  return (
    <AskingVerb<{ reason: string }>
      title={t('unapprove.title')}
      consequence={t('unapprove.about')}
      permission="orders.review"
      blocked={useBlocked(order, 'unapprove')}
      fields={<ReasonField label={words('note')} />}
      work={(body) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/unapprove', { path: { id: order.id }, body, ...ifMatch }),
        )
      }
      onDone={reload}
    >
      {t('unapprove')}
    </AskingVerb>
  )
}

/** Stops an order that the warehouse works on, however far it is. */
export function InterceptVerb({ order, seen }: DispatchVerbProps) {
  const t = useText(dispatchText)
  const words = useText(ordersPageText)
  const { headline } = useOrderNames()
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const whyNot = order.shippedAt ? t('intercept.left') : t('intercept.state', { state: headline(order.headline) })
  return (
    <AskingVerb<{ reason: string }>
      title={t('intercept.title')}
      consequence={t('intercept.about')}
      permission="orders.review"
      blocked={!orderCan(order, 'intercept') && whyNot}
      fields={<ReasonField label={words('note')} />}
      work={(body) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/intercept', { path: { id: order.id }, body, ...ifMatch }),
        )
      }
      onDone={reload}
    >
      {t('intercept')}
    </AskingVerb>
  )
}

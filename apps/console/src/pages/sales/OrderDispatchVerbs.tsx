import { Checkbox, Form, Select } from 'antd'
import { type OrderAction, orderCan } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { useAsSeen } from '../../frame/as-seen.ts'
import { useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { useCarriers, useWarehouses } from '../supply/outbound.ts'
import { dispatchText } from './dispatch-text.ts'
import { type SentLine, type SentOrder, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

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

function useLineOptions(lines: readonly SentLine[]) {
  const language = useLocale()
  return lines
    .filter((line) => line.requiresShipping)
    .map((line) => ({
      value: line.id,
      label: `${line.name[language]} ${line.specification[language]} × ${line.quantity}`,
    }))
}

interface LinesProps {
  readonly options: ReturnType<typeof useLineOptions>
  /** Of the form that it stands in. */
  readonly value?: string[]
  readonly onChange?: (lineIds: string[]) => void
}

const Lines = (props: LinesProps) => <Checkbox.Group {...props} style={{ flexDirection: 'column', gap: 8 }} />

type WithLines = DispatchVerbProps & { readonly lines: readonly SentLine[] }

/** Lets some lines leave in a box of their own, or all in one again. */
export function SplitVerb({ order, lines, isSplit, seen }: WithLines & { readonly isSplit: boolean }) {
  const t = useText(dispatchText)
  const words = useText(ordersPageText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const blocked = useBlocked(order, 'merge')
  const options = useLineOptions(lines)
  const alone = order.shipmentId ? t('split.merged') : options.length < 2 ? t('split.one') : undefined
  const path = { id: order.id }
  return (
    <>
      <AskingVerb<{ lineIds: string[] }>
        size="small"
        title={t('split.title')}
        consequence={t('split.about')}
        permission="orders.change"
        blocked={blocked ?? alone}
        fields={
          <Form.Item
            name="lineIds"
            label={words('lines')}
            rules={[{ required: true, type: 'array', min: 1, max: options.length - 1, message: words('needed') }]}
          >
            <Lines options={options} />
          </Form.Item>
        }
        work={(body) => asSeen((ifMatch) => ask('POST /api/v1/admin/orders/{id}/split', { path, body, ...ifMatch }))}
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

/** Sends an order, or some of its lines, from another warehouse. */
export function WarehouseVerb({ order, lines, seen }: WithLines) {
  const t = useText(dispatchText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const blocked = useBlocked(order, 'merge')
  const options = useLineOptions(lines)
  const send = ({ warehouseId, lineIds = [] }: { warehouseId: string; lineIds?: string[] }) => {
    const some = lines
      .filter(({ id }) => lineIds.includes(id))
      .map(({ id: lineId, quantity }) => ({ lineId, quantity }))
    const body = { warehouseId, ...(some.length > 0 && { lines: some }) }
    return asSeen((ifMatch) =>
      ask('POST /api/v1/admin/orders/{id}/warehouse', { path: { id: order.id }, body, ...ifMatch }),
    )
  }
  return (
    <AskingVerb<{ warehouseId: string; lineIds?: string[] }>
      size="small"
      title={t('warehouse.title')}
      consequence={t('warehouse.about')}
      permission="orders.change"
      blocked={blocked}
      fields={
        <>
          <WarehouseField />
          {options.length > 1 && (
            <Form.Item name="lineIds" label={t('warehouse.lines')}>
              <Lines options={options} />
            </Form.Item>
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

export function WarehouseField() {
  const t = useText(dispatchText)
  const words = useText(ordersPageText)
  const language = useLocale()
  const options = useWarehouses()
    .filter(({ status }) => status === 'open')
    .map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }))
  return (
    <Form.Item name="warehouseId" label={t('warehouse')} rules={[{ required: true, message: words('needed') }]}>
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
    <Form.Item name="carrier" label={t('carrier')} rules={[{ required: true, message: words('needed') }]}>
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

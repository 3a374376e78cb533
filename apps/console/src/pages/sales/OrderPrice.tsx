import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { type Money, subtract } from '#kernel/money'
import { mayBargain } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { moneyText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { useMay } from '../../frame/session.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { handlingText } from './handling-text.ts'
import type { SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

interface PriceForm {
  readonly goods: Money
  readonly freight: Money
  readonly reason: string
}

/** Another price or freight for an order that is not paid, within what the actor may agree to. */
export function PriceVerb({ order }: { readonly order: SentOrder }) {
  const t = useText(handlingText)
  const common = useText(ordersPageText)
  const reload = useReload('orders')
  const mayPrice = mayBargain(order)
  const may = useMay('orders.bargain')
  const limits = useQuery({
    ...asking('GET /api/v1/admin/orders/{id}/price-limits', { path: { id: order.id } }),
    enabled: mayPrice && may,
  }).data
  const needed = [{ required: true, message: common('needed') }]
  const fields = (
    <>
      <Form.Item name="goods" label={t('price.goods')} rules={needed}>
        <MoneyInput currency={order.total.currency} />
      </Form.Item>
      <Form.Item name="freight" label={t('price.freight')} rules={needed}>
        <MoneyInput currency={order.total.currency} />
      </Form.Item>
      <ReasonField label={t('price.reason')} />
    </>
  )
  return (
    <AskingVerb<PriceForm>
      title={t('price.title')}
      consequence={limits && t('price.about', { least: moneyText(limits.least), most: moneyText(limits.most) })}
      permission="orders.bargain"
      blocked={!mayPrice && t('price.paid')}
      initial={{ goods: subtract(order.items, order.discount), freight: order.freight }}
      fields={fields}
      work={(body) => ask('POST /api/v1/admin/orders/{id}/price', { path: { id: order.id }, body })}
      onDone={reload}
    >
      {t('price.change')}
    </AskingVerb>
  )
}

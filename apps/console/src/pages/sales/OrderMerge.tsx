import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Checkbox, Flex, Form, Typography } from 'antd'
import { orderCan } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { moneyText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { handlingText } from './handling-text.ts'
import type { OrderData, SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** Orders that leave in the same box, and those that could. */
export function MergeCard({ order, together }: Pick<OrderData, 'order' | 'together'>) {
  const t = useText(handlingText)
  const candidates = useCandidates(order)
  if (together.length === 0 && candidates.length === 0) return null
  return (
    <Card size="small" title={t('merge')}>
      <Flex vertical gap="small">
        {together.length > 0 ? (
          <span>
            {t('merge.with')} <OrderLinks orders={together} />
          </span>
        ) : (
          <Typography.Text type="secondary">{t('merge.alone')}</Typography.Text>
        )}
        {candidates.length > 0 && (
          <span>
            {t('merge.can')} <OrderLinks orders={candidates} />
          </span>
        )}
        <Flex gap="small" wrap>
          {candidates.length > 0 && <MergeVerb order={order} candidates={candidates} />}
          {together.length > 0 && <UnmergeVerb order={order} />}
        </Flex>
      </Flex>
    </Card>
  )
}

function useCandidates(order: SentOrder): readonly SentOrder[] {
  const found = useQuery({
    ...asking('GET /api/v1/admin/orders/{id}/mergeable', { path: { id: order.id } }),
    enabled: orderCan(order, 'merge'),
  })
  return found.data?.rows ?? []
}

const OrderLinks = ({ orders }: { readonly orders: readonly { readonly id: string; readonly number: string }[] }) => (
  <>
    {orders.map(({ id, number }) => (
      <Link key={id} to={`/orders/${id}`} style={{ display: 'inline-block', marginInlineEnd: 8 }}>
        {number}
      </Link>
    ))}
  </>
)

function MergeVerb({ order, candidates }: { readonly order: SentOrder; readonly candidates: readonly SentOrder[] }) {
  const t = useText(handlingText)
  const words = useText(ordersPageText)
  const reload = useReload('orders')
  const options = candidates.map(({ id, number, total }) => ({ value: id, label: `${number} · ${moneyText(total)}` }))
  return (
    <AskingVerb<{ orderIds: string[] }>
      size="small"
      type="primary"
      title={t('merge.title')}
      consequence={t('merge.about')}
      permission="orders.change"
      initial={{ orderIds: candidates.map(({ id }) => id) }}
      fields={
        <Form.Item
          name="orderIds"
          label={t('merge.choose')}
          rules={[{ required: true, type: 'array', min: 1, message: words('needed') }]}
        >
          <Checkbox.Group options={options} style={{ flexDirection: 'column', gap: 8 }} />
        </Form.Item>
      }
      work={(body) => ask('POST /api/v1/admin/orders/{id}/merge', { path: { id: order.id }, body })}
      onDone={reload}
    >
      {t('merge.do')}
    </AskingVerb>
  )
}

function UnmergeVerb({ order }: { readonly order: SentOrder }) {
  const t = useText(handlingText)
  const reload = useReload('orders')
  return (
    <AskingVerb
      size="small"
      title={t('merge.undo.title')}
      permission="orders.change"
      blocked={!orderCan(order, 'merge') && t('merge.state')}
      work={() => ask('POST /api/v1/admin/orders/{id}/unmerge', { path: { id: order.id } })}
      onDone={reload}
    >
      {t('merge.undo')}
    </AskingVerb>
  )
}

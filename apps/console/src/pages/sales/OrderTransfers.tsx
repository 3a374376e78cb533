import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Form, Input, InputNumber, Select, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import { useWarehouses } from '../supply/outbound.ts'
import { NeededBy, StatusTag } from '../supply/TransfersPage.tsx'
import { transfersPageText } from '../supply/transfers-text.ts'
import type { OrderData } from './order.ts'
import { someOf } from './pieces.ts'

type Props = Pick<OrderData, 'order' | 'lines'>

/** Goods of the order that come from another warehouse first. */
export function TransfersCard({ order, lines }: Props) {
  const t = useText(transfersPageText)
  const language = useLocale()
  const transfers = useQuery(asking('GET /api/v1/admin/orders/{id}/transfers', { path: { id: order.id } }))
  return (
    <Card size="small" title={t('title')} extra={<AskVerb order={order} lines={lines} />}>
      <Loaded query={transfers}>
        {(rows) => (
          <Flex vertical gap="small">
            {rows.length === 0 && <Typography.Text type="secondary">{t('ask.none')}</Typography.Text>}
            {rows.map((row) => (
              <Flex key={row.id} gap="small" wrap align="center">
                <Link to={`/transfers/${row.id}` as never}>{row.number}</Link>
                <StatusTag status={row.status} />
                <span>{`${row.from.name[language]} → ${row.to.name[language]}`}</span>
                <NeededBy transfer={row} />
              </Flex>
            ))}
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

interface Asked {
  readonly fromWarehouseId: string
  readonly toWarehouseId: string
  readonly neededBy: string
  readonly reason: string
  readonly quantities: Readonly<Record<string, number | null>>
}

function AskVerb({ order, lines }: Props) {
  const t = useText(transfersPageText)
  const { timeZone } = useMe().shop
  const canAsk = order.status === 'open' && (order.fulfilment === 'pending' || order.fulfilment === 'short')
  const send = ({ quantities, neededBy, ...wish }: Asked) =>
    ask('POST /api/v1/admin/orders/{id}/transfers', {
      path: { id: order.id },
      body: {
        ...wish,
        neededBy: instantAt(neededBy, timeZone),
        lines: Object.entries(quantities).flatMap(([lineId, quantity]) => (quantity ? [{ lineId, quantity }] : [])),
      },
    })
  return (
    <AskingVerb<Asked>
      size="small"
      permission="orders.change"
      title={t('ask')}
      consequence={t('ask.about')}
      blocked={!canAsk && t('ask.blocked')}
      fields={<AskFields lines={lines.filter((line) => line.requiresShipping && line.quantity > line.shipped)} />}
      work={send}
      onDone={useReload('orders', 'transfers')}
    >
      {t('ask')}
    </AskingVerb>
  )
}

function AskFields({ lines }: Pick<Props, 'lines'>) {
  const t = useText(transfersPageText)
  const language = useLocale()
  const { timeZone } = useMe().shop
  const options = useWarehouses().map(({ id, name, nameEn }) => ({
    value: id as string,
    label: language === 'zh' ? name : nameEn || name,
  }))
  const rules = [{ required: true, message: t('needed') }]
  return (
    <>
      <Flex gap="middle" wrap>
        {(['from', 'to'] as const).map((side) => (
          <Form.Item
            key={side}
            name={`${side}WarehouseId`}
            label={t(side)}
            rules={rules}
            style={{ flex: 1, minWidth: 160 }}
          >
            <Select options={options} />
          </Form.Item>
        ))}
      </Flex>
      {lines.map((line, at) => (
        <Form.Item
          key={line.id}
          name={['quantities', line.id]}
          dependencies={lines.map(({ id }) => ['quantities', id])}
          rules={at === lines.length - 1 ? [someOf('quantities', t('ask.pieces.none'))] : []}
          label={`${line.sku} ${line.name[language]}`}
          initialValue={line.quantity - line.shipped}
        >
          <InputNumber min={0} max={line.quantity - line.shipped} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="neededBy" label={t('needed-by')} extra={t('zone', { zone: timeZone })} rules={rules}>
        <Input type="datetime-local" min={wallClockAt(new Date(), timeZone)} />
      </Form.Item>
      <ReasonField label={t('reason')} />
    </>
  )
}

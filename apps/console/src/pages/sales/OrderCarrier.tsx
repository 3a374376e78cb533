import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { shippingText } from '#model/supply/shipping'
import { asking } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { colon, moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { CarrierOptions } from '../supply/CarrierOptions.tsx'
import type { SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** Which carrier takes the order, why it and not another, and on request who reaches the address now. */
export function CarrierCard({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const words = useText(shippingText)
  const language = useLocale()
  const [isOpen, setOpen] = useState(false)
  const nameOfCarrier = useCarrierName()
  const { carrierWhy: why } = order
  return (
    <Card size="small" title={t('carrier')}>
      <Flex vertical gap={4}>
        <strong>{order.carrier && nameOfCarrier(order.carrier)}</strong>
        {why && (
          <Typography.Text type="secondary">
            {words(`carrier.why.${why.code}`, { choice: why.choice ?? '' })}
          </Typography.Text>
        )}
        {why?.rejected.map(({ carrier, name, reason, fee }) => (
          <Typography.Text key={carrier} type="secondary">
            {[name[language], words(`carrier.rejected.${reason}`)].join(colon())}
            {fee && ` (${moneyText(fee)})`}
          </Typography.Text>
        ))}
        <span style={{ marginTop: 8 }}>
          <Verb size="small" onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'carrier.hide' : 'carrier.compare')}
          </Verb>
        </span>
        {isOpen && <Now orderId={order.id} />}
      </Flex>
    </Card>
  )
}

function Now({ orderId }: { readonly orderId: string }) {
  const found = useQuery(asking('GET /api/v1/admin/orders/{id}/carriers', { path: { id: orderId } }))
  return <Loaded query={found}>{(options) => <CarrierOptions options={options} />}</Loaded>
}

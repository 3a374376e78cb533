import { Card, Flex, Tag, Timeline, Typography } from 'antd'
import { shippingText } from '#model/supply/shipping'
import { useCarrierName } from '../../frame/carriers.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { SentOrder, SentParcel } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** The boxes of an order and where the carrier last saw them. */
export function ParcelsCard({
  order,
  parcels,
}: {
  readonly order: SentOrder
  readonly parcels: readonly SentParcel[]
}) {
  const t = useText(ordersPageText)
  const nameOfCarrier = useCarrierName()
  return (
    <Card size="small" title={t('parcels')} extra={order.carrier && nameOfCarrier(order.carrier)}>
      {parcels.length === 0 && <Typography.Text type="secondary">{t('parcels.none')}</Typography.Text>}
      <Flex vertical gap="middle">
        {parcels.map((parcel) => (
          <ParcelView key={parcel.id} parcel={parcel} />
        ))}
      </Flex>
    </Card>
  )
}

const troubled = ['problem', 'returning', 'returned']

/** A box and its way. */
export function ParcelView({ parcel }: { readonly parcel: SentParcel }) {
  const t = useText(ordersPageText)
  const nameOfCarrier = useCarrierName()
  const states = useText(shippingText)
  const instantText = useInstantText()
  const color = parcel.status === 'signed' ? 'success' : troubled.includes(parcel.status) ? 'error' : 'processing'
  return (
    <section id={parcel.id} className="order-thing" aria-label={parcel.number}>
      <Flex gap="small" align="center" wrap style={{ marginBottom: 8 }}>
        <strong>
          {nameOfCarrier(parcel.carrier)} {parcel.waybillNumber ?? t('parcel.noWaybill')}
        </strong>
        <Tag color={color}>{states(`parcel.status.${parcel.status}`)}</Tag>
        <Typography.Text type="secondary">{parcel.number}</Typography.Text>
      </Flex>
      {parcel.steps.length === 0 ? (
        <Typography.Text type="secondary">{t('parcel.noSteps')}</Typography.Text>
      ) : (
        <Timeline
          items={parcel.steps.map((step, index) => ({
            key: `${step.at}${index}`,
            color: index === 0 ? 'green' : 'gray',
            content: (
              <>
                {step.text}
                <br />
                <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                  {instantText(step.at)} {step.location}
                </Typography.Text>
              </>
            ),
          }))}
        />
      )}
    </section>
  )
}

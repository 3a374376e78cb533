import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Checkbox, Flex, Form, InputNumber, Typography } from 'antd'
import { useState } from 'react'
import type { Money } from '#kernel/money'
import { shippingText } from '#model/supply/shipping'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { DistrictPicker } from '../../frame/Region.tsx'
import { useMe } from '../../frame/session.ts'
import { CarrierOptions } from './CarrierOptions.tsx'
import { shippingPageText } from './shipping-text.ts'

const needs = ['oversize', 'valuable', 'perishable'] as const

interface Asked {
  readonly districtCode?: string
  readonly weightGrams: number | null
  readonly goods: Money | null
  readonly needs: readonly (typeof needs)[number][]
}

/** What the tables above say of one parcel. */
export function CompareCard() {
  const t = useText(shippingPageText)
  const { currency } = useMe().shop
  const [asked, setAsked] = useState<Asked>({ weightGrams: 1_000, goods: { minor: 10_000, currency }, needs: [] })
  return (
    <Card size="small" title={t('compare')}>
      <Form<Asked>
        layout="inline"
        initialValues={asked}
        onValuesChange={(_, values) => setAsked(values)}
        style={{ rowGap: 8, marginBottom: 12 }}
      >
        <Form.Item name="districtCode" label={t('compare.district')} style={{ minWidth: 300 }}>
          <DistrictPicker />
        </Form.Item>
        <Form.Item name="weightGrams" label={t('compare.weight')}>
          <InputNumber min={0} max={10_000_000} precision={0} suffix={t('grams')} style={{ width: 130 }} />
        </Form.Item>
        <Form.Item name="goods" label={t('compare.goods')}>
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item name="needs" label={t('compare.needs')}>
          <Checkbox.Group options={needs.map((value) => ({ value, label: t(`compare.${value}`) }))} />
        </Form.Item>
      </Form>
      {asked.districtCode ? (
        <Result asked={{ ...asked, districtCode: asked.districtCode }} />
      ) : (
        <Typography.Text type="secondary">{t('compare.pick')}</Typography.Text>
      )}
    </Card>
  )
}

function Result({ asked }: { readonly asked: Asked & { readonly districtCode: string } }) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  const found = useQuery({
    queryKey: ['carriers', 'compare', asked],
    queryFn: () =>
      ask('POST /api/v1/admin/carriers/compare', {
        body: {
          districtCode: asked.districtCode,
          weightGrams: asked.weightGrams ?? 0,
          goodsMinor: asked.goods?.minor ?? 0,
          ...Object.fromEntries(asked.needs.map((need) => [need, true])),
        },
      }),
  })
  return (
    <Loaded query={found}>
      {({ carrier, why, options }) => (
        <Flex vertical gap="small">
          {carrier === null ? (
            <Alert type="error" showIcon title={t('compare.nobody')} />
          ) : (
            <Typography.Text>{words(`carrier.why.${why.code}` as never, { choice: why.choice ?? '' })}</Typography.Text>
          )}
          <CarrierOptions options={options} />
        </Flex>
      )}
    </Loaded>
  )
}

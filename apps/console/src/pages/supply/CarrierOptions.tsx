import { Tag } from 'antd'
import type { AnswerOf } from '#client'
import { shippingText } from '#model/supply/shipping'
import { moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Table } from '../../frame/Table.tsx'
import { shippingPageText } from './shipping-text.ts'

type CarrierOption = AnswerOf<'GET /api/v1/admin/orders/{id}/carriers'>[number]

/** Carriers side by side: freight, days, and why one is chosen and another is not. */
export function CarrierOptions({ options }: { readonly options: readonly CarrierOption[] }) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  const language = useLocale()
  return (
    <Table<CarrierOption>
      size="small"
      rowKey="carrier"
      pagination={false}
      dataSource={options}
      scroll={{ x: 'max-content' }}
      empty={{ says: t('empty.carriers'), next: '/shipping' }}
      columns={[
        { title: t('rule.carrier'), render: (_, row) => row.name[language] },
        {
          title: t('compare.fee'),
          align: 'right',
          render: (_, { quote }) => (quote ? moneyText(quote.fee) : '—'),
        },
        {
          title: t('carrier.days'),
          render: (_, { quote }) => (quote ? t('carrier.days.text', { min: quote.daysMin, max: quote.daysMax }) : '—'),
        },
        {
          title: t('compare.why'),
          render: (_, { rejected, quote }) =>
            rejected ? (
              words(`carrier.rejected.${rejected}`)
            ) : (
              <>
                <Tag color="success">{t('compare.chosen')}</Tag>
                {quote?.rule}
              </>
            ),
        },
      ]}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { recommendationsText } from './recommendations-text.ts'

type Row = AnswerOf<'GET /api/v1/admin/recommendations/sales/orders'>['rows'][number]

interface OrdersOfSourceProps {
  /** The list of goods as it is stored, and as people call it; nothing is open without one. */
  readonly of: { readonly source: string; readonly name: string } | undefined
  readonly days: number
  readonly onClose: () => void
}

/** The orders behind the figures of one list of goods. */
export function OrdersOfSource({ of, days, onClose }: OrdersOfSourceProps) {
  const t = useText(recommendationsText)
  return (
    <Drawer open={of !== undefined} onClose={onClose} size="large" title={of && t('sales.behind', { name: of.name })}>
      {of && <Behind source={of.source} days={days} />}
    </Drawer>
  )
}

function Behind({ source, days }: { readonly source: string; readonly days: number }) {
  const t = useText(recommendationsText)
  const language = useLocale()
  const instantText = useInstantText()
  const found = useQuery(asking('GET /api/v1/admin/recommendations/sales/orders', { query: { source, days } }))
  return (
    <Loaded query={found}>
      {({ rows }) => (
        <Table<Row>
          size="small"
          rowKey="id"
          dataSource={[...rows]}
          scroll={{ x: 'max-content' }}
          pagination={false}
          columns={[
            {
              title: t('behind.order'),
              render: (_, { id, number }) => (
                <Link to={`/orders/${id}`} style={{ textDecoration: 'underline' }}>
                  {number}
                </Link>
              ),
            },
            { title: t('behind.placed'), render: (_, { placedAt }) => instantText(placedAt) },
            {
              title: t('behind.goods'),
              width: 200,
              render: (_, { goods }) => goods.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', '),
            },
            { title: t('sales.pieces'), align: 'right', dataIndex: 'pieces' },
            { title: t('sales.amount'), align: 'right', render: (_, { amount }) => moneyText(amount) },
          ]}
        />
      )}
    </Loaded>
  )
}

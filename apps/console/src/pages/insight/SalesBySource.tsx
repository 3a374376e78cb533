import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { moneyText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { useMay } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { OrdersOfSource } from './OrdersOfSource.tsx'
import { recommendationsText } from './recommendations-text.ts'

type Row = AnswerOf<'GET /api/v1/admin/recommendations/sales'>['rows'][number]

const spans = [7, 30, 90] as const
const named = ['for_you', 'also_bought', 'cart', 'top', 'home', 'search', 'category', 'product', 'campaign'] as const

/** What the clicks in each list of goods came to. */
export function SalesBySource() {
  const t = useText(recommendationsText)
  const [days, choose] = useState<(typeof spans)[number]>(30)
  const [opened, open] = useState<Row>()
  const mayRead = useMay('orders.read')
  const found = useQuery(asking('GET /api/v1/admin/recommendations/sales', { query: { days } }))
  const nameOf = ({ source }: Row) => {
    const known = named.find((each) => each === source)
    return known ? t(`source.${known}`) : source
  }
  return (
    <>
      <Flex gap="small" align="center" wrap>
        <Segmented
          aria-label={t('sales.days')}
          value={days}
          options={spans.map((each) => ({ value: each, label: t('sales.last', { days: each }) }))}
          onChange={choose}
        />
        <Typography.Text type="secondary">{t('sales.about')}</Typography.Text>
      </Flex>
      <Loaded query={found}>
        {({ rows }) => (
          <Table<Row>
            size="small"
            rowKey="source"
            dataSource={[...rows]}
            scroll={{ x: 'max-content' }}
            pagination={false}
            empty={{ says: t('sales.none'), next: '/decoration' }}
            columns={[
              { title: t('sales.source'), width: 200, render: (_, row) => nameOf(row) },
              { title: t('sales.clicks'), width: 100, align: 'right', dataIndex: 'clicks' },
              { title: t('sales.known'), width: 140, align: 'right', dataIndex: 'knownClicks' },
              {
                title: t('sales.orders'),
                width: 100,
                align: 'right',
                render: (_, row) =>
                  mayRead && row.orders > 0 ? (
                    <Button
                      type="link"
                      size="small"
                      style={{ paddingInline: 0, textDecoration: 'underline' }}
                      aria-label={t('sales.open', { name: nameOf(row), count: row.orders })}
                      onClick={() => open(row)}
                    >
                      {row.orders}
                    </Button>
                  ) : (
                    row.orders
                  ),
              },
              { title: t('sales.pieces'), width: 100, align: 'right', dataIndex: 'pieces' },
              { title: t('sales.amount'), width: 140, align: 'right', render: (_, { amount }) => moneyText(amount) },
            ]}
          />
        )}
      </Loaded>
      <OrdersOfSource
        of={opened && { source: opened.source, name: nameOf(opened) }}
        days={days}
        onClose={() => open(undefined)}
      />
    </>
  )
}

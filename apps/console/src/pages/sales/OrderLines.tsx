import { Link } from '@tanstack/react-router'
import { Card, Flex, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { picturePath } from '#model/goods/media'
import { moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useMay } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { Margin, PriceReceipt, useWorth } from './OrderWorth.tsx'
import type { HistoryEntry, SentLine, SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'
import { twinText } from './twin-text.ts'

interface LinesCardProps {
  readonly order: SentOrder
  readonly lines: readonly SentLine[]
  readonly history: readonly HistoryEntry[]
  readonly extra?: ReactNode
}

/** What was bought, and each line's exact share of reduction and freight: what a return gives back; opened, a line tells how its price came about. What it leaves stays in sight however narrow the window. */
export function LinesCard({ order, lines, history, extra }: LinesCardProps) {
  const t = useText(ordersPageText)
  const twin = useText(twinText)
  const worth = useWorth(order.id)
  const knowsCosts = useMay('costs.read')
  const margin = {
    title: twin('worth.margin'),
    align: 'right' as const,
    fixed: 'right' as const,
    render: (_: unknown, line: SentLine) => <Margin worth={worth.get(line.id)} />,
  }
  return (
    <Card size="small" title={t('lines')} extra={extra}>
      <Table<SentLine>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...lines]}
        scroll={{ x: 'max-content' }}
        expandable={{
          rowExpandable: (line) => worth.has(line.id),
          expandedRowRender: (line) => <PriceReceipt line={line} worth={worth.get(line.id)!} history={history} />,
        }}
        columns={[
          { title: t('line.name'), render: (_, line) => <LineName line={line} /> },
          { title: t('line.price'), align: 'right', render: (_, line) => moneyText(line.unitPrice) },
          { title: t('line.quantity'), align: 'right', dataIndex: 'quantity' },
          { title: t('line.total'), align: 'right', render: (_, line) => <strong>{moneyText(line.total)}</strong> },
          {
            title: t('line.discount'),
            align: 'right',
            render: (_, line) => (line.discount.minor > 0 ? `-${moneyText(line.discount)}` : '—'),
          },
          { title: t('line.freight'), align: 'right', render: (_, line) => moneyText(line.freight) },
          { title: t('line.subtotal'), align: 'right', render: (_, line) => moneyText(line.subtotal) },
          { title: t('line.done'), align: 'right', render: (_, line) => `${line.shipped}/${line.returned}` },
          {
            title: t('line.refunded'),
            align: 'right',
            render: (_, line) => (line.refunded.minor > 0 ? moneyText(line.refunded) : '—'),
          },
          ...(knowsCosts ? [margin] : []),
        ]}
      />
    </Card>
  )
}

function LineName({ line }: { readonly line: SentLine }) {
  const t = useText(ordersPageText)
  const language = useLocale()
  return (
    <Flex gap="small" align="center">
      {line.pictureId && (
        <img
          src={picturePath(line.pictureId, 160, 'webp')}
          alt=""
          width={40}
          height={40}
          style={{ objectFit: 'cover', borderRadius: 4 }}
          loading="lazy"
        />
      )}
      <span style={{ maxWidth: 220, whiteSpace: 'normal' }}>
        <Link to={`/products/${line.productId}`}>
          {line.name[language]} {line.specification[language]}
        </Link>{' '}
        {line.agreed.gift && <Tag color="success">{t('line.gift')}</Tag>}
        <br />
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {line.sku}
        </Typography.Text>
      </span>
    </Flex>
  )
}

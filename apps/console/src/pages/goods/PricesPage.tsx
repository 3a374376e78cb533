import { Link } from '@tanstack/react-router'
import { Drawer, Flex, Input, Tag, Typography } from 'antd'
import { useState } from 'react'
import { decimalText, type Money } from '#kernel/money'
import { pricesText } from '#model/goods/prices'
import { asking, useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { moneyText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { type EventRow, History } from '../History.tsx'
import { Margin, NoteCompetitor, ProposePrice } from './PriceVerbs.tsx'
import { pricesPageText } from './prices-text.ts'

export type PriceRow = RowOf<'GET /api/v1/admin/prices'>

/** Every price beside its cost, its margin and what others ask. */
export default function PricesPage() {
  const t = useText(pricesPageText)
  const [{ text, dearer }, filter] = useListFilters('GET /api/v1/admin/prices', ['text', 'dearer'])
  const [asked, setAsked] = useState<PriceRow>()
  return (
    <Page title={t('title')} about={t('about')}>
      <Flex gap="small" wrap>
        <Counters
          label={t('title')}
          counters={[
            { key: '', label: t('all') },
            { key: 'true', label: t('dearer') },
          ]}
          chosen={dearer ?? ''}
          onChoose={(key) => filter({ dearer: key || undefined })}
        />
        <Input.Search
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={text}
          style={{ maxWidth: 280 }}
          onSearch={(value) => filter({ text: value || undefined })}
        />
      </Flex>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/prices"
        filters={{ text, dearer }}
        views
        columns={useColumns(setAsked)}
        rowKey={(row) => row.variantId}
        empty={{ says: t('empty'), next: '/products' }}
      />
      <Why row={asked} onClose={() => setAsked(undefined)} />
    </Page>
  )
}

function useColumns(onWhy: (row: PriceRow) => void): Columns<PriceRow> {
  const t = useText(pricesPageText)
  const reload = useReload('prices')
  return [
    { key: 'product', title: t('product'), width: 200, render: (_, row) => <NameCell row={row} /> },
    { key: 'list', title: t('list'), width: 110, align: 'right', render: (_, row) => moneyText(row.list) },
    { key: 'was', title: t('was'), width: 110, align: 'right', render: (_, row) => row.was && moneyText(row.was) },
    {
      key: 'cost',
      title: t('cost'),
      width: 110,
      align: 'right',
      render: (_, row) => (row.cost ? moneyText(row.cost) : '—'),
    },
    {
      key: 'margin',
      title: t('margin'),
      width: 90,
      align: 'right',
      render: (_, row) => <Margin percent={row.marginPercent} />,
    },
    {
      key: 'competitor',
      title: t('competitor'),
      width: 170,
      align: 'right',
      render: (_, row) => <Competitor row={row} />,
    },
    {
      key: 'verbs',
      title: '',
      width: 230,
      render: (_, row) => (
        <Flex gap={6}>
          <ProposePrice row={row} onDone={reload} />
          <NoteCompetitor row={row} onDone={reload} />
          <Verb size="small" permission="costs.read" onClick={() => onWhy(row)}>
            {t('why')}
          </Verb>
        </Flex>
      ),
    },
  ]
}

function NameCell({ row }: { readonly row: PriceRow }) {
  const t = useText(pricesPageText)
  return (
    <Flex vertical>
      <Link to={`/products/${row.productId}`}>{row.name}</Link>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {[row.sku, row.specification].filter(Boolean).join(' · ')}
      </Typography.Text>
      {row.proposalId && (
        <Link to="/price-proposals">
          <Tag color="gold">{t('propose.open')}</Tag>
        </Link>
      )}
    </Flex>
  )
}

function Competitor({ row: { competitor, list } }: { readonly row: PriceRow }) {
  if (!competitor) return '—'
  return (
    <Flex vertical>
      <Typography.Text type={competitor.price.minor < list.minor ? 'danger' : undefined}>
        {moneyText(competitor.price)}
      </Typography.Text>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {competitor.source} · {competitor.seenOn}
      </Typography.Text>
    </Flex>
  )
}

/** The price's way to where it is: who, when, from what, and what it rested on. */
function Why({ row, onClose }: { readonly row: PriceRow | undefined; readonly onClose: () => void }) {
  const t = useText(pricesPageText)
  const textOf = usePriceEventText()
  return (
    <Drawer open={row !== undefined} onClose={onClose} title={row && t('why.title', { name: row.name })} size="large">
      {row && (
        <History
          question={asking('GET /api/v1/admin/variants/{id}/price/history', { path: { id: row.variantId } })}
          needs="costs.read"
          textOf={textOf}
        />
      )}
      <Typography.Paragraph type="secondary">{t('first')}</Typography.Paragraph>
    </Drawer>
  )
}

interface PriceData {
  readonly before?: { readonly list?: Money } | null
  readonly after?: { readonly list?: Money }
  readonly list?: Money
  readonly reason?: string
  readonly remark?: string
  readonly why?: {
    readonly basis: string
    readonly reason: string
    readonly proposedBy: string
    readonly approvedBy: string
  }
}

function usePriceEventText(): (event: EventRow) => string {
  const t = useText(pricesPageText)
  const say = useText(pricesText)
  const amount = (money: Money | undefined) => (money ? decimalText(money) : '—')
  return ({ type, data }) => {
    const { before, after, list, reason, remark, why } = data as PriceData
    const key = `event.${type}`
    if (!(key in pricesPageText)) return type
    const values = { from: amount(before?.list), to: amount(after?.list ?? list), reason: reason ?? remark ?? '' }
    const because =
      why &&
      t('because', {
        basis: say(`prices.basis.${why.basis}` as 'prices.basis.other'),
        reason: why.reason,
        by: why.proposedBy,
        approved: why.approvedBy,
      })
    return t(key as 'event.price.changed', values) + (because ?? '')
  }
}

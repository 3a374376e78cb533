import { Link } from '@tanstack/react-router'
import { Tag, Typography } from 'antd'
import { listingText } from '#model/goods/listing'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { CancelPlan } from './CancelPlan.tsx'
import type { Plan } from './ProductPlans.tsx'
import { productsText } from './products-text.ts'

const colours = { waiting: 'gold', done: 'success', failed: 'error', cancelled: 'default' } as const

/** Every step that is left to the clock, and what became of those whose time has passed. */
export default function ListingPlansPage() {
  const t = useText(productsText)
  const [{ state = 'waiting' }, filter] = useListFilters('GET /api/v1/admin/listing-plans', ['state'])
  const states = ['waiting', 'ended'] as const
  return (
    <Page title={t('plan.title')} about={t('plan.about')}>
      <Counters
        label={t('status')}
        counters={states.map((key) => ({ key, label: t(`plan.state.${key}`) }))}
        chosen={state}
        onChoose={(key) => filter({ state: key === 'waiting' ? undefined : key })}
      />
      <DataTable
        label={t('plan.title')}
        list="GET /api/v1/admin/listing-plans"
        filters={{ state }}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('plan.empty'), next: '/products' }}
      />
    </Page>
  )
}

function useColumns(): Columns<Plan> {
  const t = useText(productsText)
  const say = useText(listingText)
  const instantText = useInstantText()
  const reload = useReload('listing-plans')
  return [
    { key: 'plan.at', title: t('plan.at'), width: 150, render: (_, row) => instantText(row.at) },
    { key: 'plan.step', title: t('plan.step'), width: 120, render: (_, row) => say(`listing.plan.${row.step}`) },
    {
      key: 'product',
      title: t('product'),
      width: 260,
      render: (_, row) => <Link to={`/products/${row.productId}`}>{row.name}</Link>,
    },
    {
      key: 'status',
      title: t('status'),
      width: 240,
      render: (_, row) => (
        <>
          <Tag color={colours[row.status]}>{say(`listing.plan.status.${row.status}`)}</Tag>
          {row.failure && <Typography.Text type="danger">{row.failure}</Typography.Text>}
        </>
      ),
    },
    { key: 'plan.by', title: t('plan.by'), width: 120, dataIndex: 'plannedBy' },
    { key: 'verbs', title: '', width: 110, render: (_, row) => <CancelPlan plan={row} onDone={reload} /> },
  ]
}

import { Link } from '@tanstack/react-router'
import { Flex, Tag, Typography } from 'antd'
import { type ProposalStatus, pricesText, proposalSteps } from '#model/goods/prices'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { pricesPageText } from './prices-text.ts'

type Proposal = RowOf<'GET /api/v1/admin/price-proposals'>

const colours: Readonly<Record<ProposalStatus, string>> = {
  proposed: 'gold',
  approved: 'processing',
  rejected: 'default',
  withdrawn: 'default',
  applied: 'success',
  conflict: 'error',
}

/** Prices somebody wants: agreed to or not, and from when they are in force. */
export default function ProposalsPage() {
  const t = useText(pricesPageText)
  const [{ state = 'open' }, filter] = useListFilters('GET /api/v1/admin/price-proposals', ['state'])
  return (
    <Page title={t('proposals.title')} about={t('proposals.about')}>
      <Counters
        label={t('status')}
        counters={(['open', 'ended'] as const).map((key) => ({ key, label: t(`state.${key}`) }))}
        chosen={state}
        onChoose={(key) => filter({ state: key === 'open' ? undefined : key })}
      />
      <DataTable
        label={t('proposals.title')}
        list="GET /api/v1/admin/price-proposals"
        filters={{ state }}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('proposals.empty'), next: '/prices' }}
      />
    </Page>
  )
}

function useColumns(): Columns<Proposal> {
  const t = useText(pricesPageText)
  const say = useText(pricesText)
  const instantText = useInstantText()
  return [
    {
      key: 'product',
      title: t('product'),
      width: 220,
      render: (_, row) => (
        <Flex vertical>
          <Link to={`/products/${row.productId}`}>{row.name}</Link>
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {row.sku}
          </Typography.Text>
        </Flex>
      ),
    },
    {
      key: 'change',
      title: t('change'),
      width: 170,
      render: (_, row) => `${moneyText(row.from)} → ${moneyText(row.list)}`,
    },
    {
      key: 'reason',
      title: t('reason'),
      width: 220,
      render: (_, row) => `${say(`prices.basis.${row.basis}`)} · ${row.reason}`,
    },
    { key: 'starts', title: t('starts'), width: 140, render: (_, row) => instantText(row.startsAt) },
    { key: 'by', title: t('by'), width: 100, dataIndex: 'proposedByName' },
    {
      key: 'status',
      title: t('status'),
      width: 180,
      render: (_, row) => (
        <>
          <Tag color={colours[row.status]}>{say(`prices.status.${row.status}`)}</Tag>
          {row.moved && <Tag color="error">{t('moved')}</Tag>}
          {row.remark && <Typography.Text type="secondary">{row.remark}</Typography.Text>}
        </>
      ),
    },
    { key: 'verbs', title: '', width: 210, render: (_, row) => <Verbs proposal={row} /> },
  ]
}

function Verbs({ proposal }: { readonly proposal: Proposal }) {
  const t = useText(pricesPageText)
  const say = useText(pricesText)
  const instantText = useInstantText()
  const reload = useReload('price-proposals')
  const whyNot = useWhyNot(proposalSteps, (status) => say(`prices.status.${status}`))
  const path = { id: proposal.id }
  const verb = (step: 'approve' | 'reject' | 'withdraw') =>
    ({
      size: 'small',
      permission: 'prices.change',
      blocked: whyNot(proposal.status, step),
      title: t(`${step}.title`),
      onDone: reload,
      children: t(step),
    }) as const
  return (
    <Flex gap={6}>
      <AskingVerb
        {...verb('approve')}
        work={() => ask('POST /api/v1/admin/price-proposals/{id}/approve', { path, body: {} })}
        type="primary"
        consequence={t('approve.consequence', { at: instantText(proposal.startsAt) })}
      />
      <AskingVerb<{ remark: string }>
        {...verb('reject')}
        work={(body) => ask('POST /api/v1/admin/price-proposals/{id}/reject', { path, body })}
        fields={<ReasonField name="remark" label={t('reason')} />}
      />
      <AskingVerb
        {...verb('withdraw')}
        work={() => ask('POST /api/v1/admin/price-proposals/{id}/withdraw', { path })}
        consequence={t('withdraw.consequence')}
      />
    </Flex>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, Flex, type TableProps, Tag, Typography } from 'antd'
import type { Money } from '#kernel/money'
import { type PriceBasis, type ProposalStatus, pricesText, proposalSteps } from '#model/goods/prices'
import { post } from '../../frame/api.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { pricesPageText } from './prices-text.ts'

interface Proposal {
  readonly id: string
  readonly productId: string
  readonly name: string
  readonly sku: string
  readonly from: Money
  readonly list: Money
  readonly basis: PriceBasis
  readonly reason: string
  readonly startsAt: string
  readonly status: ProposalStatus
  readonly proposedByName: string
  readonly decidedByName: string | null
  readonly remark: string | null
  readonly moved: boolean
}

const path = '/price-proposals'
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
  const [{ state = 'open' }, filter] = useFilters(['state'])
  return (
    <Page title={t('proposals.title')} about={t('proposals.about')}>
      <Counters
        label={t('status')}
        counters={(['open', 'ended'] as const).map((key) => ({ key, label: t(`state.${key}`) }))}
        chosen={state}
        onChoose={(key) => filter({ state: key === 'open' ? undefined : key })}
      />
      <DataTable<Proposal>
        label={t('proposals.title')}
        path={path}
        filters={{ state }}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={<Empty description={t('proposals.empty')} />}
      />
    </Page>
  )
}

function useColumns(): TableProps<Proposal>['columns'] {
  const t = useText(pricesPageText)
  const say = useText(pricesText)
  const instantText = useInstantText()
  return [
    {
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
    { title: t('change'), width: 170, render: (_, row) => `${moneyText(row.from)} → ${moneyText(row.list)}` },
    {
      title: t('reason'),
      width: 220,
      render: (_, row) => `${say(`prices.basis.${row.basis}`)} · ${row.reason}`,
    },
    { title: t('starts'), width: 140, render: (_, row) => instantText(row.startsAt) },
    { title: t('by'), width: 100, dataIndex: 'proposedByName' },
    {
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
    { title: '', width: 210, render: (_, row) => <Verbs proposal={row} /> },
  ]
}

function Verbs({ proposal }: { readonly proposal: Proposal }) {
  const t = useText(pricesPageText)
  const say = useText(pricesText)
  const instantText = useInstantText()
  const queries = useQueryClient()
  const whyNot = useWhyNot(proposalSteps, (status) => say(`prices.status.${status}`))
  const verb = (step: 'approve' | 'reject' | 'withdraw') =>
    ({
      size: 'small',
      permission: 'prices.change',
      blocked: whyNot(proposal.status, step),
      title: t(`${step}.title`),
      work: (body: object) => post(`${path}/${proposal.id}/${step}`, step === 'withdraw' ? undefined : body),
      onDone: () => queries.invalidateQueries({ queryKey: [path] }),
      children: t(step),
    }) as const
  return (
    <Flex gap={6}>
      <AskingVerb
        {...verb('approve')}
        type="primary"
        consequence={t('approve.consequence', { at: instantText(proposal.startsAt) })}
      />
      <AskingVerb<{ remark: string }> {...verb('reject')} fields={<ReasonField name="remark" label={t('reason')} />} />
      <AskingVerb {...verb('withdraw')} consequence={t('withdraw.consequence')} />
    </Flex>
  )
}

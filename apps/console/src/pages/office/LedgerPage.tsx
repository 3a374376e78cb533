import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Tooltip, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { causeText, ledgerAccounts, ledgerText } from '#model/office/ledger'
import { asking } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { ledgerPageText } from './ledger-text.ts'

type Balance = AnswerOf<'GET /api/v1/admin/ledger/balances'>[number]

type Transfer = RowOf<'GET /api/v1/admin/ledger/transfers'>

/** The books: balances, and the transfers they are made of. */
export default function LedgerPage() {
  const t = useText(ledgerPageText)
  const [{ cause }, filter] = useFilters(['cause'])
  return (
    <Page title={t('title')} about={t('about')} actions={<ExportVerb kind="ledger" filters={{ causeId: cause }} />}>
      <Balances />
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {t('transfers')}
      </Typography.Title>
      {cause && (
        <Alert
          title={t('cause.of')}
          action={<Button onClick={() => filter({ cause: undefined })}>{t('cause.all')}</Button>}
        />
      )}
      <DataTable
        label={t('transfers')}
        list="GET /api/v1/admin/ledger/transfers"
        filters={{ causeId: cause }}
        columns={useTransferColumns((causeId) => filter({ cause: causeId }))}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/orders' }}
      />
    </Page>
  )
}

function Balances() {
  const t = useText(ledgerPageText)
  const name = useText(ledgerText)
  const balances = useQuery(asking('GET /api/v1/admin/ledger/balances'))
  return (
    <Loaded query={balances}>
      {(rows) => (
        <Table<Balance>
          aria-label={t('balances')}
          size="small"
          rowKey="account"
          pagination={false}
          dataSource={rows}
          style={{ maxWidth: 640 }}
          columns={[
            { key: 'account', title: t('account'), render: (_, row) => name(`ledger.${row.account}`) },
            { key: 'kind', title: t('kind'), render: (_, row) => t(`kind.${ledgerAccounts[row.account]}`) },
            { key: 'balance', title: t('balance'), align: 'right', render: (_, row) => moneyText(row.balance) },
          ]}
        />
      )}
    </Loaded>
  )
}

function useTransferColumns(onCause: (causeId: string) => void): Columns<Transfer> {
  const t = useText(ledgerPageText)
  const name = useText(ledgerText)
  const caused = useText(causeText)
  const instantText = useInstantText()
  return [
    { key: 'at', title: t('at'), width: 140, render: (_, row) => instantText(row.postedAt) },
    { key: 'debit', title: t('debit'), width: 160, render: (_, row) => name(`ledger.${row.debit}`) },
    { key: 'credit', title: t('credit'), width: 160, render: (_, row) => name(`ledger.${row.credit}`) },
    { key: 'amount', title: t('amount'), width: 140, align: 'right', render: (_, row) => moneyText(row.amount) },
    {
      key: 'cause',
      title: t('cause'),
      width: 200,
      render: (_, row) => (
        <Tooltip title={t('cause.only')}>
          <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onCause(row.causeId)}>
            {caused(row.cause)}
          </Button>
        </Tooltip>
      ),
    },
    {
      key: 'behind',
      title: t('behind'),
      width: 200,
      render: (_, { behind }) => (behind?.href ? <Link to={behind.href}>{behind.label}</Link> : (behind?.label ?? '—')),
    },
  ]
}

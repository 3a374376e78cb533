import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tag, Tooltip, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { colon, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { exportsPageText } from './exports-text.ts'

/** Lists that left the house, newest first. */
export default function ExportsPage() {
  const t = useText(exportsPageText)
  const refresh = useReload('exports')
  return (
    <Page title={t('title')} about={t('about')} actions={<Button onClick={refresh}>{t('refresh')}</Button>}>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/exports"
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/orders' }}
      />
    </Page>
  )
}

type Export = RowOf<'GET /api/v1/admin/exports'>

const colours: Readonly<Record<Export['status'], string>> = {
  waiting: 'default',
  running: 'processing',
  finished: 'success',
  failed: 'error',
  expired: 'default',
}

function useColumns(): Columns<Export> {
  const t = useText(exportsPageText)
  const locale = useLocale()
  const instantText = useInstantText()
  return [
    { key: 'number', title: t('number'), width: 170, dataIndex: 'number' },
    {
      key: 'kind',
      title: t('kind'),
      width: 150,
      render: (_, row) => (
        <>
          {row.label[locale]} {row.personal && <Tag color="warning">{t('personal')}</Tag>}
        </>
      ),
    },
    { key: 'filter', title: t('filter'), width: 150, render: (_, row) => <Filters row={row} /> },
    { key: 'status', title: t('status'), width: 110, render: (_, row) => <Status row={row} /> },
    {
      key: 'download',
      title: t('download'),
      width: 100,
      render: (_, row) =>
        row.waitsForSecond ? (
          <Agree row={row} />
        ) : row.downloadable ? (
          <a href={`/api/v1/admin/exports/${row.id}/file`}>{`${t('download')} .${row.format}`}</a>
        ) : (
          '—'
        ),
    },
    { key: 'rows', title: t('rows'), width: 90, align: 'right', render: (_, row) => row.rows.toLocaleString('en-US') },
    { key: 'size', title: t('size'), width: 90, align: 'right', render: (_, row) => sizeText(row.bytes) },
    { key: 'by', title: t('by'), width: 110, dataIndex: 'actor' },
    { key: 'at', title: t('at'), width: 140, render: (_, row) => instantText(row.createdAt) },
    {
      key: 'until',
      title: t('until'),
      width: 140,
      render: (_, row) => (row.downloadable ? instantText(row.expiresAt) : '—'),
    },
  ]
}

function Status({ row }: { readonly row: Export }) {
  const t = useText(exportsPageText)
  const why = row.waitsForSecond ? t('held.why') : row.agreedBy ? t('agreed.by', { name: row.agreedBy }) : row.problem
  const tag = row.waitsForSecond ? (
    <Tag color="warning">{t('held')}</Tag>
  ) : (
    <Tag color={colours[row.status]}>{t(`status.${row.status}`)}</Tag>
  )
  return why ? <Tooltip title={why}>{tag}</Tooltip> : tag
}

/** A second person lets a sheet with many people's data leave. */
function Agree({ row }: { readonly row: Export }) {
  const t = useText(exportsPageText)
  const reload = useReload('exports')
  return (
    <AskingVerb
      size="small"
      permission="exports.run"
      blocked={row.own && t('held.why')}
      title={t('agree.title', { by: row.actor, number: row.number })}
      consequence={t('agree.consequence', { rows: row.rows.toLocaleString('en-US') })}
      fields={<Reason id={row.id} />}
      work={() => ask('POST /api/v1/admin/exports/{id}/agree', { path: { id: row.id } })}
      onDone={reload}
    >
      {t('agree')}
    </AskingVerb>
  )
}

/** Why the data are wanted: whoever agrees decides by it. */
function Reason({ id }: Pick<Export, 'id'>) {
  const t = useText(exportsPageText)
  const whole = useQuery(asking('GET /api/v1/admin/exports/{id}', { path: { id } }))
  return (
    <Typography.Paragraph>
      {whole.data && [t('agree.reason'), whole.data.reason ?? '—'].join(colon())}
    </Typography.Paragraph>
  )
}

/** The list that a sheet was taken of. */
const lists: Readonly<Record<string, string>> = {
  orders: '/orders',
  products: '/products',
  prices: '/products',
  cases: '/returns',
  ledger: '/ledger',
  stock: '/stock',
  movements: '/stock',
}
/** What the address of a list calls a filter, where that is another word. */
const inAddress: Readonly<Record<string, string>> = {
  number: 'numbers',
  phone: 'numbers',
  categoryId: 'category',
  brandId: 'brand',
  causeId: 'cause',
}

/** A sheet holds what its list showed: the filters lead to the list as it was filtered. */
function Filters({ row: { kind, filter } }: { readonly row: Export }) {
  const t = useText(exportsPageText)
  const entries = Object.entries(filter)
  if (entries.length === 0) return t('filter.none')
  const words = t('filter.some', { count: entries.length })
  const path = lists[kind]
  if (!path) return words
  const search = Object.fromEntries(entries.map(([name, value]) => [inAddress[name] ?? name, value]))
  return (
    <Link to={path as '/orders'} search={search as never}>
      {words}
    </Link>
  )
}

const sizeText = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.ceil(bytes / 1_024)} KB`

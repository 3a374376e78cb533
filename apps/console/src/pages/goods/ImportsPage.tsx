import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select, Tag } from 'antd'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { type ImportRow, type ImportStatus, useKinds } from './imports-data.ts'
import { importsText } from './imports-text.ts'

/** Sheets that were imported or tried, newest first. */
export default function ImportsPage() {
  const t = useText(importsText)
  const navigate = useNavigate()
  const reload = useReload('imports')
  const columns = useColumns()
  const [{ kind }, filter] = useFilters(['kind'])
  const kinds = useKinds().data ?? []
  const language = useLocale()
  const add = (
    <Verb type="primary" permission="imports.run" onClick={() => void navigate({ to: '/imports/new' })}>
      {t('add')}
    </Verb>
  )
  const actions = (
    <>
      <Button onClick={() => void reload()}>{t('refresh')}</Button>
      {add}
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Select
        allowClear
        aria-label={t('kind')}
        placeholder={t('kind.any')}
        style={{ width: 220 }}
        value={kind}
        options={kinds.map((each) => ({ value: each.kind, label: each.label[language] }))}
        onChange={(next?: string) => filter({ kind: next })}
      />
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/imports"
        filters={kind ? { kind } : {}}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: `/imports/${row.id}` })}
        empty={{ says: t('empty'), next: add }}
      />
    </Page>
  )
}

export const importColours: Readonly<Record<ImportStatus, string>> = {
  waiting: 'default',
  running: 'processing',
  finished: 'success',
  failed: 'error',
  cancelled: 'default',
}

function useColumns(): Columns<ImportRow> {
  const t = useText(importsText)
  const instantText = useInstantText()
  const language = useLocale()
  const kinds = useKinds().data ?? []
  const nameOf = (kind: string) => kinds.find((each) => each.kind === kind)?.label[language] ?? kind
  const count = (name: 'created' | 'updated' | 'unchanged' | 'failed') => ({
    key: name,
    title: t(name),
    width: 90,
    align: 'right' as const,
    render: (_: unknown, row: ImportRow) => row[name].toLocaleString('en-US'),
  })
  return [
    {
      key: 'number',
      title: t('number'),
      width: 170,
      render: (_, row) => <Link to={`/imports/${row.id}`}>{row.number}</Link>,
    },
    {
      key: 'file',
      title: t('file'),
      width: 220,
      render: (_, row) => <span style={{ overflowWrap: 'anywhere' }}>{row.fileName}</span>,
    },
    { key: 'kind', title: t('kind'), width: 110, render: (_, row) => nameOf(row.kind) },
    {
      key: 'mode',
      title: t('mode'),
      width: 80,
      render: (_, row) => (row.dryRun ? <Tag>{t('mode.dry')}</Tag> : <Tag color="blue">{t('mode.real')}</Tag>),
    },
    {
      key: 'status',
      title: t('status'),
      width: 110,
      render: (_, row) => <Tag color={importColours[row.status]}>{t(`status.${row.status}`)}</Tag>,
    },
    count('created'),
    count('updated'),
    count('unchanged'),
    count('failed'),
    { key: 'by', title: t('by'), width: 100, dataIndex: 'actor' },
    { key: 'at', title: t('at'), width: 140, render: (_, row) => instantText(row.createdAt) },
  ]
}

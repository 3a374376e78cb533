import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { UndoBatch } from './BatchOutcome.tsx'
import { gridText } from './grid-text.ts'

type BatchRow = RowOf<'GET /api/v1/admin/product-batches'>

/** What was changed in bulk, the latest first, each to be looked at and taken back. */
export default function BatchesPage() {
  const t = useText(gridText)
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <Page
      title={t('batches.title')}
      about={t('batches.about')}
      actions={
        <Link to="/products">
          <Button>{t('back')}</Button>
        </Link>
      }
    >
      <DataTable
        label={t('batches.title')}
        list="GET /api/v1/admin/product-batches"
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: `/product-batches/${row.id}` })}
        empty={{ says: t('batches.empty'), next: '/products' }}
      />
    </Page>
  )
}

function useColumns(): Columns<BatchRow> {
  const t = useText(gridText)
  const instantText = useInstantText()
  const reload = useReload('product-batches')
  const count = (name: 'saved' | 'unchanged' | 'refused' | 'kept') => ({
    key: name,
    title: t(`status.${name}`),
    width: 110,
    align: 'right' as const,
    render: (_: unknown, row: BatchRow) => row[name].toLocaleString('en-US'),
  })
  return [
    {
      key: 'at',
      title: t('made.at'),
      width: 170,
      render: (_, row) => <Link to={`/product-batches/${row.id}`}>{instantText(row.madeAt)}</Link>,
    },
    { key: 'by', title: t('made.by'), width: 140, dataIndex: 'madeByName' },
    {
      key: 'kind',
      title: t('kind'),
      width: 140,
      render: (_, row) => <Tag>{t(row.undoes ? 'kind.undo' : 'kind.change')}</Tag>,
    },
    count('saved'),
    count('unchanged'),
    count('refused'),
    count('kept'),
    { key: 'undo', title: t('undo'), width: 120, render: (_, row) => <UndoBatch batch={row} onUndone={reload} /> },
  ]
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Descriptions, Flex, Segmented, Tag, Typography } from 'antd'
import { useState } from 'react'
import {
  type BatchField,
  batchesText,
  type CellValue,
  factCode,
  type OwnField,
  type RowStatus,
  rowStatuses,
} from '#model/goods/batches'
import { asking, useReload } from '../../frame/asking.ts'
import { colon, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { UndoBatch } from './BatchOutcome.tsx'
import { cellText } from './grid-cells.ts'
import type { SavedBatch } from './grid-state.ts'
import { gridText } from './grid-text.ts'
import { useWords } from './grid-words.ts'

type Row = SavedBatch['rows'][number]

/** One bulk change row by row: what stood there, what stands there, why not, and who changed it since. */
export default function BatchPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const batch = useQuery(asking('GET /api/v1/admin/product-batches/{id}', { path: { id } }))
  return <Loaded query={batch}>{(data) => <Found {...data} />}</Loaded>
}

function Found({ batch, rows, attributes }: SavedBatch) {
  const t = useText(gridText)
  const instantText = useInstantText()
  const reload = useReload('product-batches')
  const [status, show] = useState<RowStatus | ''>('')
  const shown = rows.filter((row) => !status || row.status === status)
  return (
    <Page
      title={t(batch.undoes ? 'batch.undo.title' : 'batch.title', { at: instantText(batch.madeAt) })}
      about={t('batch.about')}
      actions={
        <>
          <Link to="/product-batches">
            <Button tabIndex={-1}>{t('batches')}</Button>
          </Link>
          <UndoBatch batch={batch} onUndone={reload} size="middle" />
        </>
      }
    >
      <Descriptions
        size="small"
        column={3}
        items={[
          { key: 'by', label: t('made.by'), children: batch.madeByName },
          ...(batch.undoes
            ? [{ key: 'undoes', label: t('kind.undo'), children: <BatchLink id={batch.undoes} word={t('undoes')} /> }]
            : []),
          ...(batch.undoneBy
            ? [{ key: 'undone', label: t('undone'), children: <BatchLink id={batch.undoneBy} word={t('undone.by')} /> }]
            : []),
        ]}
      />
      <Segmented<RowStatus | ''>
        value={status}
        aria-label={t('show')}
        style={{ alignSelf: 'start' }}
        options={[
          { value: '' as const, label: t('show.all', { count: rows.length }) },
          ...rowStatuses
            .map((value) => ({ value, count: rows.filter((row) => row.status === value).length }))
            .filter(({ count }) => count > 0)
            .map(({ value, count }) => ({ value, label: `${t(`status.${value}`)} ${count}` })),
        ]}
        onChange={show}
      />
      <Rows rows={shown} attributes={attributes} />
    </Page>
  )
}

const BatchLink = ({ id, word }: { readonly id: string; readonly word: string }) => (
  <Link to={`/product-batches/${id}`}>{word}</Link>
)

const colours: Readonly<Record<RowStatus, string>> = {
  saved: 'success',
  unchanged: 'default',
  refused: 'error',
  held: 'warning',
  kept: 'warning',
}

type Attributes = SavedBatch['attributes']

function Rows({ rows, attributes }: { readonly rows: readonly Row[]; readonly attributes: Attributes }) {
  const t = useText(gridText)
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => row.variantId ?? row.productId}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={[...rows]}
      columns={[
        {
          title: t('goods'),
          width: 260,
          render: (_, row) => (
            <>
              <Link to={`/products/${row.productId}`}>{row.name ?? (row.label || '—')}</Link>
              {row.name && (
                <Typography.Text type="secondary" style={{ display: 'block' }}>
                  {row.label}
                </Typography.Text>
              )}
            </>
          ),
        },
        {
          title: t('kind'),
          width: 110,
          render: (_, row) => <Tag color={colours[row.status]}>{t(`status.${row.status}`)}</Tag>,
        },
        { title: t('cells'), render: (_, row) => <Cells row={row} attributes={attributes} /> },
      ]}
    />
  )
}

function Cells({ row, attributes }: { readonly row: Row; readonly attributes: Attributes }) {
  const t = useText(gridText)
  const say = useText(batchesText)
  const instantText = useInstantText()
  const words = useWords()
  const language = useLocale()
  const attributeOf = (field: string) => attributes.find(({ code }) => code === factCode(field as BatchField))
  const called = (field: string) =>
    factCode(field as BatchField) === undefined
      ? say(`batches.field.${field as OwnField}`)
      : (attributeOf(field)?.name[language] ?? field)
  const text = (field: string, value: unknown) =>
    (words && cellText({ field: field as BatchField, attribute: attributeOf(field) }, value as CellValue, words)) ||
    t('nothing')
  const isDone = row.status === 'saved'
  return (
    <Flex vertical gap={2} style={{ overflowWrap: 'anywhere' }}>
      {(isDone || row.status === 'refused' || row.status === 'held') &&
        row.cells.map(({ field, from, to }) => (
          <span key={field}>
            {called(field)}
            {colon()}
            <del>{text(field, from)}</del> → {text(field, to)}
          </span>
        ))}
      {row.message && (
        <Typography.Text type="danger">
          {row.field && `${called(row.field)}${colon()}`}
          {row.message}
          {row.at && ` (${row.by ?? t('somebody')} ${instantText(row.at)})`}
        </Typography.Text>
      )}
      {row.kept.map(({ field, now, by, at }) => (
        <Typography.Text key={field} type="warning">
          {t('kept', {
            field: called(field),
            now: text(field, now),
            by: by ?? t('somebody'),
            at: instantText(at),
          })}
        </Typography.Text>
      ))}
    </Flex>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex, Progress, Tag, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { ImportRow, Remark, ReversalPreview } from './imports-data.ts'
import { importsText } from './imports-text.ts'

const useReversal = ({ id }: ImportRow) =>
  useQuery({
    ...asking('GET /api/v1/admin/imports/{id}/reversal', { path: { id } }),
    refetchInterval: ({ state }) => {
      const status = state.data?.reversal?.status
      return status && status !== 'finished' ? 1_000 : false
    },
  })

/** Takes an import back, after saying what that will do and what stays as it is. */
export function ReverseVerb({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const reload = useReload('imports')
  const state = useReversal(run).data
  return (
    <AskingVerb
      danger
      permission="imports.run"
      blocked={Boolean(state?.reversal) && t('reverse.done.already')}
      title={t('reverse.title', { number: run.number })}
      consequence={<Consequence run={run} />}
      work={() => ask('POST /api/v1/admin/imports/{id}/reverse', { path: { id: run.id } })}
      onDone={reload}
    >
      {t('reverse')}
    </AskingVerb>
  )
}

const mostNamed = 10

function Consequence({ run }: { readonly run: ImportRow }) {
  const preview = useQuery({
    ...asking('GET /api/v1/admin/imports/{id}/reversal/preview', { path: { id: run.id } }),
    gcTime: 0,
  })
  return <Loaded query={preview}>{(data) => <WhatHappens preview={data} />}</Loaded>
}

function WhatHappens({ preview }: { readonly preview: ReversalPreview }) {
  const t = useText(importsText)
  const { effects, judged, kept } = preview
  const total = effects.reduce((all, { count }) => all + count, 0)
  if (total === 0) return <Typography.Text>{t('reverse.nothing')}</Typography.Text>
  const lineOf = (subject: string, did: string) => {
    const key = `reverse.effect.${subject}.${did}`
    return key in importsText ? (key as keyof typeof importsText) : 'reverse.effect.other'
  }
  return (
    <Flex vertical gap="small">
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {effects.map(({ subject, did, count }) => (
          <li key={`${subject} ${did}`}>{t(lineOf(subject, did), { count: count.toLocaleString('en-US') })}</li>
        ))}
      </ul>
      {kept.length > 0 && (
        <Alert
          type="warning"
          title={t('reverse.keeps', { count: kept.length })}
          description={
            <>
              {kept.slice(0, mostNamed).map(({ row, subject, label, message }) => (
                <div key={`${row} ${subject} ${label}`}>
                  {label}: {message}
                </div>
              ))}
              {kept.length > mostNamed && t('reverse.more', { count: kept.length })}
            </>
          }
        />
      )}
      {judged < total && (
        <Typography.Text type="secondary">
          {t('reverse.partly', { count: judged.toLocaleString('en-US') })}
        </Typography.Text>
      )}
    </Flex>
  )
}

/** How far taking back is, and what stayed and why. Nothing while nobody asked for it. */
export function ReversalCard({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const instantText = useInstantText()
  const state = useReversal(run).data
  if (!state?.reversal) return null
  const { status, total, done, reversed, kept, actor, createdAt } = state.reversal
  return (
    <Card size="small" title={t('reverse.card')}>
      <Flex gap="middle" align="center" wrap>
        <Tag color={status === 'finished' ? 'success' : 'processing'}>{t(`reverse.status.${status}`)}</Tag>
        {status !== 'finished' && (
          <Progress
            percent={total === 0 ? 0 : Math.floor((done / total) * 100)}
            style={{ flex: '1 1 200px', maxWidth: 480 }}
          />
        )}
        <Typography.Text aria-live="polite">
          {t('reverse.numbers', { reversed, kept, actor, at: instantText(createdAt) })}
        </Typography.Text>
      </Flex>
      {state.remarks.length > 0 && <Remarks remarks={state.remarks} />}
    </Card>
  )
}

function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const t = useText(importsText)
  return (
    <Table<Remark>
      size="small"
      style={{ marginTop: 12 }}
      rowKey={(each) => `${each.row} ${each.subject} ${each.label}`}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={[...remarks]}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('row'), width: 64, align: 'right', dataIndex: 'row' },
        { title: t('reverse.thing'), width: 220, dataIndex: 'label' },
        { title: t('reverse.outcome'), width: 110, render: (_, { outcome }) => t(`reverse.outcome.${outcome}`) },
        { title: t('reason'), dataIndex: 'message' },
      ]}
    />
  )
}

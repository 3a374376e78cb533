import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Progress, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import type { ImportRow } from './imports-data.ts'
import { importsText } from './imports-text.ts'

type FailedPicture = AnswerOf<'GET /api/v1/admin/imports/{id}/pictures'>['failures'][number]

/** Pictures the sheet named by address: how many have come, which failed and why, and trying those again. */
export function ImportPictures({ run }: { readonly run: ImportRow }) {
  const t = useText(importsText)
  const act = useAct()
  const reload = useReload('imports')
  const pictures = useQuery({
    ...asking('GET /api/v1/admin/imports/{id}/pictures', { path: { id: run.id } }),
    refetchInterval: ({ state }) => (state.data?.waiting ? 2_000 : false),
  }).data
  if (!pictures) return null
  const { waiting, fetched, failed, failures } = pictures
  const total = waiting + fetched + failed
  if (total === 0) return null
  const again = () =>
    act(async () => {
      await ask('POST /api/v1/admin/imports/{id}/pictures/fetch', { path: { id: run.id } })
      await reload()
    })
  return (
    <Card
      size="small"
      title={t('pictures')}
      extra={
        <Verb permission="imports.run" blocked={failed + waiting === 0 && t('pictures.none')} onClick={again}>
          {t('pictures.again')}
        </Verb>
      }
    >
      <Flex gap="middle" align="center" wrap>
        <Progress
          percent={Math.floor(((fetched + failed) / total) * 100)}
          success={{ percent: Math.floor((fetched / total) * 100) }}
          status={waiting > 0 ? 'active' : failed > 0 ? 'exception' : 'success'}
          aria-label={t('pictures')}
          style={{ flex: '1 1 200px', maxWidth: 480 }}
        />
        <Typography.Text aria-live="polite">
          {t('pictures.numbers', { total, fetched, failed, waiting })}
        </Typography.Text>
      </Flex>
      {failures.length > 0 && <FailedPictures rows={failures} />}
    </Card>
  )
}

function FailedPictures({ rows }: { readonly rows: readonly FailedPicture[] }) {
  const t = useText(importsText)
  return (
    <Table<FailedPicture>
      size="small"
      style={{ marginTop: 12 }}
      rowKey={(each) => `${each.row} ${each.url}`}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={[...rows]}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('row'), width: 64, align: 'right', dataIndex: 'row' },
        { title: t('reason'), width: 260, dataIndex: 'message' },
        { title: t('pictures.attempts'), width: 80, align: 'right', dataIndex: 'attempts' },
        {
          title: t('pictures.address'),
          width: 360,
          render: (_, { url }) => <span style={{ overflowWrap: 'anywhere' }}>{url}</span>,
        },
      ]}
    />
  )
}

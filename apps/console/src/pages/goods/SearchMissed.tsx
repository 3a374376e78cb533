import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { EditSynonyms } from './SearchSynonyms.tsx'
import { searchPageText } from './search-text.ts'

type Missed = AnswerOf<'GET /api/v1/admin/search/missed'>['rows'][number]

/** What shoppers searched and nothing suited: what to teach, or to stock. */
export function MissedTab() {
  const t = useText(searchPageText)
  const instant = useInstantText()
  const missed = useQuery(asking('GET /api/v1/admin/search/missed'))
  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">{t('missed.span')}</Typography.Text>
      <Loaded query={missed}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing says={t('missed.empty')} next="/behaviour" />
          ) : (
            <Card size="small">
              <Table<Missed>
                size="small"
                rowKey={({ word, locale }) => `${locale} ${word}`}
                dataSource={rows}
                scroll={{ x: 'max-content' }}
                pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
                columns={[
                  { title: t('word'), dataIndex: 'word', width: 220 },
                  { title: t('language'), dataIndex: 'locale', width: 80 },
                  { title: t('times'), dataIndex: 'times', width: 80, align: 'right' },
                  { title: t('days'), dataIndex: 'days', width: 80, align: 'right' },
                  { title: t('lastAt'), width: 160, render: (_, { lastAt }) => instant(lastAt) },
                  { key: 'actions', title: '', width: 120, render: (_, { word }) => <EditSynonyms from={word} /> },
                ]}
              />
            </Card>
          )
        }
      </Loaded>
    </Flex>
  )
}

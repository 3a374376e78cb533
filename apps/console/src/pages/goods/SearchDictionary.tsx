import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { searchPageText } from './search-text.ts'

type Word = AnswerOf<'GET /api/v1/admin/search/dictionary'>['rows'][number]

const permission = 'products.write'

/** Words that are not cut apart. */
export function DictionaryTab() {
  const t = useText(searchPageText)
  const instant = useInstantText()
  const words = useQuery(asking('GET /api/v1/admin/search/dictionary'))
  return (
    <Flex vertical gap="small" style={{ maxWidth: 820 }}>
      <Typography.Text type="secondary">{t('dictionary.hint')}</Typography.Text>
      <div>
        <AddWords />
      </div>
      <Loaded query={words}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing says={t('dictionary.empty')} next={<AddWords />} />
          ) : (
            <Card size="small">
              <Table<Word>
                size="small"
                rowKey="word"
                dataSource={rows}
                pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
                columns={[
                  { title: t('word'), dataIndex: 'word' },
                  { title: t('addedBy'), width: 140, dataIndex: 'addedBy' },
                  { title: t('lastAt'), width: 160, render: (_, { addedAt }) => instant(addedAt) },
                  { key: 'actions', title: '', width: 100, render: (_, { word }) => <RemoveWord word={word} /> },
                ]}
              />
            </Card>
          )
        }
      </Loaded>
    </Flex>
  )
}

function AddWords() {
  const t = useText(searchPageText)
  const reload = useReload('search')
  return (
    <AskingVerb<{ readonly text: string }>
      type="primary"
      permission={permission}
      title={t('dictionary.title')}
      fields={
        <Form.Item
          name="text"
          label={t('dictionary.lines')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={6} maxLength={10_000} />
        </Form.Item>
      }
      work={({ text }) =>
        ask('POST /api/v1/admin/search/dictionary', { body: { words: text.split(/[\s,，、]+/).filter(Boolean) } })
      }
      onDone={reload}
    >
      {t('add')}
    </AskingVerb>
  )
}

function RemoveWord({ word }: { readonly word: string }) {
  const t = useText(searchPageText)
  const reload = useReload('search')
  return (
    <AskingVerb
      size="small"
      permission={permission}
      title={t('remove.title', { word })}
      consequence={t('remove.consequence')}
      work={() => ask('POST /api/v1/admin/search/dictionary/remove', { body: { word } })}
      onDone={reload}
    >
      {t('remove')}
    </AskingVerb>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { comma } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { searchPageText } from './search-text.ts'

type Group = AnswerOf<'GET /api/v1/admin/search/synonyms'>['rows'][number]

const permission = 'products.write'
const usual = 80

/** Words that mean the same to this shop's search. */
export function SynonymsTab() {
  const t = useText(searchPageText)
  const groups = useQuery(asking('GET /api/v1/admin/search/synonyms'))
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap>
        <EditSynonyms />
        <ImportSynonyms />
        <TakeStarter />
      </Flex>
      <Loaded query={groups}>
        {({ rows }) =>
          rows.length === 0 ? <Nothing says={t('synonyms.empty')} next={<TakeStarter />} /> : <Groups rows={rows} />
        }
      </Loaded>
    </Flex>
  )
}

function Groups({ rows }: { readonly rows: readonly Group[] }) {
  const t = useText(searchPageText)
  return (
    <Card size="small">
      <Table<Group>
        size="small"
        rowKey="id"
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('words'), width: 420, render: (_, { words, oneWay }) => written(words, oneWay) },
          {
            title: t('direction'),
            width: 200,
            render: (_, { oneWay }) => t(oneWay ? 'direction.one' : 'direction.both'),
          },
          { title: t('weight'), width: 120, align: 'right', dataIndex: 'weightPercent' },
          {
            key: 'actions',
            title: '',
            width: 150,
            render: (_, row) => (
              <Flex gap={6}>
                <EditSynonyms group={row} />
                <RemoveSynonyms group={row} />
              </Flex>
            ),
          },
        ]}
      />
    </Card>
  )
}

const written = ([first, ...others]: readonly string[], oneWay: boolean): string =>
  oneWay ? `${first} → ${others.join(comma())}` : [first, ...others].join(comma())

interface GroupForm {
  readonly words: string[]
  readonly oneWay: boolean
  readonly weightPercent: number
}

/** Adds a group, from a word where there is one, or changes one. */
export function EditSynonyms({ group, from }: { readonly group?: Group; readonly from?: string }) {
  const t = useText(searchPageText)
  const reload = useReload('search')
  const isNew = !group
  return (
    <AskingVerb<GroupForm>
      size={isNew && !from ? 'middle' : 'small'}
      type={isNew && !from ? 'primary' : 'default'}
      permission={permission}
      title={t('synonyms.title')}
      initial={{
        words: [...(group?.words ?? (from ? [from] : []))],
        oneWay: group?.oneWay ?? Boolean(from),
        weightPercent: group?.weightPercent ?? usual,
      }}
      fields={<GroupFields />}
      work={(form) => ask('PUT /api/v1/admin/search/synonyms', { body: { ...form, synonymGroupId: group?.id } })}
      onDone={reload}
    >
      {t(from ? 'missed.teach' : isNew ? 'add' : 'edit')}
    </AskingVerb>
  )
}

function GroupFields() {
  const t = useText(searchPageText)
  return (
    <>
      <Form.Item
        name="words"
        label={t('words')}
        extra={t('words.hint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Select mode="tags" open={false} tokenSeparators={[' ', ',', '，', '、']} />
      </Form.Item>
      <Form.Item name="oneWay" label={t('direction')}>
        <Radio.Group
          options={[
            { value: false, label: t('direction.both') },
            { value: true, label: t('direction.one') },
          ]}
        />
      </Form.Item>
      <Form.Item name="weightPercent" label={t('weight')} rules={[{ required: true, message: t('required') }]}>
        <InputNumber min={10} max={100} precision={0} />
      </Form.Item>
    </>
  )
}

function RemoveSynonyms({ group }: { readonly group: Group }) {
  const t = useText(searchPageText)
  const reload = useReload('search')
  return (
    <AskingVerb
      size="small"
      permission={permission}
      title={t('remove.title', { word: written(group.words, group.oneWay) })}
      consequence={t('remove.consequence')}
      work={() => ask('POST /api/v1/admin/search/synonyms/remove', { body: { synonymGroupId: group.id } })}
      onDone={reload}
    >
      {t('remove')}
    </AskingVerb>
  )
}

function ImportSynonyms() {
  const t = useText(searchPageText)
  const reload = useReload('search')
  return (
    <AskingVerb<{ readonly text: string }>
      permission={permission}
      title={t('import.title')}
      fields={
        <Form.Item
          name="text"
          label={t('import.lines')}
          extra={t('import.hint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={8} maxLength={100_000} />
        </Form.Item>
      }
      work={(form) => ask('POST /api/v1/admin/search/synonyms/import', { body: form })}
      onDone={reload}
    >
      {t('import')}
    </AskingVerb>
  )
}

function TakeStarter() {
  const t = useText(searchPageText)
  const reload = useReload('search')
  return (
    <AskingVerb
      permission={permission}
      title={t('starter')}
      consequence={t('starter.consequence')}
      work={() => ask('POST /api/v1/admin/search/synonyms/starter')}
      onDone={reload}
    >
      {t('starter')}
    </AskingVerb>
  )
}

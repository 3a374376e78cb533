import { useQuery } from '@tanstack/react-query'
import { Checkbox, Flex, Input, type TableProps, Tag, Typography } from 'antd'
import { keyOf } from '../frame/asking.ts'
import { useFilters } from '../frame/filters.ts'
import { useLocale, useText } from '../frame/language.ts'
import { NothingFound } from '../frame/Nothing.tsx'
import { Page } from '../frame/Page.tsx'
import { Loaded } from '../frame/Problems.tsx'
import { Table } from '../frame/Table.tsx'
import { SettingHistory } from './SettingHistory.tsx'
import { readSettings, SettingValue } from './SettingValue.tsx'
import { byRoom, matches, type Setting, useValueText, useWord } from './setting-words.ts'
import { settingsText } from './settings-text.ts'

/** Every number of the rule book, with its default, unit and source. */
export default function SettingsPage() {
  const t = useText(settingsText)
  const settings = useQuery({
    queryKey: keyOf('GET /api/v1/admin/settings', 'with its version'),
    queryFn: readSettings,
  })
  const [{ text = '', changed }, filter] = useFilters(['text', 'changed'])
  const shown = (rows: readonly Setting[]) => rows.filter((row) => matches(row, text) && (!changed || row.changed))
  return (
    <Page title={t('title')} about={t('about')}>
      <Flex gap="middle" align="center" wrap>
        <Input.Search
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={text}
          style={{ maxWidth: 360 }}
          onChange={(event) => filter({ text: event.target.value })}
        />
        <Checkbox checked={Boolean(changed)} onChange={(event) => filter({ changed: event.target.checked ? '1' : '' })}>
          {t('only-changed')}
        </Checkbox>
      </Flex>
      <Loaded query={settings}>
        {({ answer, etag }) => <Rooms settings={shown(answer)} etag={etag ?? undefined} />}
      </Loaded>
    </Page>
  )
}

interface RoomsProps {
  readonly settings: readonly Setting[]
  /** The version of the settings that is looked at. */
  readonly etag: string | undefined
}

function Rooms({ settings, etag }: RoomsProps) {
  const t = useText(settingsText)
  const word = useWord()
  const columns = useColumns(etag)
  if (settings.length === 0)
    return <NothingFound filters={{ text: '', changed: '' }} empty={{ says: t('empty'), next: '/' }} />
  return byRoom(settings).map(([room, rows]) => (
    <section key={room} aria-label={word('room', room)}>
      <Typography.Title level={2} style={{ fontSize: 16, marginBlock: '8px 8px' }}>
        {word('room', room)}
      </Typography.Title>
      <Table<Setting>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={rows}
        columns={columns}
        scroll={{ x: 'max-content' }}
        tableLayout="fixed"
      />
    </section>
  ))
}

function useColumns(etag: string | undefined): TableProps<Setting>['columns'] {
  const t = useText(settingsText)
  const word = useWord()
  const valueText = useValueText()
  return [
    { title: t('setting'), width: 280, render: (_, row) => <SettingName row={row} /> },
    { title: t('value'), width: 300, render: (_, row) => <SettingValue row={row} etag={etag} /> },
    { title: t('default'), width: 130, render: (_, row) => valueText(row.initial, row.unit) },
    { title: t('owner'), width: 100, render: (_, row) => word('owner', row.owner) },
    { title: t('source'), width: 110, render: (_, row) => <Source of={row.source} /> },
    { title: t('history'), width: 80, render: (_, row) => <SettingHistory setting={row} /> },
  ]
}

/** The lines of the rule book it stands for; the words about them are for whoever looks closer. */
function Source({ of: source }: { readonly of: string }) {
  const t = useText(settingsText)
  const lines = source.match(/\b[A-Z]{3}-\d{2}\b/g)
  return <span title={source}>{lines?.join(' ') ?? t('source.own')}</span>
}

function SettingName({ row }: { readonly row: Setting }) {
  const t = useText(settingsText)
  const language = useLocale()
  return (
    <Flex vertical>
      <span>
        {row[language]} {row.changed && <Tag color="gold">{t('changed')}</Tag>}
      </span>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {row.name}
      </Typography.Text>
    </Flex>
  )
}

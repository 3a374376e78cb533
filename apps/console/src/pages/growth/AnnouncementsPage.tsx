import { Flex, Form, Input, Tag, Typography } from 'antd'
import { contentLimits, isLink } from '#model/growth/content'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { useNow } from '../../frame/now.ts'
import { Page } from '../../frame/Page.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import { announcementsText } from './announcements-text.ts'
import { decorationText } from './decoration-text.ts'

type Announcement = RowOf<'GET /api/v1/admin/announcements'>

interface Wish {
  readonly zh: string
  readonly en: string
  readonly link?: string
  readonly from: string
  readonly until?: string
}

/** The lines above all pages of the shop. */
export default function AnnouncementsPage() {
  const t = useText(announcementsText)
  const columns = useColumns()
  return (
    <Page title={t('title')} about={t('about')} actions={<AddAnnouncement />}>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/announcements"
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: <AddAnnouncement /> }}
      />
    </Page>
  )
}

function useColumns(): Columns<Announcement> {
  const t = useText(announcementsText)
  const language = useLocale()
  const instantText = useInstantText()
  return [
    { key: 'text', title: t('text'), width: 320, render: (_, row) => row.text[language] },
    { key: 'state', title: t('state'), width: 100, render: (_, row) => <State row={row} /> },
    { key: 'from', title: t('from'), width: 150, render: (_, row) => instantText(row.showsFrom) },
    { key: 'until', title: t('ends'), width: 150, render: (_, row) => instantText(row.showsUntil) },
    { key: 'by', title: t('by'), width: 110, render: (_, row) => row.changedBy },
    {
      key: 'actions',
      title: t('actions'),
      width: 150,
      render: (_, row) => (
        <Flex gap="small">
          <ChangeAnnouncement row={row} />
          <RemoveAnnouncement row={row} />
        </Flex>
      ),
    },
  ]
}

function State({ row: { showsFrom, showsUntil } }: { readonly row: Announcement }) {
  const t = useText(announcementsText)
  const now = useNow()
  if (Date.parse(showsFrom) > now) return <Tag>{t('state.coming')}</Tag>
  if (showsUntil && Date.parse(showsUntil) <= now) return <Tag>{t('state.over')}</Tag>
  return <Tag color="success">{t('state.shown')}</Tag>
}

/** What the form says, as the call takes it; times are those of the shop's clocks. */
const bodyOf = ({ zh, en, link = '', from, until }: Wish, timeZone: string) => ({
  text: { zh, en },
  link: link.trim(),
  showsFrom: instantAt(from, timeZone),
  showsUntil: until ? instantAt(until, timeZone) : null,
})

function AddAnnouncement() {
  const t = useText(announcementsText)
  const reload = useReload('announcements')
  const { timeZone } = useMe().shop
  return (
    <AskingVerb<Wish>
      type="primary"
      permission="pages.publish"
      title={t('add')}
      initial={{ from: wallClockAt(new Date(), timeZone) }}
      fields={<Fields />}
      work={(wish) => ask('POST /api/v1/admin/announcements', { body: bodyOf(wish, timeZone) })}
      onDone={reload}
    >
      {t('add')}
    </AskingVerb>
  )
}

function ChangeAnnouncement({ row }: { readonly row: Announcement }) {
  const t = useText(announcementsText)
  const reload = useReload('announcements')
  const { timeZone } = useMe().shop
  const clock = (instant: string) => wallClockAt(new Date(instant), timeZone)
  return (
    <AskingVerb<Wish>
      size="small"
      permission="pages.publish"
      title={t('change')}
      initial={{
        ...row.text,
        link: row.link,
        from: clock(row.showsFrom),
        until: row.showsUntil ? clock(row.showsUntil) : '',
      }}
      fields={<Fields />}
      work={(wish) =>
        ask('PUT /api/v1/admin/announcements/{id}', { path: { id: row.id }, body: bodyOf(wish, timeZone) })
      }
      onDone={reload}
    >
      {t('change')}
    </AskingVerb>
  )
}

function RemoveAnnouncement({ row }: { readonly row: Announcement }) {
  const t = useText(announcementsText)
  const reload = useReload('announcements')
  return (
    <AskingVerb
      size="small"
      danger
      permission="pages.publish"
      title={t('remove.title')}
      work={() => ask('DELETE /api/v1/admin/announcements/{id}', { path: { id: row.id } })}
      onDone={reload}
    >
      {t('remove')}
    </AskingVerb>
  )
}

function Fields() {
  const t = useText(announcementsText)
  const say = useText(decorationText)
  const { timeZone } = useMe().shop
  const needed = { required: true, whitespace: true, message: t('required.field') }
  const leads = {
    validator: (_: unknown, link = '') =>
      !link.trim() || isLink(link.trim()) ? Promise.resolve() : Promise.reject(new Error(say('field.link.invalid'))),
  }
  return (
    <>
      <Form.Item name="zh" label={t('text.zh')} rules={[needed]}>
        <Input maxLength={contentLimits.announcement} />
      </Form.Item>
      <Form.Item name="en" label={t('text.en')} rules={[needed]}>
        <Input maxLength={contentLimits.announcement} />
      </Form.Item>
      <Form.Item name="link" label={t('link')} rules={[leads]} extra={say('field.link.hint')}>
        <Input maxLength={contentLimits.link} />
      </Form.Item>
      <Flex gap="middle" wrap>
        <Form.Item name="from" label={t('from')} rules={[needed]} style={{ flex: 1 }}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="until" label={t('until')} style={{ flex: 1 }}>
          <Input type="datetime-local" />
        </Form.Item>
      </Flex>
      <Typography.Text type="secondary">{t('zone', { zone: timeZone })}</Typography.Text>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Flex, Input, Segmented, Select, Typography } from 'antd'
import { actorKinds, auditSubjects } from '../../../../audit/audit-subjects.ts'
import { auditText } from '../../../../audit/audit-text.ts'
import { eventName } from '../../../../audit/event-name.ts'
import { placeOf } from '../../../places.ts'
import { asking } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useMe } from '../../frame/session.ts'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import { EventDetail } from './EventDetail.tsx'
import { WhoSaw } from './WhoSaw.tsx'

export type AuditEvent = RowOf<'GET /api/v1/admin/audit'>

const subjects = ['all', ...auditSubjects] as const
const filterNames = ['about', 'actor', 'actorKind', 'thing', 'from', 'until'] as const

/** Who did what, and who saw what is masked. */
export default function AuditPage() {
  const t = useText(auditText)
  const [filters] = useListFilters('GET /api/v1/admin/audit', filterNames)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <WhoSaw />
          <ExportVerb kind="audit" filters={filters} />
        </>
      }
    >
      <Filters />
      <DataTable
        label={t('list')}
        list="GET /api/v1/admin/audit"
        filters={filters}
        views
        rowKey={({ id }) => id}
        columns={useColumns()}
        expanded={(event) => <EventDetail event={event} />}
        empty={{ says: t('none'), next: '/' }}
      />
    </Page>
  )
}

function Filters() {
  const t = useText(auditText)
  const [{ about = 'all', actor, actorKind, thing, from, until }, change] = useListFilters(
    'GET /api/v1/admin/audit',
    filterNames,
  )
  const { timeZone } = useMe().shop
  const startOf = (day: string) => instantAt(`${day}T00:00`, timeZone)
  const people = useQuery(asking('GET /api/v1/admin/audit/people'))
  return (
    <Flex gap="small" wrap>
      <Segmented
        style={{ maxWidth: '100%', overflowX: 'auto' }}
        value={about}
        options={subjects.map((value) => ({ value, label: t(`about.${value}`) }))}
        onChange={(value) => change({ about: value === 'all' ? undefined : value })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 160 }}
        placeholder={t('filter.actor')}
        aria-label={t('filter.actor')}
        value={actor}
        options={people.data?.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value?: string) => change({ actor: value })}
      />
      <Select
        allowClear
        style={{ minWidth: 120 }}
        placeholder={t('filter.kind')}
        aria-label={t('filter.kind')}
        value={actorKind}
        options={actorKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value?: string) => change({ actorKind: value })}
      />
      <Day label={t('filter.from')} value={from} onChange={(day) => change({ from: day && startOf(day) })} />
      <Day label={t('filter.until')} value={until} onChange={(day) => change({ until: day && startOf(day) })} />
      <Input.Search
        allowClear
        style={{ width: 300 }}
        placeholder={t('filter.thing')}
        aria-label={t('filter.thing')}
        defaultValue={thing}
        onSearch={(value) => change({ thing: value.trim() || undefined })}
      />
    </Flex>
  )
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day?: string) => void
}) {
  const { timeZone } = useMe().shop
  const day = value && wallClockAt(new Date(value), timeZone).slice(0, 10)
  return (
    <Flex component="label" align="center" gap={4}>
      {label}
      <Input
        type="date"
        style={{ width: 150 }}
        value={day ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </Flex>
  )
}

function useColumns(): Columns<AuditEvent> {
  const t = useText(auditText)
  const instantText = useInstantText()
  return [
    { key: 'at', title: t('at'), width: 150, render: (_, { at }) => instantText(at) },
    {
      key: 'who',
      title: t('who'),
      width: 200,
      render: (_, { actorKind, actorName }) => (
        <>
          {isNamed(actorKind) && `${actorName} `}
          <Typography.Text type={isNamed(actorKind) ? 'secondary' : undefined}>
            {t(`kind.${actorKind}`)}
          </Typography.Text>
        </>
      ),
    },
    { key: 'what', title: t('what'), render: (_, event) => <What event={event} /> },
  ]
}

/** Guests and the system have no name that would say more than their kind. */
const isNamed = (kind: AuditEvent['actorKind']): boolean => kind !== 'system' && kind !== 'guest'

function What({ event: { type, aggregate, aggregateId, data, setting } }: { readonly event: AuditEvent }) {
  const t = useText(auditText)
  const locale = useLocale()
  const place = placeOf(aggregate, aggregateId)
  const name = typeof data.number === 'string' ? data.number : undefined
  return (
    <Flex gap="small" wrap>
      <span title={type}>{eventName(type, locale)}</span>
      {setting && <Typography.Text type="secondary">{setting[locale]}</Typography.Text>}
      {place && <Link to={place as string}>{name ?? t('open')}</Link>}
      {typeof data.reason === 'string' && <Typography.Text type="secondary">{data.reason}</Typography.Text>}
    </Flex>
  )
}

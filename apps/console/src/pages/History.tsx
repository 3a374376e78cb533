import { useQuery } from '@tanstack/react-query'
import { Timeline, Typography } from 'antd'
import type { ReactNode } from 'react'
import type { asking } from '../frame/asking.ts'
import { useInstantText } from '../frame/format.ts'
import { useText } from '../frame/language.ts'
import { Loaded } from '../frame/Problems.tsx'
import { useMissing } from '../frame/rights.ts'
import { historyText } from './history-text.ts'

export interface EventRow {
  readonly type: string
  readonly actor: string
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

type HistoryQuestion =
  | 'GET /api/v1/admin/history/{id}'
  | 'GET /api/v1/admin/products/{id}/history'
  | 'GET /api/v1/admin/variants/{id}/price/history'

interface HistoryProps {
  readonly question: ReturnType<typeof asking<HistoryQuestion>>
  readonly needs: string
  /** Reads again when the thing has moved on. */
  readonly version?: number | string
  readonly textOf: (event: EventRow) => string
  /** What stands below an event when somebody wants to know more. */
  readonly detailOf?: (event: EventRow) => ReactNode
  readonly only?: (event: EventRow) => boolean
}

/** The audit trail of one thing, newest first. */
export function History({ question, needs, version, textOf, detailOf, only = () => true }: HistoryProps) {
  const missing = useMissing(needs)
  const events = useQuery({ ...question, queryKey: [...question.queryKey, version], enabled: !missing })
  if (missing) return <Typography.Text type="secondary">{missing}</Typography.Text>
  return (
    <Loaded query={events}>
      {(rows) => {
        const all = rows.map((row): EventRow => ({ ...row, actor: 'actor' in row ? row.actor : row.actorName }))
        return <Events events={all.filter(only).toReversed()} textOf={textOf} detailOf={detailOf} />
      }}
    </Loaded>
  )
}

interface EventsProps extends Pick<HistoryProps, 'textOf' | 'detailOf'> {
  readonly events: readonly EventRow[]
}

function Events({ events, textOf, detailOf }: EventsProps) {
  const t = useText(historyText)
  const instantText = useInstantText()
  if (events.length === 0) return <Typography.Text type="secondary">{t('none')}</Typography.Text>
  const items = events.map((event, at) => ({
    key: at,
    content: (
      <>
        <div>{textOf(event)}</div>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {instantText(event.at)} · {event.actor}
        </Typography.Text>
        {detailOf?.(event)}
      </>
    ),
  }))
  return <Timeline items={items} />
}

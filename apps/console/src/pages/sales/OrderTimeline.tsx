import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Card, Flex, Typography } from 'antd'
import { useDeferredValue } from 'react'
import type { AnswerOf } from '#client'
import { type Lane, lanes } from '#model/insight/order-twin'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { useMay } from '../../frame/session.ts'
import { CommentBox } from './OrderComment.tsx'
import { TimelineRow } from './OrderTimelineRow.tsx'
import type { SentOrder } from './order.ts'
import { twinText } from './twin-text.ts'
import './twin.css'

type Timeline = AnswerOf<'GET /api/v1/admin/orders/{id}/timeline'>
export type SentEntry = Timeline['rows'][number]

/** Everything that happened around an order, by lane; the chosen lanes stand in the address. */
export function TimelineCard({ order }: { readonly order: SentOrder }) {
  const t = useText(twinText)
  const mayAudit = useMay('audit.read')
  const found = useQuery(asking('GET /api/v1/admin/orders/{id}/timeline', { path: { id: order.id } }))
  return (
    <Card
      size="small"
      title={t('timeline')}
      extra={
        mayAudit && (
          <Link to={'/audit' as string} search={{ thing: order.id } as never}>
            {t('timeline.audit')}
          </Link>
        )
      }
    >
      <Typography.Paragraph type="secondary">{t('timeline.about')}</Typography.Paragraph>
      <CommentBox orderId={order.id} />
      <Loaded query={found}>{(timeline) => <Entries {...timeline} />}</Loaded>
    </Card>
  )
}

/** As many as a screen shows; the rest of a long history follows without holding anybody up. */
const drawnAtOnce = 40

function Entries({ rows, hasMore }: Timeline) {
  const t = useText(twinText)
  const [{ lane = '' }, change] = useFilters(['lane'])
  const chosen = lane.split(',').filter((name): name is Lane => lanes.some((each) => each === name))
  const shown = chosen.length === 0 ? rows : rows.filter((row) => chosen.includes(row.lane))
  const drawn = useDeferredValue(shown, shown.slice(0, drawnAtOnce))
  return (
    <>
      <LaneChips rows={rows} chosen={chosen} onChoose={(next) => change({ lane: next.join(',') })} />
      {hasMore && <Alert type="info" title={t('timeline.more')} />}
      {shown.length === 0 && <Typography.Text type="secondary">{t('timeline.none')}</Typography.Text>}
      <ol className="twin" aria-label={t('timeline')}>
        {drawn.map((entry) => (
          <TimelineRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </>
  )
}

interface LaneChipsProps {
  readonly rows: readonly SentEntry[]
  readonly chosen: readonly Lane[]
  readonly onChoose: (lanes: readonly Lane[]) => void
}

function LaneChips({ rows, chosen, onChoose }: LaneChipsProps) {
  const t = useText(twinText)
  const counts = Map.groupBy(rows, (row) => row.lane)
  const turned = (lane: Lane) => (chosen.includes(lane) ? chosen.filter((each) => each !== lane) : [...chosen, lane])
  return (
    <Flex component="fieldset" className="lanes" aria-label={t('lanes')} style={{ border: 0, padding: 0 }}>
      <button type="button" className="lane-chip" aria-pressed={chosen.length === 0} onClick={() => onChoose([])}>
        {t('lane.all')} <b>{rows.length}</b>
      </button>
      {lanes.map((lane) => (
        <button
          key={lane}
          type="button"
          className={`lane-chip lane-${lane}`}
          aria-pressed={chosen.includes(lane)}
          onClick={() => onChoose(turned(lane))}
        >
          <span className="lane-dot" aria-hidden />
          {t(`lane.${lane}`)} <b>{counts.get(lane)?.length ?? 0}</b>
        </button>
      ))}
    </Flex>
  )
}

import { Flex, Typography } from 'antd'
import { auditText } from '../../../../audit/audit-text.ts'
import { type Fact, factsOf } from '../../../../audit/event-facts.ts'
import { useText } from '../../frame/language.ts'
import { Table } from '../../frame/Table.tsx'
import type { AuditEvent } from './AuditPage.tsx'
import { useReading } from './changes-in-words.ts'
import { isOfRules, useRuleFacts } from './rule-facts.ts'

/** What an event changed, field by field in words, and whatever else it says. */
export function EventDetail({ event }: EventDetailProps) {
  return isOfRules(event) ? <OfRules event={event} /> : <OfAnything event={event} />
}

interface EventDetailProps {
  readonly event: AuditEvent
}

const OfRules = ({ event }: EventDetailProps) => <Facts event={event} all={useRuleFacts(event)} />
const OfAnything = ({ event }: EventDetailProps) => <Facts event={event} all={factsOf(event, useReading(event.data))} />

function Facts({ event, all }: EventDetailProps & { readonly all: readonly Fact[] }) {
  const t = useText(auditText)
  const changes = all.filter(({ before }) => before !== undefined)
  const rest = all.filter(({ before }) => before === undefined)
  return (
    <Flex vertical gap="small">
      {changes.length > 0 && (
        <Table<Fact>
          size="small"
          rowKey="field"
          pagination={false}
          dataSource={changes}
          columns={[
            { title: t('field'), width: 200, dataIndex: 'field' },
            { title: t('before'), render: (_, { before }) => <Words of={before} /> },
            { title: t('after'), render: (_, { after }) => <Words of={after} /> },
          ]}
        />
      )}
      {rest.length > 0 && (
        <Flex gap="small" wrap>
          {rest.map(({ field, after }) => (
            <span key={field}>
              <Typography.Text type="secondary">{field}</Typography.Text> <Words of={after} />
            </span>
          ))}
        </Flex>
      )}
      {all.length === 0 && <Typography.Text type="secondary">{t('no-details')}</Typography.Text>}
      <Typography.Text type="secondary" style={{ fontSize: 12, overflowWrap: 'anywhere' }}>
        {[event.type, event.aggregateId, event.origin && `${t('origin')} ${event.origin}`].filter(Boolean).join(' · ')}
      </Typography.Text>
    </Flex>
  )
}

const Words = ({ of }: { readonly of: string | undefined }) => (
  <Typography.Text style={{ overflowWrap: 'anywhere' }}>{of}</Typography.Text>
)

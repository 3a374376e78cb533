import { Typography } from 'antd'
import { useText } from '../../frame/language.ts'
import { Table } from '../../frame/Table.tsx'
import type { AuditEvent } from './AuditPage.tsx'
import { auditText } from './audit-text.ts'

interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What an event changed, field by field, and whatever else it says. */
export function EventDetail({ event: { data } }: { readonly event: AuditEvent }) {
  const t = useText(auditText)
  const { before, after, ...rest } = data
  const changes = changesOf(before, after)
  return (
    <>
      {changes.length > 0 && (
        <Table<Change>
          size="small"
          rowKey="field"
          pagination={false}
          dataSource={changes}
          columns={[
            { title: t('field'), width: 200, dataIndex: 'field' },
            { title: t('before'), render: (_, change) => <Value of={change.before} /> },
            { title: t('after'), render: (_, change) => <Value of={change.after} /> },
          ]}
        />
      )}
      {Object.keys(rest).length > 0 && <Value of={rest} />}
    </>
  )
}

/** Fields that differ; a whole that is no object is one field. */
function changesOf(before: unknown, after: unknown): Change[] {
  if (before === undefined && after === undefined) return []
  if (!isRecord(before) || !isRecord(after)) return [{ field: '', before, after }]
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function Value({ of }: { readonly of: unknown }) {
  if (of === undefined || of === null) return <>—</>
  const text = typeof of === 'string' ? of : JSON.stringify(of)
  return <Typography.Text style={{ overflowWrap: 'anywhere' }}>{text}</Typography.Text>
}

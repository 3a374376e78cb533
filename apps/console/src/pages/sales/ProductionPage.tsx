import { Link } from '@tanstack/react-router'
import { Flex, Form, Input, Typography } from 'antd'
import { canStep } from '#kernel/steps'
import {
  ordersText,
  type ProductionStep,
  productionNote,
  productionStatuses,
  productionSteps,
} from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { semicolon, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { useNow } from '../../frame/now.ts'
import { Page } from '../../frame/Page.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { productionText } from './production-text.ts'

type Row = RowOf<'GET /api/v1/admin/productions'>

/** What is made for buyers before it leaves. */
export default function ProductionPage() {
  const t = useText(productionText)
  const words = useText(ordersText)
  const [{ status = 'waiting' }, change] = useListFilters('GET /api/v1/admin/productions', ['status'])
  return (
    <Page title={t('title')} about={t('about')}>
      <Counters
        label={t('title')}
        chosen={status}
        counters={productionStatuses.map((key) => ({ key, label: words(`production.status.${key}`) }))}
        onChoose={(chosen) => change({ status: chosen })}
      />
      <Queue status={status} />
    </Page>
  )
}

function Queue({ status }: Pick<Row, 'status'>) {
  const t = useText(productionText)
  return (
    <DataTable
      label={t('title')}
      list="GET /api/v1/admin/productions"
      filters={{ status }}
      rowKey={(row) => row.id}
      empty={{ says: t('empty'), next: '/products' }}
      columns={[
        {
          key: 'order',
          title: t('order'),
          fixed: 'left',
          render: (_, row) => <Link to={`/orders/${row.orderId}` as never}>{row.orderNumber}</Link>,
        },
        { key: 'goods', title: t('goods'), render: (_, row) => <Goods row={row} /> },
        { key: 'quantity', title: t('quantity'), dataIndex: 'quantity', align: 'right' },
        { key: 'wishes', title: t('wishes'), render: (_, row) => <Wishes row={row} /> },
        { key: 'by', title: t('by'), render: (_, row) => <Due row={row} /> },
        { key: 'worker', title: t('worker'), render: (_, row) => row.worker ?? '—' },
        { key: 'note', title: t('note'), render: (_, row) => <Wrapped text={row.note} /> },
        { key: 'actions', title: t('actions'), fixed: 'right', render: (_, row) => <Verbs row={row} /> },
      ]}
    />
  )
}

interface OfRow {
  readonly row: Row
}

function Goods({ row }: OfRow) {
  const language = useLocale()
  return (
    <Flex vertical>
      <span>{row.name[language]}</span>
      <Typography.Text type="secondary">
        {[row.sku, row.specification[language]].filter(Boolean).join(' · ')}
      </Typography.Text>
    </Flex>
  )
}

const Wishes = ({ row }: OfRow) => <Wrapped text={[row.memo, ...row.requests].filter(Boolean).join(semicolon())} />

const Wrapped = ({ text }: { readonly text: string }) => (
  <span style={{ display: 'inline-block', maxWidth: 240, whiteSpace: 'normal' }}>{text || '—'}</span>
)

function Due({ row }: OfRow) {
  const t = useText(productionText)
  const instantText = useInstantText()
  const now = useNow()
  const isLate = !row.endedAt && Date.parse(row.makeBy) < now
  return (
    <Typography.Text type={isLate ? 'danger' : undefined}>
      {instantText(row.makeBy)} {isLate && t('late')}
    </Typography.Text>
  )
}

function Verbs({ row }: OfRow) {
  const t = useText(productionText)
  const words = useText(ordersText)
  const onDone = useReload('productions', 'orders')
  const fields = (
    <Form.Item name="note" label={t('note')} extra={t('note.hint')}>
      <Input.TextArea rows={3} maxLength={productionNote} showCount />
    </Form.Item>
  )
  const verb = (step: ProductionStep) => ({
    size: 'small' as const,
    permission: 'orders.change',
    title: `${words(`production.step.${step}`)} · ${row.orderNumber} ${row.sku}`,
    children: words(`production.step.${step}`),
    blocked:
      !canStep(productionSteps, row.status, step) && t('cannot', { status: words(`production.status.${row.status}`) }),
    initial: { note: row.note },
    work: (body: { note?: string }) =>
      ask(`POST /api/v1/admin/productions/{id}/${step}`, { path: { id: row.id }, body }),
    fields,
    onDone,
  })
  return (
    <Flex gap="small">
      <AskingVerb {...verb('start')} consequence={t('start.about')} />
      <AskingVerb {...verb('note')} />
      <AskingVerb {...verb('finish')} consequence={t('finish.about')} />
    </Flex>
  )
}

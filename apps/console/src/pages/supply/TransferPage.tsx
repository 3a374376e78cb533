import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card, Descriptions, Flex, Timeline, Typography } from 'antd'
import { transfersText } from '#model/supply/transfers'
import { asking } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { NeededBy, StatusTag } from './TransfersPage.tsx'
import { NoteVerbs, TransferVerbs } from './TransferVerbs.tsx'
import type { SentTransfer } from './transfers.ts'
import { transfersPageText } from './transfers-text.ts'

interface Props {
  readonly transfer: SentTransfer
}

/** One transfer: what is needed, where it lies, how far it is, and what one shift left for the next. */
export default function TransferPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery(asking('GET /api/v1/admin/transfers/{id}', { path: { id } }))
  return <Loaded query={found}>{(transfer) => <Whole transfer={transfer} />}</Loaded>
}

function Whole({ transfer }: Props) {
  const t = useText(transfersPageText)
  return (
    <Page
      title={
        <Flex gap="small" align="center" wrap>
          {transfer.number} <StatusTag status={transfer.status} />
        </Flex>
      }
      about={t('about')}
      actions={<TransferVerbs transfer={transfer} />}
    >
      <div className="record">
        <Flex vertical gap="middle" style={{ minWidth: 0 }}>
          <Facts transfer={transfer} />
          <Goods transfer={transfer} />
          {transfer.picks.length > 0 && <Picks transfer={transfer} />}
        </Flex>
        <Notes transfer={transfer} />
      </div>
    </Page>
  )
}

function Facts({ transfer }: Props) {
  const t = useText(transfersPageText)
  const language = useLocale()
  const { from, to } = transfer
  const items = [
    { key: 'way', label: t('way'), children: `${from.name[language]} → ${to.name[language]}` },
    { key: 'by', label: t('needed-by'), children: <NeededBy transfer={transfer} /> },
    {
      key: 'order',
      label: t('order'),
      children: <Link to={`/orders/${transfer.orderId}` as never}>{transfer.orderNumber}</Link>,
    },
    { key: 'who', label: t('requested-by'), children: transfer.requestedBy },
    { key: 'keeper', label: t('keeper'), children: transfer.keeperName ?? t('nobody') },
    { key: 'reason', label: t('reason'), children: transfer.reason },
  ]
  return <Descriptions bordered size="small" column={{ xs: 1, md: 2 }} items={items} />
}

function Goods({ transfer }: Props) {
  const t = useText(transfersPageText)
  const counts = ['quantity', 'sent', 'received', 'lost'] as const
  return (
    <Card size="small" title={t('goods')}>
      <Table
        size="small"
        rowKey="lineId"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...transfer.lines]}
        columns={[
          { title: t('sku'), dataIndex: 'sku' },
          { title: t('need'), dataIndex: 'name' },
          ...counts.map((key) => ({ title: t(key), dataIndex: key, align: 'right' as const })),
        ]}
      />
    </Card>
  )
}

function Picks({ transfer }: Props) {
  const t = useText(transfersPageText)
  return (
    <Card size="small" title={t('picks')}>
      <Table
        size="small"
        rowKey={(row) => `${row.bin} ${row.lot} ${row.sku}`}
        pagination={false}
        dataSource={[...transfer.picks]}
        columns={[
          { title: t('bin'), dataIndex: 'bin' },
          { title: t('sku'), dataIndex: 'sku' },
          { title: t('lot'), dataIndex: 'lot' },
          { title: t('quantity'), dataIndex: 'quantity', align: 'right' },
        ]}
      />
    </Card>
  )
}

function Notes({ transfer }: Props) {
  const t = useText(transfersPageText)
  const say = useText(transfersText)
  const instantText = useInstantText()
  const items = transfer.notes.toReversed().map((note, at) => ({
    key: at,
    content: (
      <>
        <div>
          <strong>{say(`transfers.note.${note.kind}`)}</strong> {note.text}
        </div>
        <Typography.Text type="secondary">
          {note.by} · {instantText(note.at)}
        </Typography.Text>
      </>
    ),
  }))
  return (
    <Card size="small" title={t('notes')}>
      <Flex vertical gap="middle">
        <NoteVerbs transfer={transfer} />
        {items.length === 0 ? (
          <Typography.Text type="secondary">{t('notes.none')}</Typography.Text>
        ) : (
          <Timeline items={items} />
        )}
      </Flex>
    </Card>
  )
}

import { Link } from '@tanstack/react-router'
import { Alert, Card, Flex, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { vouchersText } from '#model/sales/vouchers'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useAct } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { instantAt } from '../../frame/wall-clock.ts'
import { vouchersPageText } from './vouchers-text.ts'

type VoucherRow = RowOf<'GET /api/v1/admin/vouchers'>

const colours = { open: 'processing', redeemed: 'success', void: 'default' } as const
const views = {
  open: { status: 'open' },
  appointed: { status: 'open', appointed: true },
  redeemed: { status: 'redeemed' },
  void: { status: 'void' },
} as const
type View = keyof typeof views

/** Services at the desk: a code is typed or scanned and the service given; below, whoever comes when. */
export default function VouchersPage() {
  const t = useText(vouchersPageText)
  const [{ view }, filter] = useFilters(['view'])
  const chosen: View = view && view in views ? (view as View) : 'open'
  return (
    <Page title={t('title')} about={t('about')}>
      <Redeem />
      <Counters
        label={t('title')}
        counters={(Object.keys(views) as View[]).map((key) => ({ key, label: t(`view.${key}`) }))}
        chosen={chosen}
        onChoose={(key) => filter({ view: key === 'open' ? undefined : key })}
      />
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/vouchers"
        filters={views[chosen]}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/orders' }}
      />
    </Page>
  )
}

function Redeem() {
  const t = useText(vouchersPageText)
  const act = useAct()
  const reload = useReload('vouchers')
  const [code, setCode] = useState('')
  const [done, setDone] = useState<string>()
  const redeem = async () => {
    if (!code.trim()) return
    setDone(undefined)
    const given = code.trim()
    if (!(await act(() => ask('POST /api/v1/admin/vouchers/redeem', { body: { code: given } }), t('redeemed')))) return
    setDone(given.slice(-4))
    setCode('')
    await reload()
  }
  return (
    <Card size="small" title={t('redeem.title')}>
      <Flex gap="small" wrap>
        <Input
          autoFocus
          size="large"
          inputMode="numeric"
          aria-label={t('code')}
          placeholder={t('code.hint')}
          value={code}
          maxLength={30}
          style={{ maxWidth: 320 }}
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={() => void redeem()}
        />
        <Verb
          type="primary"
          size="large"
          permission="vouchers.redeem"
          blocked={!code.trim() && t('code.first')}
          onClick={redeem}
        >
          {t('redeem')}
        </Verb>
      </Flex>
      {done && <Alert style={{ marginTop: 12 }} type="success" showIcon title={t('redeemed.code', { end: done })} />}
    </Card>
  )
}

function useColumns(): Columns<VoucherRow> {
  const t = useText(vouchersPageText)
  const say = useText(vouchersText)
  const language = useLocale()
  const instantText = useInstantText()
  return [
    {
      key: 'service',
      title: t('service'),
      width: 200,
      render: (_, row) => [row.name[language], row.specification[language]].filter(Boolean).join(' · '),
    },
    { key: 'code', title: t('code'), width: 140, dataIndex: 'code' },
    {
      key: 'order',
      title: t('order'),
      width: 170,
      render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>,
    },
    {
      key: 'status',
      title: t('status'),
      width: 160,
      render: (_, row) => (
        <>
          <Tag color={colours[row.status]}>{say(`vouchers.status.${row.status}`)}</Tag>
          {row.redeemedAt && `${instantText(row.redeemedAt)} ${row.redeemedBy ?? ''}`}
        </>
      ),
    },
    { key: 'appointment', title: t('appointment'), width: 150, render: (_, row) => instantText(row.appointmentAt) },
    { key: 'verbs', title: '', width: 180, render: (_, row) => <RowVerbs voucher={row} /> },
  ]
}

function RowVerbs({ voucher }: { readonly voucher: VoucherRow }) {
  const t = useText(vouchersPageText)
  const say = useText(vouchersText)
  const { timeZone } = useMe().shop
  const reload = useReload('vouchers')
  const look = {
    size: 'small',
    permission: 'orders.change',
    blocked: voucher.status !== 'open' && say(`vouchers.status.${voucher.status}`),
    onDone: reload,
  } as const
  return (
    <Flex gap={6}>
      <AskingVerb<{ at: string }>
        {...look}
        title={t('appoint.title')}
        fields={
          <Form.Item
            name="at"
            label={t('appointment')}
            extra={t('zone', { zone: timeZone })}
            rules={[{ required: true, message: t('required') }]}
          >
            <Input type="datetime-local" />
          </Form.Item>
        }
        work={({ at }) =>
          ask('PUT /api/v1/admin/vouchers/{id}/appointment', {
            path: { id: voucher.id },
            body: { at: instantAt(at, timeZone) },
          })
        }
      >
        {t('appoint')}
      </AskingVerb>
      <AskingVerb
        {...look}
        danger
        title={t('give-back.title')}
        consequence={t('give-back.consequence')}
        work={() => ask('POST /api/v1/admin/vouchers/{id}/give-back', { path: { id: voucher.id } })}
      >
        {t('give-back')}
      </AskingVerb>
    </Flex>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card, Descriptions, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking } from '../../frame/asking.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { useDistrictName } from '../../frame/Region.tsx'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { policiesText } from '../office/policies-text.ts'
import './customer.css'
import { CasesOf, ContactsWith, MessagesTo, OrdersOf } from './CustomerParts.tsx'
import { customerText } from './customer-text.ts'

type Customer = AnswerOf<'GET /api/v1/admin/customers/{id}'>
type Revealed = AnswerOf<'POST /api/v1/admin/customers/{id}/reveal'>

/** One customer of the shop: who, what they bought, how it went, what was said. */
export default function CustomerPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery(asking('GET /api/v1/admin/customers/{id}', { path: { id } }))
  return <Loaded query={found}>{(customer) => <CustomerView key={id} customer={customer} />}</Loaded>
}

function CustomerView({ customer }: { readonly customer: Customer }) {
  const t = useText(customerText)
  return (
    <Page title={<Head customer={customer} />} about={t('about')}>
      <div className="record customer">
        <Flex vertical gap="middle" style={{ minWidth: 0 }}>
          <OrdersOf customerId={customer.id} />
          <CasesOf customerId={customer.id} />
          <MessagesTo customerId={customer.id} />
        </Flex>
        <Flex vertical gap="middle" style={{ minWidth: 0 }}>
          <WhoCard customer={customer} />
          <SumsCard {...customer.buying} />
          <RecipientsCard customer={customer} />
          <ContactsWith customerId={customer.id} />
          <ConsentsCard customer={customer} />
        </Flex>
      </div>
    </Page>
  )
}

function Head({ customer: { name, phone, isGuest, isClosed } }: { readonly customer: Customer }) {
  const t = useText(customerText)
  return (
    <Flex gap="small" align="center" wrap>
      {[name || t('who'), phone].filter(Boolean).join(' ')}
      {isGuest && <Tag>{t('guest')}</Tag>}
      {isClosed && <Tag color="warning">{t('closed')}</Tag>}
    </Flex>
  )
}

/** Masked until somebody says why they need to see it. */
function WhoCard({ customer }: { readonly customer: Customer }) {
  const t = useText(customerText)
  const instantText = useInstantText()
  const [revealed, setRevealed] = useState<Revealed>()
  const shown = revealed ?? customer
  const items = [
    { key: 'name', label: t('name'), children: shown.name || '—' },
    ...(revealed ? [{ key: 'user-name', label: t('user-name'), children: revealed.userName }] : []),
    { key: 'phone', label: t('phone'), children: shown.phone ?? '—' },
    { key: 'email', label: t('email'), children: shown.email ?? '—' },
    { key: 'registered', label: t('registered'), children: instantText(customer.registeredAt) },
  ]
  const reveal = async ({ reason }: { reason: string }) =>
    setRevealed(await ask('POST /api/v1/admin/customers/{id}/reveal', { path: { id: customer.id }, body: { reason } }))
  return (
    <Card size="small" title={t('who')}>
      <Flex vertical align="start" gap="small">
        <Descriptions size="small" column={1} items={items} />
        {revealed?.addresses.map((address) => (
          <Place key={`${address.street} ${address.phone}`} {...address} />
        ))}
        <AskingVerb<{ reason: string }>
          size="small"
          title={t('reveal')}
          consequence={t('reveal.about')}
          permission="customers.reveal"
          blocked={customer.isClosed && t('closed')}
          fields={<ReasonField label={t('reveal.why')} least={4} />}
          work={reveal}
        >
          {t('reveal')}
        </AskingVerb>
      </Flex>
    </Card>
  )
}

function SumsCard({ orders, open, paid, refunded, firstAt, lastAt }: Customer['buying']) {
  const t = useText(customerText)
  const instantText = useInstantText()
  const items = [
    { key: 'orders', label: t('sums.orders'), children: t('sums.open', { count: orders, open }) },
    { key: 'paid', label: t('sums.paid'), children: moneyText(paid) },
    { key: 'refunded', label: t('sums.refunded'), children: moneyText(refunded) },
    { key: 'first', label: t('sums.first'), children: instantText(firstAt) },
    { key: 'last', label: t('sums.last'), children: instantText(lastAt) },
  ]
  return (
    <Card size="small" title={t('sums')}>
      <Descriptions size="small" column={1} items={items} />
    </Card>
  )
}

function RecipientsCard({ customer: { buying, addresses } }: { readonly customer: Customer }) {
  const t = useText(customerText)
  const nowhere = buying.recipients.length + addresses.length === 0
  return (
    <Card size="small" title={t('recipients')}>
      <Flex vertical gap="small">
        {buying.recipients.map(({ recipient, orderId, orderNumber }) => (
          <Place key={orderId} {...recipient} order={{ id: orderId, number: orderNumber }} />
        ))}
        {addresses.map((address, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two masked addresses may read alike, and none of them moves
          <Place key={at} {...address} />
        ))}
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {t(nowhere ? 'recipients.none' : 'recipients.about')}
        </Typography.Text>
      </Flex>
    </Card>
  )
}

interface PlaceProps {
  readonly name: string
  readonly phone: string
  readonly districtCode: string
  readonly street: string
  readonly city?: string
  /** The order that went there; none for an address that an import brought. */
  readonly order?: { readonly id: string; readonly number: string }
}

function Place({ name, phone, districtCode, street, city, order }: PlaceProps) {
  const t = useText(customerText)
  const district = useDistrictName(districtCode)
  return (
    <div>
      <strong>{name}</strong> {phone} {!order && <Tag>{t('recipients.brought')}</Tag>}
      <br />
      {[district, city, street].filter(Boolean).join(' ')}{' '}
      {order && <Link to={`/orders/${order.id}`}>{order.number}</Link>}
    </div>
  )
}

function ConsentsCard({ customer: { wantsNews, newsChosenAt, agreed } }: { readonly customer: Customer }) {
  const t = useText(customerText)
  const policies = useText(policiesText)
  const instantText = useInstantText()
  const news = [t(wantsNews ? 'news.yes' : 'news.no'), newsChosenAt && instantText(newsChosenAt)]
  const items = [
    { key: 'news', label: t('news'), children: news.filter(Boolean).join(' · ') },
    ...agreed.map(({ kind, version, at }) => ({
      key: `${kind} ${version}`,
      label: policies(kind === 'terms' ? 'kind.terms' : 'kind.privacy'),
      children: t('agreed.version', { version, at: instantText(at) }),
    })),
  ]
  return (
    <Card size="small" title={t('consents')}>
      <Descriptions size="small" column={1} items={items} />
      {agreed.length === 0 && <Typography.Text type="secondary">{t('agreed.none')}</Typography.Text>}
    </Card>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Flex, Input, Segmented, Select, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { Picture } from '../goods/Picture.tsx'
import { recommendationsText } from './recommendations-text.ts'
import { SalesBySource } from './SalesBySource.tsx'

type Answer = AnswerOf<'GET /api/v1/admin/recommendations'>
type Row = Answer['rows'][number]

const views = ['product', 'customer', 'top', 'sales'] as const

/** What is recommended beside a product or to a customer, and why; and what sold most. */
export default function RecommendationsPage() {
  const t = useText(recommendationsText)
  const [{ show }, filter] = useFilters(['show'])
  const chosen = views.find((each) => each === show) ?? 'product'
  return (
    <Page title={t('title')} about={t('about')}>
      <Segmented
        aria-label={t('show')}
        style={{ maxWidth: '100%', overflowX: 'auto' }}
        value={chosen}
        options={views.map((each) => ({ value: each, label: t(each) }))}
        onChange={(each) => filter({ show: each })}
      />
      {chosen === 'product' && <BesideProduct />}
      {chosen === 'customer' && <ToCustomer />}
      {chosen === 'top' && <Top />}
      {chosen === 'sales' && <SalesBySource />}
    </Page>
  )
}

function BesideProduct() {
  const [productId, pick] = useState<string>()
  const found = useQuery(asking('GET /api/v1/admin/recommendations', { query: { productId } }))
  return (
    <>
      <PickProduct onPick={pick} />
      <Loaded query={found}>
        {({ run, rows }) => (
          <>
            <Computed run={run} />
            <Rows rows={rows} />
          </>
        )}
      </Loaded>
    </>
  )
}

function PickProduct({ onPick }: { readonly onPick: (id: string | undefined) => void }) {
  const t = useText(recommendationsText)
  const [text, setText] = useState('')
  const found = useQuery({
    ...asking('GET /api/v1/admin/products', { query: { text, limit: 10 } }),
    enabled: text.trim() !== '',
  })
  return (
    <Select<string>
      allowClear
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      aria-label={t('product.pick')}
      placeholder={t('product.pick')}
      style={{ maxWidth: 480, width: '100%' }}
      options={(found.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={text ? t('product.nothing') : null}
      onChange={(id) => onPick(id)}
    />
  )
}

function Computed({ run }: { readonly run: Answer['run'] }) {
  const t = useText(recommendationsText)
  const instantText = useInstantText()
  const said = run ? t('run', { ...run, at: instantText(run.at) }) : t('never')
  return <Typography.Text type="secondary">{said}</Typography.Text>
}

function ToCustomer() {
  const t = useText(recommendationsText)
  const [wanted, find] = useState('')
  const query = /^1\d{10}$/.test(wanted) ? { phone: wanted, limit: 1 } : { number: wanted, limit: 1 }
  const orders = useQuery({ ...asking('GET /api/v1/admin/orders', { query }), enabled: wanted !== '' })
  const customerId = orders.data?.rows[0]?.customerId
  return (
    <>
      <Input.Search
        aria-label={t('customer.find')}
        placeholder={t('customer.find')}
        style={{ maxWidth: 480 }}
        onSearch={(text) => find(text.trim())}
      />
      {wanted && orders.isSuccess && !customerId && <Alert type="warning" title={t('customer.unknown')} />}
      {customerId && <OfCustomer customerId={customerId} />}
    </>
  )
}

function OfCustomer({ customerId }: { readonly customerId: string }) {
  const t = useText(recommendationsText)
  const language = useLocale()
  const found = useQuery(asking('GET /api/v1/admin/recommendations/customer', { query: { customerId } }))
  return (
    <Loaded query={found}>
      {({ agrees, past, rows }) => (
        <>
          {!agrees && <Alert type="info" showIcon title={t('customer.refused')} />}
          {past.length > 0 && (
            <>
              <Typography.Text strong>{t('customer.past')}</Typography.Text>
              <Flex gap="small" wrap>
                {past.map(({ productId, name, pictureId }) => (
                  <Flex key={productId} gap={4} align="center">
                    <Picture id={pictureId} alt="" size={32} />
                    <Link to={`/products/${productId}`}>{name[language]}</Link>
                  </Flex>
                ))}
              </Flex>
            </>
          )}
          <Rows rows={rows} />
        </>
      )}
    </Loaded>
  )
}

function Top() {
  const found = useQuery(asking('GET /api/v1/admin/top-products'))
  return <Loaded query={found}>{({ rows }) => <Rows rows={rows} />}</Loaded>
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText(recommendationsText)
  const language = useLocale()
  const why = ({ reason, because, people, sold }: Row) =>
    t(`why.${reason}`, { name: because?.[language] ?? '', count: reason === 'top' ? sold : people })
  return (
    <Table<Row>
      size="small"
      rowKey="productId"
      dataSource={[...rows]}
      scroll={{ x: 'max-content' }}
      pagination={false}
      empty={{ says: t('none'), next: '/products' }}
      columns={[
        { title: '#', width: 48, align: 'right', render: (_, __, index) => index + 1 },
        {
          title: t('goods'),
          width: 320,
          render: (_, { productId, name, pictureId }) => (
            <Flex gap="small" align="center">
              <Picture id={pictureId} alt="" size={40} />
              <Link to={`/products/${productId}`}>{name[language]}</Link>
            </Flex>
          ),
        },
        { title: t('why'), width: 320, render: (_, row) => why(row) },
        { title: t('score'), width: 100, align: 'right', render: (_, { score }) => score.toFixed(3) },
      ]}
    />
  )
}

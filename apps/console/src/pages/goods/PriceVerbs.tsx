import { useQuery } from '@tanstack/react-query'
import { Flex, Form, Input, Select, Typography } from 'antd'
import type { Money } from '#kernel/money'
import { marginPercent, priceBases, pricesText } from '#model/goods/prices'
import { ask } from '../../frame/api.ts'
import { asking, type BodyOf } from '../../frame/asking.ts'
import { moneyText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import type { PriceRow } from './PricesPage.tsx'
import { pricesPageText } from './prices-text.ts'

interface RowVerbProps {
  readonly row: PriceRow
  readonly onDone: () => unknown
}

type ProposalForm = BodyOf<'POST /api/v1/admin/variants/{id}/price-proposals'>

/** Proposes another price, its margin in view. */
export function ProposePrice({ row, onDone }: RowVerbProps) {
  const t = useText(pricesPageText)
  const { timeZone } = useMe().shop
  const tomorrow = wallClockAt(new Date(Date.now() + 24 * 3_600_000), timeZone)
  return (
    <AskingVerb<ProposalForm>
      size="small"
      permission="products.write"
      blocked={row.proposalId !== null && t('propose.open')}
      title={t('propose.title', { name: row.name })}
      consequence={t('propose.consequence', { price: moneyText(row.list) })}
      initial={{ list: row.list, was: row.was, basis: 'competition', startsAt: tomorrow }}
      fields={<ProposalFields row={row} />}
      work={({ startsAt, ...form }) =>
        ask('POST /api/v1/admin/variants/{id}/price-proposals', {
          path: { id: row.variantId },
          body: { ...form, startsAt: instantAt(startsAt, timeZone) },
        })
      }
      onDone={onDone}
    >
      {t('propose')}
    </AskingVerb>
  )
}

function ProposalFields({ row }: { readonly row: PriceRow }) {
  const t = useText(pricesPageText)
  const say = useText(pricesText)
  const { timeZone } = useMe().shop
  const needed = { required: true, message: t('required') }
  return (
    <>
      <Flex gap="middle" wrap>
        <Form.Item name="list" label={t('new.list')} rules={[needed]} style={{ flex: 1 }}>
          <MoneyInput currency={row.list.currency} autoFocus />
        </Form.Item>
        <Form.Item name="was" label={t('new.was')} style={{ flex: 1 }}>
          <MoneyInput currency={row.list.currency} />
        </Form.Item>
      </Flex>
      <Form.Item noStyle shouldUpdate={(before, after) => before.list !== after.list}>
        {({ getFieldValue }) => <NewMargin list={getFieldValue('list') ?? row.list} cost={row.cost} />}
      </Form.Item>
      <Form.Item name="basis" label={t('basis')} rules={[needed]}>
        <Select options={priceBases.map((basis) => ({ value: basis, label: say(`prices.basis.${basis}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
      <Form.Item name="startsAt" label={t('starts')} extra={t('zone', { zone: timeZone })} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
    </>
  )
}

function NewMargin({ list, cost }: { readonly list: Money; readonly cost: Money | null }) {
  const t = useText(pricesPageText)
  return (
    <Typography.Paragraph>
      {t('new.margin', { margin: '' })}
      <Margin percent={marginPercent(list, cost)} />
    </Typography.Paragraph>
  )
}

export function Margin({ percent }: { readonly percent: number | null }) {
  if (percent === null) return '—'
  return <Typography.Text type={percent < 0 ? 'danger' : undefined}>{percent.toFixed(1)}%</Typography.Text>
}

/** What others ask: seen so far, and one more. */
export function NoteCompetitor({ row, onDone }: RowVerbProps) {
  const t = useText(pricesPageText)
  const { timeZone } = useMe().shop
  return (
    <AskingVerb<{ source: string; url?: string; price: Money; seenOn: string }>
      size="small"
      permission="products.write"
      title={t('note.title', { name: row.name })}
      consequence={<SeenSoFar productId={row.productId} />}
      initial={{ seenOn: wallClockAt(new Date(), timeZone).slice(0, 10) }}
      fields={<NoteFields currency={row.list.currency} />}
      work={(form) =>
        ask('POST /api/v1/admin/products/{id}/competitor-prices', {
          path: { id: row.productId },
          body: { ...form, url: form.url || null },
        })
      }
      onDone={onDone}
    >
      {t('note')}
    </AskingVerb>
  )
}

function NoteFields({ currency }: { readonly currency: string }) {
  const t = useText(pricesPageText)
  const needed = { required: true, message: t('required') }
  return (
    <>
      <Form.Item name="source" label={t('source')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="price" label={t('price')} rules={[needed]} style={{ flex: 1 }}>
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item name="seenOn" label={t('seen-on')} rules={[needed]} style={{ flex: 1 }}>
          <Input type="date" />
        </Form.Item>
      </Flex>
      <Form.Item name="url" label={t('url')}>
        <Input type="url" maxLength={500} />
      </Form.Item>
    </>
  )
}

function SeenSoFar({ productId }: { readonly productId: string }) {
  const t = useText(pricesPageText)
  const { data = [] } = useQuery(
    asking('GET /api/v1/admin/products/{id}/competitor-prices', { path: { id: productId } }),
  )
  if (data.length === 0) return t('seen.none')
  return (
    <ul>
      {data.slice(0, 8).map(({ id, source, url, price, seenOn, notedBy }) => (
        <li key={id}>
          {seenOn}{' '}
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {source}
            </a>
          ) : (
            source
          )}{' '}
          {moneyText(price)} · {notedBy}
        </li>
      ))}
    </ul>
  )
}

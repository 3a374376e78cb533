import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Form, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { ask, askWithTag } from '../../frame/api.ts'
import { keyOf, useReload } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { type Changed, FasterAlert, useContest } from '../../frame/contest.tsx'
import { useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import type { Product } from './product-form.ts'
import { productText } from './product-text.ts'

type Sold = Awaited<ReturnType<typeof readSelling>>

const readSelling = (id: string) => askWithTag('GET /api/v1/admin/products/{id}/selling', { path: { id } })

/** How the listing is sold: its prices, the promotions it joins, the carriers that may bring it. */
export function ProductSelling({ product }: { readonly product: Product }) {
  const t = useText(productText)
  const { id, variants } = product
  const selling = useQuery({
    queryKey: keyOf('GET /api/v1/admin/products/{id}/selling', id),
    queryFn: () => readSelling(id),
    refetchOnWindowFocus: false,
  })
  return (
    <Card title={t('selling.title')} size="small">
      <Flex gap="middle" wrap style={{ marginBottom: 12 }}>
        <Link to="/prices" search={{ text: variants[0]?.sku }}>
          {t('selling.prices')}
        </Link>
        <Link to="/reductions">{t('selling.reductions')}</Link>
      </Flex>
      <Loaded query={selling}>{(sold) => <Fields key={sold.etag} id={id} sold={sold} />}</Loaded>
    </Card>
  )
}

function Fields({ id, sold: { answer, etag } }: { readonly id: string; readonly sold: Sold }) {
  const t = useText(productText)
  const language = useLocale()
  const act = useAct()
  const reload = useReload('GET /api/v1/admin/products/{id}/selling', 'GET /api/v1/admin/products/{id}/history')
  const [joinsReductions, setJoins] = useState(answer.joinsReductions)
  const [carriers, setCarriers] = useState(answer.carriers)
  const [makeDays, setMakeDays] = useState(answer.makeDays)
  const isDirty =
    makeDays !== answer.makeDays ||
    joinsReductions !== answer.joinsReductions ||
    carriers.join() !== answer.carriers.join()
  const changesOf = useSellingChanges()
  const { contest, save: asSeen } = useContest({ thing: termsOf(answer), etag: etag ?? undefined }, async () => {
    const now = await readSelling(id)
    return { thing: termsOf(now.answer), etag: now.etag ?? undefined }
  })
  const save = async () => {
    const body = { joinsReductions, carriers, makeDays }
    const work = () =>
      asSeen((ifMatch) => ask('PUT /api/v1/admin/products/{id}/selling', { path: { id }, body, ...ifMatch }))
    if (await act(work, t('saved'))) await reload()
  }
  return (
    <>
      {contest && (
        <Form.Item>
          <FasterAlert
            {...contest}
            changes={changesOf(contest.was, contest.thing)}
            onTheirs={reload}
            onMine={() => save()}
          />
        </Form.Item>
      )}
      <Form.Item label={t('selling.joins')} extra={t('selling.joins.hint')} htmlFor="selling-joins">
        <Switch id="selling-joins" checked={joinsReductions} onChange={setJoins} />
      </Form.Item>
      <Form.Item label={t('selling.carriers')} extra={t('selling.carriers.hint')} htmlFor="selling-carriers">
        <Select
          id="selling-carriers"
          mode="multiple"
          allowClear
          placeholder={t('selling.carriers.all')}
          value={carriers}
          options={answer.choices.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
          onChange={(codes: readonly string[]) => setCarriers(codes.toSorted())}
        />
      </Form.Item>
      <Form.Item label={t('selling.make')} extra={t('selling.make.hint')} htmlFor="selling-make">
        <InputNumber
          id="selling-make"
          min={1}
          max={365}
          precision={0}
          suffix={t('selling.make.days')}
          value={makeDays}
          onChange={(days) => setMakeDays(days)}
        />
      </Form.Item>
      <Verb permission="products.list" blocked={!isDirty && t('related.unchanged')} onClick={save}>
        {t('selling.save')}
      </Verb>
    </>
  )
}

type Terms = Pick<Sold['answer'], 'joinsReductions' | 'carriers' | 'makeDays'>

const termsOf = ({ joinsReductions, carriers, makeDays }: Terms): Terms => ({ joinsReductions, carriers, makeDays })

function useSellingChanges(): (was: Terms, now: Terms) => Changed[] {
  const t = useText(productText)
  const carrierName = useCarrierName()
  const listText = useListText()
  const words = (value: Terms[keyof Terms]) => {
    if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
    return (Array.isArray(value) ? listText(value.map(carrierName)) : String(value ?? '')) || '—'
  }
  return (was, now) =>
    (['joinsReductions', 'carriers', 'makeDays'] as const)
      .filter((term) => String(was[term]) !== String(now[term]))
      .map((term) => ({ field: t(`part.${term}`), before: words(was[term]), after: words(now[term]) }))
}

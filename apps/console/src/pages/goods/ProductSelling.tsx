import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Form, Select, Switch } from 'antd'
import { useState } from 'react'
import type { OperationName } from '#client'
import { ask, askWithTag } from '../../frame/api.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import type { Product } from './product-form.ts'
import { productText } from './product-text.ts'

const reading = 'GET /api/v1/admin/products/{id}/selling' satisfies OperationName
type Sold = Awaited<ReturnType<typeof readSelling>>

const readSelling = (id: string) => askWithTag(reading, { path: { id } })

/** How the listing is sold: its prices, the promotions it joins, the carriers that may bring it. */
export function ProductSelling({ product }: { readonly product: Product }) {
  const t = useText(productText)
  const { id, variants } = product
  const selling = useQuery({ queryKey: [reading, id], queryFn: () => readSelling(id) })
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
  const queries = useQueryClient()
  const [joinsReductions, setJoins] = useState(answer.joinsReductions)
  const [carriers, setCarriers] = useState(answer.carriers)
  const isDirty = joinsReductions !== answer.joinsReductions || carriers.join() !== answer.carriers.join()
  const save = async () => {
    const body = { joinsReductions, carriers }
    const ifMatch = etag ?? undefined
    await act(() => ask('PUT /api/v1/admin/products/{id}/selling', { path: { id }, body, ifMatch }), t('saved'))
    await queries.invalidateQueries({ queryKey: [reading, id] })
    await queries.invalidateQueries({ queryKey: [`/products/${id}/history`] })
  }
  return (
    <>
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
          onChange={(codes: string[]) => setCarriers(codes.toSorted())}
        />
      </Form.Item>
      <Verb permission="products.list" blocked={!isDirty && t('related.unchanged')} onClick={() => void save()}>
        {t('selling.save')}
      </Verb>
    </>
  )
}

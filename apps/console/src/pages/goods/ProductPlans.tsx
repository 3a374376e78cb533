import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { listingText, type PlannedStep } from '#model/goods/listing'
import { ask } from '../../frame/api.ts'
import { asking, keyOf, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { CancelPlan } from './CancelPlan.tsx'
import { PlanFields, type PlanForm, usePlanRequest } from './PlanFields.tsx'
import type { Product } from './product-form.ts'
import { productsText } from './products-text.ts'

export type Plan = RowOf<'GET /api/v1/admin/listing-plans'>

const first: Readonly<Record<Product['status'], PlannedStep>> = {
  draft: 'approve',
  checked: 'approve',
  in_review: 'approve',
  on_sale: 'delist',
  delisted: 'relist',
}

/** What the clock will do with this listing. */
export function ProductPlans({ product }: { readonly product: Product }) {
  const t = useText(productsText)
  const request = usePlanRequest()
  const plans = useQuery({
    ...asking('GET /api/v1/admin/listing-plans', { query: { productId: product.id } }),
    queryKey: keyOf('GET /api/v1/admin/listing-plans', product.id, product.version),
  })
  const reload = useReload('listing-plans')
  const add = (
    <AskingVerb<PlanForm>
      size="small"
      permission={product.status === 'in_review' ? 'products.review' : 'products.list'}
      title={t('plan.title')}
      consequence={t('plan.consequence')}
      initial={{ step: first[product.status] }}
      fields={<PlanFields />}
      work={(form) => ask('POST /api/v1/admin/products/{id}/plans', { path: { id: product.id }, body: request(form) })}
      onDone={reload}
    >
      {t('plan.add')}
    </AskingVerb>
  )
  return (
    <Card title={t('plan.title')} size="small" extra={add}>
      <Loaded query={plans}>{({ rows }) => <Waiting plans={rows} onDone={reload} />}</Loaded>
    </Card>
  )
}

function Waiting({ plans, onDone }: { readonly plans: readonly Plan[]; readonly onDone: () => unknown }) {
  const t = useText(productsText)
  const say = useText(listingText)
  const instantText = useInstantText()
  if (plans.length === 0) return <Typography.Text type="secondary">{t('plan.none')}</Typography.Text>
  return (
    <Flex vertical gap="small">
      {plans.map((plan) => (
        <Flex key={plan.id} justify="space-between" align="center" gap="small">
          <span>
            {instantText(plan.at)} {say(`listing.plan.${plan.step}`)}
            <Typography.Text type="secondary"> · {plan.plannedBy}</Typography.Text>
          </span>
          <CancelPlan plan={plan} onDone={onDone} />
        </Flex>
      ))}
    </Flex>
  )
}

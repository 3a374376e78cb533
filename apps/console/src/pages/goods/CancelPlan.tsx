import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Plan } from './ProductPlans.tsx'
import { productsText } from './products-text.ts'

interface CancelPlanProps {
  readonly plan: Plan
  readonly onDone: () => unknown
}

/** Takes a planned step back before its time. */
export function CancelPlan({ plan, onDone }: CancelPlanProps) {
  const t = useText(productsText)
  return (
    <AskingVerb
      size="small"
      permission={plan.step === 'approve' ? 'products.review' : 'products.list'}
      blocked={plan.status !== 'waiting' && t('plan.over')}
      title={t('plan.cancel.title')}
      consequence={t('plan.cancel.consequence')}
      work={() => ask('POST /api/v1/admin/listing-plans/{id}/cancel', { path: { id: plan.id } })}
      onDone={onDone}
    >
      {t('plan.cancel')}
    </AskingVerb>
  )
}

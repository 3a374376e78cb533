import { Form, Input, Select } from 'antd'
import { canStep } from '#kernel/steps'
import { fulfilmentSteps, orderSteps, reviewSteps } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { type AsSeen, useAsSeen } from '../../frame/as-seen.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { InterceptVerb, UnapproveVerb } from './OrderDispatchVerbs.tsx'
import { PriceVerb } from './OrderPrice.tsx'
import { type SentOrder, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'
import { workbenchText } from './workbench-text.ts'

interface VerbProps {
  readonly order: SentOrder
  readonly onDone: () => Promise<unknown>
  readonly asSeen: AsSeen
  /** Why nothing can be done with the order at all. */
  readonly closed: string | undefined
}

/** What the desk may do with an order now, and why the rest may not be done. */
export function OrderVerbs({ order, seen }: { readonly order: SentOrder; readonly seen: string | undefined }) {
  const t = useText(ordersPageText)
  const { axis } = useOrderNames()
  const onDone = useReload('orders')
  const closed = order.status === 'open' ? undefined : t('closed', { status: axis('status', order.status) })
  const asSeen = useAsSeen(seen, onDone)
  const shared = { order, onDone, closed, asSeen }
  const isReviewed = order.review !== 'not_needed'
  return (
    <>
      {order.fulfilment === 'short' && <MissingVerb {...shared} />}
      {(order.payment === 'awaiting' || order.payment === 'on_delivery') && !order.shippedAt && (
        <PriceVerb order={order} />
      )}
      <CancelVerb {...shared} />
      {isReviewed && <RejectVerb {...shared} />}
      <ExceptionVerb {...shared} />
      {isReviewed && <HoldVerb {...shared} />}
      {order.review === 'held' && <ResumeVerb {...shared} />}
      {isReviewed && <ApproveVerb {...shared} />}
      <UnapproveVerb order={order} seen={seen} />
      <InterceptVerb order={order} seen={seen} />
      <ReleaseVerb {...shared} />
    </>
  )
}

function useReviewWhyNot() {
  const { axis } = useOrderNames()
  return useWhyNot(reviewSteps, (status) => axis('review', status))
}

function NoteField() {
  const t = useText(ordersPageText)
  return (
    <Form.Item name="note" label={t('note')}>
      <Input.TextArea maxLength={200} showCount rows={2} />
    </Form.Item>
  )
}

interface Note {
  readonly note?: string
}

function ApproveVerb({ order, onDone, closed, asSeen }: VerbProps) {
  const t = useText(ordersPageText)
  const whyNot = useReviewWhyNot()
  return (
    <AskingVerb<Note>
      type="primary"
      title={t('approve.title')}
      permission="orders.review"
      blocked={closed ?? whyNot(order.review, 'approve')}
      fields={<NoteField />}
      work={(values) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/review', {
            path: { id: order.id },
            body: { decision: 'approve', ...values },
            ...ifMatch,
          }),
        )
      }
      onDone={onDone}
    >
      {t('approve')}
    </AskingVerb>
  )
}

function HoldVerb({ order, onDone, closed, asSeen }: VerbProps) {
  const t = useText(ordersPageText)
  const whyNot = useReviewWhyNot()
  return (
    <AskingVerb<Note>
      title={t('hold.title')}
      permission="orders.review"
      blocked={closed ?? whyNot(order.review, 'hold')}
      fields={<ReasonField name="note" label={t('note')} />}
      work={(values) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/review', {
            path: { id: order.id },
            body: { decision: 'hold', ...values },
            ...ifMatch,
          }),
        )
      }
      onDone={onDone}
    >
      {t('hold')}
    </AskingVerb>
  )
}

function ResumeVerb({ order, onDone, closed, asSeen }: VerbProps) {
  const t = useText(workbenchText)
  return (
    <AskingVerb
      title={t('resume')}
      permission="orders.review"
      blocked={closed}
      work={() =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/review', {
            path: { id: order.id },
            body: { decision: 'resume' },
            ...ifMatch,
          }),
        )
      }
      onDone={onDone}
    >
      {t('resume')}
    </AskingVerb>
  )
}

/** A person's word that something is the matter. */
function ExceptionVerb({ order, onDone }: VerbProps) {
  const t = useText(workbenchText)
  const reloadIssues = useReload('issues')
  return (
    <AskingVerb<{ reason: string }>
      title={t('exception.title')}
      permission="orders.change"
      fields={<ReasonField label={t('reason')} />}
      work={(body) => ask('POST /api/v1/admin/orders/{id}/issues', { path: { id: order.id }, body })}
      onDone={() => Promise.all([onDone(), reloadIssues()])}
    >
      {t('exception')}
    </AskingVerb>
  )
}

function RejectVerb({ order, onDone, closed, asSeen }: VerbProps) {
  const t = useText(ordersPageText)
  const whyNot = useReviewWhyNot()
  return (
    <AskingVerb<Note>
      danger
      title={t('reject.title')}
      consequence={t('reject.about')}
      permission="orders.review"
      blocked={closed ?? whyNot(order.review, 'reject')}
      fields={<ReasonField name="note" label={t('note')} />}
      work={(values) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/review', {
            path: { id: order.id },
            body: { decision: 'reject', ...values },
            ...ifMatch,
          }),
        )
      }
      onDone={onDone}
    >
      {t('reject')}
    </AskingVerb>
  )
}

function ReleaseVerb({ order, onDone, closed, asSeen }: VerbProps) {
  const t = useText(ordersPageText)
  const { axis } = useOrderNames()
  const whyNot = useWhyNot(fulfilmentSteps, (status) => axis('fulfilment', status))
  const inReview = canStep(reviewSteps, order.review, 'approve') ? t('release.review') : undefined
  return (
    <AskingVerb
      title={t('release.title')}
      permission="orders.change"
      blocked={closed ?? inReview ?? whyNot(order.fulfilment, 'release')}
      work={() =>
        asSeen((ifMatch) => ask('POST /api/v1/admin/orders/{id}/release', { path: { id: order.id }, ...ifMatch }))
      }
      onDone={onDone}
    >
      {t('release')}
    </AskingVerb>
  )
}

function MissingVerb({ order, onDone, closed }: VerbProps) {
  const t = useText(ordersPageText)
  return (
    <AskingVerb
      type="primary"
      title={t('missing.title')}
      consequence={t('missing.about')}
      permission="orders.change"
      blocked={closed}
      work={() => ask('POST /api/v1/admin/orders/{id}/refund-missing', { path: { id: order.id } })}
      onDone={onDone}
    >
      {t('missing')}
    </AskingVerb>
  )
}

const cancelReasons = ['changed_mind', 'wrong_address', 'ordered_twice', 'too_slow', 'out_of_stock'] as const

function CancelVerb({ order, onDone, closed, asSeen }: VerbProps) {
  const t = useText(ordersPageText)
  const { axis, reason: nameOf } = useOrderNames()
  const orderWhyNot = useWhyNot(orderSteps, (status) => axis('status', status))
  const whyNot = useWhyNot(fulfilmentSteps, (status) => axis('fulfilment', status))
  const options = [
    ...cancelReasons.map((code) => ({ value: code as string, label: nameOf(code) })),
    { value: 'other', label: t('cancel.other') },
  ]
  const fields = (
    <>
      <Form.Item name="code" label={t('cancel.reason')} rules={[{ required: true, message: t('needed') }]}>
        <Select options={options} />
      </Form.Item>
      <Form.Item noStyle dependencies={['code']}>
        {({ getFieldValue }) => getFieldValue('code') === 'other' && <ReasonField label={t('note')} />}
      </Form.Item>
    </>
  )
  return (
    <AskingVerb<{ code: string; reason?: string }>
      danger
      title={t('cancel.title', { number: order.number })}
      consequence={t('cancel.about')}
      permission="orders.cancel"
      blocked={closed ?? orderWhyNot(order.status, 'cancel') ?? whyNot(order.fulfilment, 'withdraw')}
      fields={fields}
      work={({ code, reason }) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/cancel', {
            path: { id: order.id },
            body: { reason: reason ?? code },
            ...ifMatch,
          }),
        )
      }
      onDone={onDone}
    >
      {t('cancel')}
    </AskingVerb>
  )
}

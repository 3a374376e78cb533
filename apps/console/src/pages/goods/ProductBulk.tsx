import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Modal, Progress, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { BulkBar } from '../../frame/BulkBar.tsx'
import { useText } from '../../frame/language.ts'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { peoplesSteps } from './listing-blocks.ts'
import { PlanFields, type PlanForm, usePlanRequest } from './PlanFields.tsx'
import type { ProductRow } from './ProductsPage.tsx'
import { productsText } from './products-text.ts'

/** An address holds so many ids; more are opened by their filters. */
const mostInGrid = 100

const steps = ['submit', 'approve', 'delist', 'relist'] as const
type BulkStep = (typeof steps)[number]

/** What is done to each: a step now, or one left to the clock. */
interface Work {
  readonly name: string
  readonly of: (id: string) => Promise<unknown>
}

interface Result {
  readonly id: string
  readonly name: string
  readonly state: 'waiting' | 'ok' | 'failed'
  readonly reason: string
}

interface ProductBulkProps {
  readonly products: readonly ProductRow[]
  readonly onClear: () => void
  readonly onDone: () => Promise<unknown>
}

/** What is done to all chosen products, each for itself: one that is refused does not hold up the others. */
export function ProductBulk({ products, onClear, onDone }: ProductBulkProps) {
  const t = useText(productsText)
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const [run, setRun] = useState<{ readonly work: Work; readonly results: readonly Result[] }>()
  const start = async (work: Work, results: readonly Result[]) => {
    await doForAll(work, results, (now) => setRun({ work, results: now }))
    await onDone()
  }
  const fresh = () => products.map(({ id, name }): Result => ({ id, name, state: 'waiting', reason: '' }))
  const take = (step: BulkStep) =>
    start(
      { name: t(`bulk.${step}`), of: (id) => ask(`POST /api/v1/admin/products/{id}/${step}`, { path: { id } }) },
      fresh(),
    )
  const choose = (step: BulkStep) => {
    if (step !== 'delist') return void take(step)
    const count = products.length
    modal.confirm({
      title: t('bulk.delist.title', { count }),
      content: t('bulk.delist.consequence'),
      okButtonProps: { danger: true },
      onOk: () => void take(step),
    })
  }
  const close = () => {
    setRun(undefined)
    onClear()
  }
  return (
    <BulkBar label={t('bulk')} chosen={t('chosen', { count: products.length })} onClear={onClear}>
      <Verb
        size="small"
        type="primary"
        blocked={products.length > mostInGrid && t('grid.most', { most: mostInGrid })}
        onClick={() =>
          void navigate({ to: '/products/grid', search: { ids: products.map(({ id }) => id).join() } as never })
        }
      >
        {t('grid')}
      </Verb>
      {steps.map((step) => (
        <Verb
          key={step}
          size="small"
          danger={step === 'delist'}
          permission={peoplesSteps[step]}
          onClick={() => choose(step)}
        >
          {t(`bulk.${step}`)}
        </Verb>
      ))}
      <PlanMany
        count={products.length}
        onPlan={({ step, at }) =>
          start(
            {
              name: t('bulk.plan'),
              of: (id) => ask('POST /api/v1/admin/products/{id}/plans', { path: { id }, body: { step, at } }),
            },
            fresh(),
          )
        }
      />
      {run && (
        <Results
          name={run.work.name}
          results={run.results}
          onClose={close}
          onRetry={() => void start(run.work, run.results)}
        />
      )}
    </BulkBar>
  )
}

interface PlanManyProps {
  readonly count: number
  readonly onPlan: (plan: PlanForm) => void
}

/** Lists or delists all chosen at a set time. */
function PlanMany({ count, onPlan }: PlanManyProps) {
  const t = useText(productsText)
  const request = usePlanRequest()
  return (
    <AskingVerb<PlanForm>
      size="small"
      permission="products.list"
      title={t('bulk.plan.title', { count })}
      consequence={t('plan.consequence')}
      initial={{ step: 'delist' }}
      fields={<PlanFields />}
      work={async (form) => onPlan(request(form))}
    >
      {t('bulk.plan')}
    </AskingVerb>
  )
}

/** One after another; those that are done already are left alone, so that a second run retries what failed. */
async function doForAll(
  work: Work,
  before: readonly Result[],
  tell: (results: readonly Result[]) => void,
): Promise<void> {
  let results = before.map((result): Result => (result.state === 'ok' ? result : { ...result, state: 'waiting' }))
  tell(results)
  for (const [at, result] of results.entries()) {
    if (result.state === 'ok') continue
    const outcome = await work.of(result.id).then(
      (): Partial<Result> => ({ state: 'ok', reason: '' }),
      (error: Error): Partial<Result> => ({ state: 'failed', reason: error.message }),
    )
    results = results.with(at, { ...result, ...outcome })
    tell(results)
  }
}

interface ResultsProps {
  readonly name: string
  readonly results: readonly Result[]
  readonly onClose: () => void
  readonly onRetry: () => void
}

function Results({ name, results, onClose, onRetry }: ResultsProps) {
  const t = useText(productsText)
  const count = results.length
  const failed = results.filter(({ state }) => state === 'failed').length
  const done = results.filter(({ state }) => state !== 'waiting').length
  const isOver = done === count
  return (
    <Modal
      open
      width={640}
      title={t('bulk.title', { step: name, count })}
      closable={isOver}
      mask={{ closable: false }}
      keyboard={isOver}
      onCancel={onClose}
      footer={
        <>
          {isOver && failed > 0 && <Button onClick={onRetry}>{t('bulk.retry', { count: failed })}</Button>}
          <Verb type="primary" blocked={!isOver && t('bulk.running', { done, count })} onClick={onClose}>
            {t('close')}
          </Verb>
        </>
      }
    >
      <div aria-live="polite">
        {isOver ? (
          <Alert
            type={failed > 0 ? 'warning' : 'success'}
            showIcon
            title={t('bulk.result', { done: count - failed, failed })}
          />
        ) : (
          <Progress percent={Math.round((done / count) * 100)} aria-label={t('bulk.running', { done, count })} />
        )}
      </div>
      <Table<Result>
        size="small"
        rowKey="id"
        style={{ marginTop: 12 }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...results]}
        columns={[
          { title: t('product'), dataIndex: 'name' },
          { title: t('bulk.reason'), render: (_, row) => <Outcome result={row} /> },
        ]}
      />
    </Modal>
  )
}

const colours = { waiting: 'default', ok: 'success', failed: 'error' } as const

function Outcome({ result: { state, reason } }: { readonly result: Result }) {
  const t = useText(productsText)
  return (
    <>
      <Tag color={colours[state]}>{t(`bulk.${state}`)}</Tag> {reason}
    </>
  )
}

import { Alert, App, Button, Flex, Modal, Progress, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { post } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { Verb } from '../../frame/Verb.tsx'
import { peoplesSteps } from './listing-blocks.ts'
import type { ProductRow } from './ProductsPage.tsx'
import { productsText } from './products-text.ts'

const steps = ['submit', 'approve', 'delist'] as const
type BulkStep = (typeof steps)[number]

interface Result {
  readonly id: string
  readonly name: string
  readonly state: 'waiting' | 'ok' | 'failed'
  readonly reason: string
}

interface BulkBarProps {
  readonly products: readonly ProductRow[]
  readonly onClear: () => void
  readonly onDone: () => Promise<unknown>
}

/** What is done to all chosen products, each for itself: one that is refused does not hold up the others. */
export function BulkBar({ products, onClear, onDone }: BulkBarProps) {
  const t = useText(productsText)
  const { modal } = App.useApp()
  const [run, setRun] = useState<{ readonly step: BulkStep; readonly results: readonly Result[] }>()
  const start = async (step: BulkStep) => {
    await takeForAll(step, products, (results) => setRun({ step, results }))
    await onDone()
  }
  const ask = (step: BulkStep) => {
    if (step !== 'delist') return void start(step)
    const count = products.length
    modal.confirm({
      title: t('bulk.delist.title', { count }),
      content: t('bulk.delist.consequence'),
      okButtonProps: { danger: true },
      onOk: () => void start(step),
    })
  }
  const close = () => {
    setRun(undefined)
    onClear()
  }
  return (
    <Flex
      className="bulk-bar"
      align="center"
      gap="small"
      wrap
      role="toolbar"
      aria-label={t('chosen', { count: products.length })}
    >
      <Typography.Text strong>{t('chosen', { count: products.length })}</Typography.Text>
      {steps.map((step) => (
        <Verb
          key={step}
          size="small"
          danger={step === 'delist'}
          permission={peoplesSteps[step]}
          onClick={() => ask(step)}
        >
          {t(`bulk.${step}`)}
        </Verb>
      ))}
      <Button size="small" type="text" onClick={onClear}>
        {t('chosen.clear')}
      </Button>
      {run && <Results step={run.step} results={run.results} onClose={close} />}
    </Flex>
  )
}

async function takeForAll(
  step: BulkStep,
  products: readonly ProductRow[],
  tell: (results: readonly Result[]) => void,
): Promise<void> {
  let results = products.map(({ id, name }): Result => ({ id, name, state: 'waiting', reason: '' }))
  tell(results)
  for (const [at, result] of results.entries()) {
    const outcome = await post(`/products/${result.id}/${step}`).then(
      (): Partial<Result> => ({ state: 'ok' }),
      (error: Error): Partial<Result> => ({ state: 'failed', reason: error.message }),
    )
    results = results.with(at, { ...result, ...outcome })
    tell(results)
  }
}

interface ResultsProps {
  readonly step: BulkStep
  readonly results: readonly Result[]
  readonly onClose: () => void
}

function Results({ step, results, onClose }: ResultsProps) {
  const t = useText(productsText)
  const count = results.length
  const failed = results.filter(({ state }) => state === 'failed').length
  const done = results.filter(({ state }) => state !== 'waiting').length
  const isOver = done === count
  return (
    <Modal
      open
      width={640}
      title={t('bulk.title', { step: t(`bulk.${step}`), count })}
      closable={isOver}
      mask={{ closable: false }}
      keyboard={isOver}
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={!isOver} onClick={onClose}>
          {t('close')}
        </Button>
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

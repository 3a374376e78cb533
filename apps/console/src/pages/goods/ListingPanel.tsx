import { Alert, Card, Flex, Tag, Typography } from 'antd'
import { catalogText } from '#model/goods/catalog'
import { listingText, type ProductStatus } from '#model/goods/listing'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { AskingVerb, ReasonField, Verb } from '../../frame/Verb.tsx'
import { blockOf, type PeoplesStep, peoplesSteps } from './listing-blocks.ts'
import type { FoundThing, Product } from './product-form.ts'
import { productText } from './product-text.ts'

export const statusColours: Readonly<Record<ProductStatus, string>> = {
  draft: 'default',
  checked: 'default',
  in_review: 'gold',
  on_sale: 'success',
  delisted: 'error',
}

interface ListingPanelProps {
  readonly product: Product
  readonly findings: readonly FoundThing[]
  readonly isDirty: boolean
  readonly onStep: () => Promise<unknown>
}

/** Where the listing stands, what it lacks, and the steps from here. */
export function ListingPanel(props: ListingPanelProps) {
  const t = useText(productText)
  const { product, findings, isDirty } = props
  return (
    <Card title={t('listing.title')} size="small" extra={<StatusTag product={product} />}>
      <Flex vertical gap="middle">
        {product.rejection && (
          <Alert type="error" showIcon title={t('listing.rejected')} description={product.rejection} />
        )}
        <Flex gap={6} wrap role="group" aria-label={t('listing.title')}>
          {(Object.keys(peoplesSteps) as PeoplesStep[]).map((step) => (
            <StepButton key={step} step={step} {...props} />
          ))}
        </Flex>
        <Findings findings={findings} isDirty={isDirty} />
      </Flex>
    </Card>
  )
}

export function StatusTag({ product }: { readonly product: Pick<Product, 'status' | 'delistedBecause'> }) {
  const say = useText(catalogText)
  const { status, delistedBecause } = product
  const text =
    status === 'delisted' && delistedBecause
      ? say(`catalog.delisted.${delistedBecause}`)
      : say(`catalog.status.${status}`)
  return <Tag color={statusColours[status]}>{text}</Tag>
}

function StepButton({ step, product, findings, isDirty, onStep }: ListingPanelProps & { readonly step: PeoplesStep }) {
  const t = useText(productText)
  const say = useText(listingText)
  const status = useText(catalogText)
  const act = useAct()
  const name = say(`listing.step.${step}`)
  const block = blockOf(step, { status: product.status, isDirty, findings })
  const details = {
    status: status(`catalog.status.${product.status}`),
    count: findings.filter(({ blocking }) => blocking).length,
  }
  const look = {
    permission: peoplesSteps[step],
    blocked: block && t(`listing.blocked.${block}`, details),
    children: name,
  } as const
  const path = { id: product.id }
  if (step === 'reject')
    return (
      <AskingVerb<{ reason: string }>
        {...look}
        danger
        title={t('listing.reject.title')}
        consequence={t('listing.reject.consequence')}
        fields={<ReasonField label={t('listing.reason')} />}
        work={(body) => ask('POST /api/v1/admin/products/{id}/reject', { path, body })}
        onDone={onStep}
      />
    )
  const take = () => ask(`POST /api/v1/admin/products/{id}/${step}`, { path })
  if (step === 'delist')
    return (
      <AskingVerb
        {...look}
        danger
        title={t('listing.delist.title')}
        consequence={t('listing.delist.consequence')}
        work={take}
        onDone={onStep}
      />
    )
  const isMain = step === 'submit' || step === 'approve' || step === 'relist'
  return (
    <Verb
      {...look}
      type={isMain ? 'primary' : 'default'}
      onClick={async () => (await act(take, t('listing.done', { step: name }))) && (await onStep())}
    />
  )
}

function Findings({ findings, isDirty }: { readonly findings: readonly FoundThing[]; readonly isDirty: boolean }) {
  const t = useText(productText)
  const musts = findings.filter(({ blocking }) => blocking)
  const advice = findings.filter(({ blocking }) => !blocking)
  return (
    <section aria-label={t('findings.title')}>
      <Typography.Text strong>{t('findings.title')}</Typography.Text>
      {isDirty && <Typography.Text type="secondary"> · {t('findings.unsaved')}</Typography.Text>}
      {findings.length === 0 && <div>{t('findings.none')}</div>}
      {musts.length > 0 && <FindingList title={t('findings.must', { count: musts.length })} findings={musts} />}
      {advice.length > 0 && <FindingList title={t('findings.advice', { count: advice.length })} findings={advice} />}
    </section>
  )
}

function FindingList({ title, findings }: { readonly title: string; readonly findings: readonly FoundThing[] }) {
  const say = useFindingText()
  const isMust = findings[0]!.blocking
  return (
    <>
      <div style={{ marginTop: 8 }}>
        <Typography.Text type={isMust ? 'danger' : 'warning'}>{title}</Typography.Text>
      </div>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={`${finding.field} ${finding.code} ${finding.message}`}>{say(finding)}</li>
        ))}
      </ul>
    </>
  )
}

/** What the data check found, in words: the server's where it sent them. */
export function useFindingText(): (finding: FoundThing) => string {
  const say = useText(catalogText)
  return ({ code, message, details = {} }) =>
    message ?? (code in catalogText ? say(code as keyof typeof catalogText, details) : code)
}

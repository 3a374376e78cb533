import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import { useMemo, useState } from 'react'
import { catalogText, inLocale } from '#model/goods/catalog'
import { ApiProblem, ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { type Changed, FasterAlert } from '../../frame/contest.tsx'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import './goods.css'
import { KnowledgeCard } from './KnowledgeCard.tsx'
import { ListingPanel, useFindingText } from './ListingPanel.tsx'
import { ProductHead } from './PageHeads.tsx'
import { ProductFlags } from './ProductFlags.tsx'
import { ProductHistory, useProductChanges } from './ProductHistory.tsx'
import { ProductHot } from './ProductHot.tsx'
import { ProductParts } from './ProductParts.tsx'
import { ProductPictures } from './ProductPictures.tsx'
import { ProductPlace } from './ProductPlace.tsx'
import { ProductPlans } from './ProductPlans.tsx'
import { ProductRelated } from './ProductRelated.tsx'
import { ProductSelling } from './ProductSelling.tsx'
import { ProductTexts } from './ProductTexts.tsx'
import { ProductVariants } from './ProductVariants.tsx'
import { ProductVideo } from './ProductVideo.tsx'
import {
  emptyForm,
  type FoundThing,
  formOf,
  isTouched,
  type Product,
  type ProductForm,
  requestOf,
  sameForm,
} from './product-form.ts'
import { productText } from './product-text.ts'
import { type Remark, RemarksProvider } from './remarks.tsx'
import { SaveBar } from './SaveBar.tsx'

/** What every card of the page is given. */
export interface CardProps {
  readonly form: ProductForm
  readonly change: (part: Partial<ProductForm>) => void
  readonly product: Product | undefined
}

/** One product, new or known, on one page. */
export default function ProductPage() {
  const { id } = useParams({ strict: false }) as { readonly id?: string }
  return id ? <KnownProduct key={id} id={id} /> : <Editor />
}

function KnownProduct({ id }: { readonly id: string }) {
  const product = useQuery({
    ...asking('GET /api/v1/admin/products/{id}', { path: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const reload = () => product.refetch()
  return (
    <Loaded query={product}>{(answer) => <Editor key={answer.version} product={answer} onReload={reload} />}</Loaded>
  )
}

interface EditorProps {
  readonly product?: Product
  readonly onReload?: () => Promise<unknown>
}

function Editor({ product, onReload }: EditorProps) {
  const base = useMemo(() => (product ? formOf(product) : emptyForm()), [product])
  const [form, setForm] = useState(base)
  const saving = useSave(product, onReload)
  const isDirty = !sameForm(form, base)
  const cards: CardProps = { form, change: (part) => setForm((before) => ({ ...before, ...part })), product }
  const discard = () => {
    setForm(base)
    saving.forget()
  }
  return (
    <RemarksProvider
      value={useAllRemarks(
        saving.refused,
        product?.findings.filter(({ field }) => !isTouched(form, base, field)),
      )}
    >
      <Form layout="vertical" component="div">
        <Page
          title={<Title product={product} form={form} />}
          about={<About isNew={!product} />}
          actions={<Actions product={product} />}
        >
          <SaveProblem
            problem={saving.refused}
            faster={saving.faster}
            onTheirs={onReload}
            onMine={() => saving.save(form)}
          />
          <div className="product-columns">
            <div>
              <ProductTexts {...cards} />
              <ProductPictures {...cards} />
              {product && <ProductVideo id={product.id} pictures={form.pictures} />}
              <ProductVariants {...cards} />
              {product && <ProductParts id={product.id} onSaved={onReload!} />}
            </div>
            <div>
              {product && (
                <ListingPanel product={product} findings={product.findings} isDirty={isDirty} onStep={onReload!} />
              )}
              {product && <ProductPlans product={product} />}
              {product && <ProductSelling product={product} />}
              {product && <ProductHot product={product} />}
              <ProductPlace {...cards} />
              <ProductFlags {...cards} />
              {product && <ProductRelated id={product.id} />}
              {product && <ProductHead id={product.id} version={product.version} />}
              {product && <KnowledgeCard id={product.id} />}
              {product && <ProductHistory id={product.id} version={product.version} />}
            </div>
          </div>
          <SaveBar
            isDirty={isDirty}
            isNew={!product}
            isBusy={saving.isBusy}
            hasLeft={saving.isDone}
            onSave={() => saving.save(form)}
            onDiscard={discard}
          />
        </Page>
      </Form>
    </RemarksProvider>
  )
}

function Title({ product, form }: { readonly product: Product | undefined; readonly form: ProductForm }) {
  const t = useText(productText)
  const language = useLocale()
  if (!product) return t('new')
  return inLocale({ zh: form.texts.zh.name, en: form.texts.en.name }, language) || t('unnamed')
}

function About({ isNew }: { readonly isNew: boolean }) {
  return useText(productText)(isNew ? 'new.about' : 'one.about')
}

function Actions({ product }: { readonly product: Product | undefined }) {
  const t = useText(productText)
  return (
    <>
      {product?.status === 'on_sale' && (
        <Button href={`/products/${product.slug}`} target="_blank" rel="noopener">
          {t('store.open')}
        </Button>
      )}
      <Link to="/products">
        <Button>{t('back')}</Button>
      </Link>
    </>
  )
}

interface SaveProblemProps {
  readonly problem: ApiProblem | undefined
  readonly faster: Faster | undefined
  readonly onTheirs: (() => Promise<unknown>) | undefined
  readonly onMine: () => Promise<unknown>
}

/** What kept the form from being stored, above the page and beside its fields; or who was faster, to choose whose words stand. */
function SaveProblem({ problem, faster, onTheirs, onMine }: SaveProblemProps) {
  const t = useText(productText)
  if (faster) return <FasterAlert {...faster} onTheirs={() => onTheirs?.()} onMine={onMine} />
  if (!problem) return null
  return <Alert type="error" showIcon role="alert" title={t('not-saved', { reason: problem.message })} />
}

/** Somebody else has saved since the page was opened. */
interface Faster {
  /** Of the product as it stands now. */
  readonly version: number
  readonly by: string
  readonly at: string
  readonly changes: readonly Changed[]
}

interface Saving {
  readonly save: (form: ProductForm) => Promise<void>
  readonly refused: ApiProblem | undefined
  readonly faster: Faster | undefined
  readonly forget: () => void
  readonly isBusy: boolean
  /** Stored: leaving the page loses nothing any more. */
  readonly isDone: () => boolean
}

function useSave(product: Product | undefined, onReload: (() => Promise<unknown>) | undefined): Saving {
  const t = useText(productText)
  const act = useAct()
  const reload = useReload('GET /api/v1/admin/products', 'GET /api/v1/admin/products/counters')
  const navigate = useNavigate()
  const whoWasFaster = useWhoWasFaster()
  const [refused, setRefused] = useState<ApiProblem>()
  const [faster, setFaster] = useState<Faster>()
  const [isBusy, setBusy] = useState(false)
  const [done] = useState({ is: false })
  const store = async (form: ProductForm) => {
    if (product) {
      await ask('PATCH /api/v1/admin/products/{id}', {
        path: { id: product.id },
        body: { ...requestOf(form, formOf(product)), version: faster?.version ?? product.version },
      })
      await onReload?.()
      return
    }
    const { id } = await ask('POST /api/v1/admin/products', { body: requestOf(form) })
    done.is = true
    await navigate({ to: `/products/${id}`, replace: true })
  }
  const keepReason = async (error: unknown) => {
    if (error instanceof ApiProblem) setRefused(error)
    const isStale = error instanceof ApiProblem && error.problem.code === 'catalog.changed_meanwhile'
    if (isStale && product) setFaster(await whoWasFaster(product))
    throw error
  }
  const forget = () => {
    setRefused(undefined)
    setFaster(undefined)
  }
  const save = async (form: ProductForm) => {
    setBusy(true)
    setRefused(undefined)
    if (await act(() => store(form).catch(keepReason), t('saved'))) forget()
    setBusy(false)
    await reload()
  }
  return { save, refused, faster, forget, isBusy, isDone: () => done.is }
}

/** Who saved since a product was read, and what they changed. */
function useWhoWasFaster(): (seen: Product) => Promise<Faster> {
  const changesOf = useProductChanges()
  return async ({ id, version: seen }) => {
    const { version } = await ask('GET /api/v1/admin/products/{id}', { path: { id } })
    const history = await ask('GET /api/v1/admin/products/{id}/history', { path: { id } })
    const since = history.slice(-Math.max(1, version - seen))
    const { actor: by = '', at = '' } = since.at(-1) ?? {}
    return { version, by, at, changes: since.flatMap(changesOf) }
  }
}

/** The server's refusal first, then what the data check found. */
function useAllRemarks(refused: ApiProblem | undefined, findings: readonly FoundThing[] = []): Remark[] {
  const say = useFindingText()
  const t = useText(catalogText)
  const found = findings.map(
    (finding): Remark => ({
      field: finding.field,
      text: say(finding),
      severity: finding.blocking ? 'error' : 'warning',
    }),
  )
  const { field, findings: lacking } = (refused?.problem.details ?? {}) as {
    readonly field?: string
    readonly findings?: readonly FoundThing[]
  }
  const refusals = lacking
    ? lacking.map((each): Remark => ({ field: each.field, text: say(each), severity: 'error' }))
    : []
  const own: Remark[] =
    field && !lacking ? [{ field, text: refused?.message || t('catalog.cannot'), severity: 'error' }] : []
  return [...own, ...refusals, ...found]
}

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import { useMemo, useState } from 'react'
import { catalogText, inLocale } from '#model/goods/catalog'
import { ApiProblem, ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import './goods.css'
import { KnowledgeCard } from './KnowledgeCard.tsx'
import { ListingPanel, useFindingText } from './ListingPanel.tsx'
import { ProductHead } from './PageHeads.tsx'
import { ProductFlags } from './ProductFlags.tsx'
import { ProductHistory } from './ProductHistory.tsx'
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
          about={!product && <NewAbout />}
          actions={<Actions product={product} />}
        >
          <SaveProblem problem={saving.refused} onReload={onReload} />
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

function NewAbout() {
  return useText(productText)('new.about')
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

/** What kept the form from being stored, above the page and beside its fields. */
function SaveProblem({
  problem,
  onReload,
}: {
  readonly problem: ApiProblem | undefined
  readonly onReload: (() => Promise<unknown>) | undefined
}) {
  const t = useText(productText)
  if (!problem) return null
  const isStale = problem.problem.code === 'catalog.changed_meanwhile'
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('not-saved', { reason: problem.message })}
      action={isStale && onReload && <Button onClick={() => void onReload()}>{t('reload')}</Button>}
    />
  )
}

interface Saving {
  readonly save: (form: ProductForm) => Promise<void>
  readonly refused: ApiProblem | undefined
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
  const [refused, setRefused] = useState<ApiProblem>()
  const [isBusy, setBusy] = useState(false)
  const [done] = useState({ is: false })
  const store = async (form: ProductForm) => {
    if (product) {
      await ask('PATCH /api/v1/admin/products/{id}', {
        path: { id: product.id },
        body: { ...requestOf(form, formOf(product)), version: product.version },
      })
      await onReload?.()
      return
    }
    const { id } = await ask('POST /api/v1/admin/products', { body: requestOf(form) })
    done.is = true
    await navigate({ to: `/products/${id}`, replace: true })
  }
  const save = async (form: ProductForm) => {
    setBusy(true)
    setRefused(undefined)
    const keepReason = (error: unknown) => {
      if (error instanceof ApiProblem) setRefused(error)
      throw error
    }
    await act(() => store(form).catch(keepReason), t('saved'))
    setBusy(false)
    await reload()
  }
  return { save, refused, forget: () => setRefused(undefined), isBusy, isDone: () => done.is }
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

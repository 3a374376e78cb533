import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { InputOf } from '#client'
import { catalogText } from '#model/goods/catalog'
import type { ProductStatus } from '#model/goods/listing'
import type { ViewFilters } from '#model/office/lists'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { type Counter, Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { useIsNarrow } from '../../frame/narrow.ts'
import { Page } from '../../frame/Page.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { categoryNames, useCategories } from './goods-data.ts'
import { StatusTag } from './ListingPanel.tsx'
import { Picture } from './Picture.tsx'
import { ProductBulk } from './ProductBulk.tsx'
import { ProductFilters } from './ProductFilters.tsx'
import { productsText } from './products-text.ts'
import './goods.css'
import { Button, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'

export type ProductRow = RowOf<'GET /api/v1/admin/products'>

const statuses: readonly ProductStatus[] = ['draft', 'checked', 'in_review', 'on_sale', 'delisted']

/** All products by where they stand, with what is done to many at once. */
export default function ProductsPage() {
  const t = useText(productsText)
  const navigate = useNavigate()
  const [listing, filter] = useListFilters('GET /api/v1/admin/products', [
    'status',
    'newListing',
    'text',
    'flag',
    'tag',
    'lifeStage',
  ])
  const [place] = useFilters(['category', 'brand'])
  const filters = { ...listing, ...place }
  const [chosen, setChosen] = useState<readonly ProductRow[]>([])
  const columns = useColumns()
  const listed = { ...listing, categoryId: place.category, brandId: place.brand }
  const reload = useReload('products')
  return (
    <Page title={t('title')} about={t('about')} actions={<Actions listed={listed} />}>
      <StatusCounters chosen={filters} onChoose={filter} />
      <ProductFilters filters={filters} onChange={filter} />
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/products"
        filters={listed}
        views={{ filter: asListed, count: viewCount }}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: `/products/${row.id}` })}
        selection={{ keys: chosen.map(({ id }) => id), onChange: (_, rows) => setChosen(rows) }}
        empty={{ says: t('empty'), next: <Actions listed={{}} /> }}
      />
      <div className="bulk-foot">
        {chosen.length > 0 && <ProductBulk products={chosen} onClear={() => setChosen([])} onDone={reload} />}
      </div>
    </Page>
  )
}

function Actions({ listed }: { readonly listed: Readonly<Record<string, string | undefined>> }) {
  const t = useText(productsText)
  const navigate = useNavigate()
  return (
    <>
      <Button onClick={() => void navigate({ to: '/products/grid', search: listed as never })}>{t('grid.all')}</Button>
      <Link to="/product-batches">
        <Button>{t('batches')}</Button>
      </Link>
      <ExportVerb kind="products" filters={listed} />
      <ExportVerb kind="prices" filters={listed} label={t('prices.export')} />
      <Verb permission="imports.run" onClick={() => void navigate({ to: '/imports/new' })}>
        {t('import')}
      </Verb>
      <Verb type="primary" permission="products.write" onClick={() => void navigate({ to: '/products/new' })}>
        {t('add')}
      </Verb>
    </>
  )
}

/** The words of the address as the list takes them. */
const asListed = ({ category: categoryId, brand: brandId, ...rest }: ViewFilters) => ({ ...rest, categoryId, brandId })

const viewCount = {
  most: 1_000,
  of: async (filters: ViewFilters) =>
    (await ask('GET /api/v1/admin/products/count', { query: asListed(filters) as CountFilter })).count,
}

type CountFilter = InputOf<'GET /api/v1/admin/products/count'>['query']

type Chosen = { readonly status?: string | undefined; readonly newListing?: string | undefined }

interface StatusCountersProps {
  readonly chosen: Chosen
  readonly onChoose: (standing: Chosen) => void
}

/** The way of a listing as numbers, and beside it the new ones whose limit is near or has passed. */
function StatusCounters({ chosen, onChoose }: StatusCountersProps) {
  const t = useText(productsText)
  const say = useText(catalogText)
  const { data } = useQuery(asking('GET /api/v1/admin/products/counters'))
  const counters: Counter[] = [
    { key: '', label: t('status.all') },
    ...statuses.map((status) => ({
      key: status,
      label: say(`catalog.status.${status}`),
      count: data?.counts[status],
    })),
    { key: 'near', label: t('new.near'), count: data?.newListings.near },
    { key: 'passed', label: t('new.passed'), count: data?.newListings.passed, alarming: true },
  ]
  const isLimit = (key: string) => key === 'near' || key === 'passed'
  return (
    <Counters
      label={t('status')}
      most={data?.most}
      counters={counters}
      chosen={chosen.newListing ?? chosen.status ?? ''}
      onChoose={(key) =>
        onChoose({ status: isLimit(key) ? undefined : key || undefined, newListing: isLimit(key) ? key : undefined })
      }
    />
  )
}

function useColumns(): Columns<ProductRow> {
  const t = useText(productsText)
  const say = useText(catalogText)
  const instantText = useInstantText()
  const language = useLocale()
  const isNarrow = useIsNarrow()
  const names = categoryNames(useCategories().data ?? [], language)
  const name = (row: ProductRow) => (
    <NameCell product={row} category={names.get(row.categoryId ?? '')} withFacts={isNarrow} />
  )
  if (isNarrow) return [{ key: 'product', title: t('product'), width: 300, render: (_, row) => name(row) }]
  return [
    { key: 'product', title: t('product'), width: 300, render: (_, row) => name(row) },
    { key: 'variants', title: t('variants'), width: 80, align: 'right', dataIndex: 'variants' },
    { key: 'price', title: t('price'), width: 150, align: 'right', render: (_, row) => priceRange(row) },
    {
      key: 'available',
      title: t('available'),
      width: 90,
      align: 'right',
      render: (_, row) => <Stock available={row.available} />,
    },
    {
      key: 'margin',
      title: t('margin'),
      width: 110,
      align: 'right',
      render: (_, row) => marginRange(row),
    },
    {
      key: 'stage',
      title: t('stage'),
      width: 90,
      render: (_, row) => row.lifeStage && <Tag>{say(`catalog.stage.${row.lifeStage}`)}</Tag>,
    },
    { key: 'status', title: t('status'), width: 170, render: (_, row) => <Standing product={row} /> },
    { key: 'changed', title: t('changed'), width: 140, render: (_, row) => instantText(row.updatedAt) },
  ]
}

interface NameCellProps {
  readonly product: ProductRow
  readonly category: string | undefined
  /** A phone has room for one column: what the others say stands below the name. */
  readonly withFacts: boolean
}

function NameCell({ product, category, withFacts }: NameCellProps) {
  const t = useText(productsText)
  return (
    <Flex gap="small" align="center">
      <Picture id={product.pictureId} alt="" size={44} />
      <Flex vertical style={{ minWidth: 0 }}>
        <Link to={`/products/${product.id}`}>{product.name}</Link>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {[product.firstSku, category].filter(Boolean).join(' · ')}
        </Typography.Text>
        {withFacts && (
          <Flex gap="small" align="center" wrap>
            <span>{priceRange(product)}</span>
            <span>
              {t('available')} <Stock available={product.available} />
            </span>
            <Standing product={product} />
          </Flex>
        )}
      </Flex>
    </Flex>
  )
}

/** Where a listing stands, and until when a new one must be on sale. */
function Standing({ product }: { readonly product: ProductRow }) {
  const t = useText(productsText)
  const instantText = useInstantText()
  const { listBy } = product
  const isPassed = listBy !== null && Date.parse(listBy) < Date.now()
  return (
    <Flex vertical align="start">
      <StatusTag product={product} />
      {listBy && (
        <Typography.Text type={isPassed ? 'danger' : 'secondary'} style={{ fontSize: 12 }}>
          {t(isPassed ? 'list.by.passed' : 'list.by', { at: instantText(listBy).slice(0, 10) })}
        </Typography.Text>
      )}
    </Flex>
  )
}

const priceRange = ({ from, to }: ProductRow): string => {
  if (!from || !to) return '—'
  return from.minor === to.minor ? moneyText(from) : `${moneyText(from)} – ${moneyText(to)}`
}

/** What is left over the cost, from the thinnest variant to the fattest. */
const marginRange = ({ margin }: ProductRow): string => {
  if (!margin) return '—'
  return margin.least === margin.most ? `${margin.least}%` : `${margin.least}% – ${margin.most}%`
}

function Stock({ available }: { readonly available: number | null }) {
  const t = useText(productsText)
  if (available === null) return <Typography.Text type="secondary">{t('available.uncounted')}</Typography.Text>
  return (
    <Typography.Text type={available > 0 ? undefined : 'danger'}>{available.toLocaleString('en-US')}</Typography.Text>
  )
}

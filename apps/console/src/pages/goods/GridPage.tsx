import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert, Button, Empty, Flex, Progress, Segmented, Typography } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { batchesText, fieldNeeds } from '#model/goods/batches'
import type { CategoryAttribute } from '#model/goods/catalog'
import { ask } from '../../frame/api.ts'
import { keyOf, useReload } from '../../frame/asking.ts'
import { useKeptList } from '../../frame/kept-list.ts'
import { LeaveWarning } from '../../frame/LeaveWarning.tsx'
import { ListTools } from '../../frame/ListTools.tsx'
import { useLocale, useText } from '../../frame/language.ts'
import { layOut } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { Verb } from '../../frame/Verb.tsx'
import { BatchOutcome } from './BatchOutcome.tsx'
import { GridCellBar } from './GridCellBar.tsx'
import { GridColumnWork } from './GridColumnWork.tsx'
import { type GridColumn, GridTable } from './GridTable.tsx'
import type { Words } from './grid-cells.ts'
import { columnWidths, factWidths } from './grid-columns.ts'
import { type Range, spanOf, through } from './grid-range.ts'
import {
  type Asked,
  afterSaving,
  columnsFor,
  factColumns,
  faultsIn,
  type Grid,
  type GridProduct,
  keepMine,
  openGrid,
  placeOf,
  type SavedBatch,
  stepBack,
  takeTheirs,
  toSave,
  typeInto,
} from './grid-state.ts'
import { gridText } from './grid-text.ts'
import { useWords } from './grid-words.ts'
import './grid.css'

/** Rows that are opened at once; more are reached by narrowing the list. */
const mostRows = 2_000

/** Many goods as a sheet: the ones that were chosen in the list, or all that its filters leave. */
export default function GridPage() {
  const t = useText(gridText)
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const [loaded, tell] = useState(0)
  const wanted = filterOf(search)
  const opened = useQuery({
    queryKey: keyOf('GET /api/v1/admin/product-cells', wanted),
    queryFn: () => openAll(wanted, tell),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const words = useWords()
  const chosen = Object.values(wanted).flat().length
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Link to="/product-batches">
            <Button>{t('batches')}</Button>
          </Link>
          <Link to="/products">
            <Button>{t('back')}</Button>
          </Link>
        </>
      }
    >
      {opened.isPending && <Progress percent={Math.min((loaded / mostRows) * 100, 99)} format={() => `${loaded}`} />}
      <Loaded query={opened}>
        {({ products, asked, isMore }) =>
          products.length === 0 ? (
            <Empty description={t(chosen > 0 ? 'empty.filtered' : 'empty')} />
          ) : (
            <>
              {isMore && <Alert type="info" showIcon title={t('more', { most: mostRows.toLocaleString('en-US') })} />}
              {words && <Sheet key={opened.dataUpdatedAt} {...{ products, asked, words }} reopen={opened.refetch} />}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

const filterNames = ['status', 'newListing', 'text', 'flag', 'tag', 'categoryId', 'brandId', 'lifeStage'] as const

/** What the address asks for: ids, or the filters of the list of products. */
function filterOf(search: Readonly<Record<string, unknown>>): Readonly<Record<string, string | string[]>> {
  if (search.ids) return { productIds: String(search.ids).split(',') }
  return Object.fromEntries(filterNames.flatMap((name) => (search[name] ? [[name, String(search[name])]] : [])))
}

async function openAll(wanted: Readonly<Record<string, string | string[]>>, tell: (rows: number) => void) {
  const products: GridProduct[] = []
  const asked = new Map<string, CategoryAttribute[]>()
  let rows = 0
  let cursor: string | undefined
  do {
    const page = await ask('GET /api/v1/admin/product-cells', { query: { ...wanted, limit: 100, cursor } })
    products.push(...page.rows)
    for (const { categoryId, attributes } of page.asked) asked.set(categoryId, [...attributes])
    rows = products.reduce((all, { variants }) => all + Math.max(variants.length, 1), 0)
    cursor = page.next
    tell(rows)
  } while (cursor && rows < mostRows)
  return { products, asked, isMore: cursor !== undefined }
}

interface SheetProps {
  readonly products: readonly GridProduct[]
  readonly asked: Asked
  readonly words: Words
  readonly reopen: () => Promise<unknown>
}

type Shown = 'all' | 'changed' | 'wrong'

function Sheet({ products, asked, words, reopen }: SheetProps) {
  const t = useText(gridText)
  const [grid, set] = useState(() => openGrid(products, asked))
  const [range, setRange] = useState<Range>({ anchor: { row: 0, col: 0 }, head: { row: 0, col: 0 } })
  const [shown, show] = useState<Shown>('all')
  const [isWhole, setWhole] = useState(false)
  const { columns, tools } = useColumns(grid.rows)
  const faults = useMemo(() => faultsIn(grid), [grid])
  const rows = useMemo(() => rowsShown(grid, shown, faults), [grid, shown, faults])
  const { save, busy, outcome } = useSaving(grid, set, isWhole)
  const ready = useMemo(() => toSave(grid), [grid])
  const column = columns[range.head.col]
  const row = rows[range.head.row]
  const active = row && column && placeOf(row, column.field)
  const type = (wishes: Parameters<typeof typeInto>[1]) =>
    wishes.length > 0 && set((now) => typeInto(now, wishes, words))
  const { top, bottom } = spanOf(range)
  return (
    <>
      <LeaveWarning isDirty={grid.edits.size > 0} />
      {outcome && <BatchOutcome saved={outcome} onUndone={reopen} />}
      <Flex gap="small" align="center" wrap className="grid-tools" role="toolbar" aria-label={t('tools')}>
        <Verb
          type="primary"
          loading={busy}
          blocked={ready.length === 0 && t(faults.size > 0 ? 'save.faults' : 'save.nothing')}
          onClick={save}
        >
          {t(hasRefused(grid) ? 'save.again' : 'save', { count: ready.length })}
        </Verb>
        <Verb blocked={grid.past.length === 0 && t('step.none')} onClick={() => set(stepBack)}>
          {t('step.back')}
        </Verb>
        {column && (
          <GridColumnWork
            column={column}
            grid={grid}
            words={words}
            chosen={top === bottom ? rows : through(top, bottom).flatMap((at) => rows[at] ?? [])}
            isAll={top === bottom}
            onType={type}
          />
        )}
        <Segmented<Shown>
          value={shown}
          aria-label={t('show')}
          options={[
            { value: 'all', label: t('show.all', { count: grid.rows.length.toLocaleString('en-US') }) },
            { value: 'changed', label: t('show.changed', { count: grid.edits.size.toLocaleString('en-US') }) },
            { value: 'wrong', label: t('show.wrong', { count: faults.size + refusedCells(grid) }) },
          ]}
          onChange={(next) => {
            setRange({ anchor: { row: 0, col: 0 }, head: { row: 0, col: 0 } })
            show(next)
          }}
        />
        <label className="grid-whole">
          <input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} /> {t('whole')}
        </label>
        <div className="grid-layout">{tools}</div>
      </Flex>
      <GridCellBar
        {...{ grid, words, faults, active, column }}
        onMine={(edit) => set((now) => keepMine(now, edit))}
        onTheirs={(edit) => set((now) => takeTheirs(now, edit))}
      />
      {rows.length === 0 ? (
        <Empty description={t(shown === 'wrong' ? 'wrong.none' : 'changed.none')} />
      ) : (
        <GridTable
          {...{ grid, rows, columns, words, faults, range }}
          onRange={setRange}
          onType={type}
          onStepBack={() => set(stepBack)}
          onSave={() => void save()}
        />
      )}
      <Typography.Text type="secondary">{t('keys')}</Typography.Text>
    </>
  )
}

const refusedCells = (grid: Grid): number => [...grid.edits.values()].filter(({ refusal }) => refusal).length
const hasRefused = (grid: Grid): boolean => refusedCells(grid) > 0

function rowsShown(grid: Grid, shown: Shown, faults: ReadonlyMap<string, unknown>) {
  if (shown === 'all') return grid.rows
  const keys = new Set(
    [...grid.edits]
      .filter(([key, { refusal }]) => shown === 'changed' || refusal || faults.has(key))
      .map(([, { place }]) => place.row.key),
  )
  return grid.rows.filter(({ key }) => keys.has(key))
}

/** One save is one batch; what was refused stays to be mended and saved again. */
function useSaving(grid: Grid, set: (change: (now: Grid) => Grid) => void, isWhole: boolean) {
  const t = useText(gridText)
  const act = useAct()
  const reload = useReload('products', 'prices', 'product-batches')
  const [busy, setBusy] = useState(false)
  const [outcome, tell] = useState<SavedBatch>()
  const save = async () => {
    const rows = toSave(grid)
    if (busy || rows.length === 0) return
    setBusy(true)
    await act(
      async () => {
        const saved = await ask('POST /api/v1/admin/product-batches', { body: { rows, whole: isWhole } })
        set((now) => afterSaving(now, saved))
        tell(saved)
      },
      t('answered', { count: rows.length.toLocaleString('en-US') }),
    )
    setBusy(false)
    await reload()
  }
  return { save, busy, outcome }
}

/** The columns as this person keeps them. */
function useColumns(rows: Grid['rows']): { readonly columns: readonly GridColumn[]; readonly tools: ReactNode } {
  const say = useText(batchesText)
  const { permissions } = useMe()
  const language = useLocale()
  const kept = useKeptList('product-cells')
  const own = columnsFor(permissions.includes('costs.read')).map((field) => ({
    field,
    title: say(`batches.field.${field}`),
    width: columnWidths[field],
    hiddenAtFirst: false,
  }))
  const facts = useMemo(() => factColumns(rows, language), [rows, language])
  const all = [
    ...own,
    ...facts.map(({ kind, ...fact }) => ({ ...fact, width: factWidths[kind], hiddenAtFirst: true })),
  ].map((column) => ({
    ...column,
    key: column.field as string,
    isOpen: fieldNeeds(column.field).every((needed) => permissions.includes(needed)),
  }))
  const columns = layOut(all, kept.layout) as unknown as readonly GridColumn[]
  return { columns, tools: <ListTools columns={all} kept={kept} /> }
}

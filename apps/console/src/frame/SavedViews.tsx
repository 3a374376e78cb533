import { useQueries } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Checkbox, Flex, Form, Input, Tooltip } from 'antd'
import { type SavedView, type ViewFilters, viewLimits } from '#model/office/lists'
import { ask } from './api.ts'
import { keyOf, useReload } from './asking.ts'
import { useText } from './language.ts'
import type { ListName } from './lists.ts'
import { listsPageText } from './lists-text.ts'
import { useAct } from './Problems.tsx'
import { useMay } from './session.ts'
import { frameText } from './text.ts'
import { AskingVerb } from './Verb.tsx'

/** How many rows a view has: bounded, so that no tab counts a million. */
export interface ViewCount {
  readonly of: (filters: ViewFilters) => Promise<number>
  /** More than this reads "99+". */
  readonly most: number
}

interface SavedViewsProps {
  readonly list: ListName
  readonly name: string
  readonly views: readonly SavedView[]
  readonly count: ViewCount
}

/** The cuts of a list that somebody saved, as tabs with what is in them now. */
export function SavedViews({ list, name, views, count }: SavedViewsProps) {
  const t = useText(listsPageText)
  const navigate = useNavigate()
  const now = useAddress()
  const counts = useQueries({
    queries: views.map(({ filters }) => ({
      queryKey: keyOf(list, 'count', filters),
      queryFn: () => count.of(filters),
      refetchInterval: 60_000,
      retry: false,
    })),
  })
  const chosen = views.find(({ filters }) => isSame(filters, now))
  const go = (filters: ViewFilters) => void navigate({ to: '.', search: filters as never, replace: false })
  return (
    <Flex gap={4} wrap align="center" role="group" aria-label={t('views')}>
      <Tab isChosen={Object.keys(now).length === 0} onChoose={() => go({})}>
        {t('view.all')}
      </Tab>
      {views.map((view, at) => (
        <Tooltip key={view.id} title={view.isMine ? undefined : t('view.of', { owner: view.ownerName })}>
          <span>
            <Tab isChosen={view === chosen} onChoose={() => go(view.filters)}>
              {view.name} <Count value={counts[at]?.data} most={count.most} />
            </Tab>
          </span>
        </Tooltip>
      ))}
      {chosen && <ChangeVerbs view={chosen} />}
      {!chosen && <SaveVerb name={name} now={now} views={views} />}
    </Flex>
  )
}

function Tab(props: { readonly isChosen: boolean; readonly onChoose: () => void; readonly children: React.ReactNode }) {
  return (
    <button type="button" className="view-tab" aria-pressed={props.isChosen} onClick={props.onChoose}>
      {props.children}
    </button>
  )
}

function Count({ value, most }: { readonly value: number | undefined; readonly most: number }) {
  if (value === undefined) return null
  return <span className="view-count">{value > most ? `${most.toLocaleString('en-US')}+` : value}</span>
}

interface ViewForm {
  readonly name: string
  readonly isShared: boolean
}

function ViewFields() {
  const t = useText(listsPageText)
  const frame = useText(frameText)
  return (
    <>
      <Form.Item
        name="name"
        label={t('view.name')}
        rules={[{ required: true, whitespace: true, message: frame('required') }]}
      >
        <Input autoFocus maxLength={viewLimits.name} />
      </Form.Item>
      <Form.Item name="isShared" valuePropName="checked">
        <Checkbox>{t('view.shared')}</Checkbox>
      </Form.Item>
    </>
  )
}

interface SaveVerbProps {
  readonly name: string
  readonly now: ViewFilters
  readonly views: readonly SavedView[]
}

/** Keeps what the address says; an own view of the same name is brought up to date. */
function SaveVerb({ name: list, now, views }: SaveVerbProps) {
  const t = useText(listsPageText)
  const reload = useReload('views')
  const save = ({ name, isShared }: ViewForm) => {
    const same = views.find((view) => view.isMine && view.name === name.trim())
    const body = { name, isShared, filters: { ...now } }
    return same
      ? ask('PUT /api/v1/admin/views/{id}', { path: { id: same.id }, body })
      : ask('POST /api/v1/admin/views', { body: { list, ...body } })
  }
  return (
    <AskingVerb<ViewForm>
      size="small"
      type="text"
      title={t('view.save.title')}
      blocked={Object.keys(now).length === 0 && t('view.nothing')}
      fields={<ViewFields />}
      initial={{ isShared: false }}
      work={save}
      onDone={reload}
    >
      {t('view.save')}
    </AskingVerb>
  )
}

function ChangeVerbs({ view }: { readonly view: SavedView }) {
  const t = useText(listsPageText)
  const { modal } = App.useApp()
  const mayRemove = useMay('staff.manage') || view.isMine
  const act = useAct()
  const reload = useReload('views')
  const path = { id: view.id }
  const remove = () =>
    modal.confirm({
      title: t('view.remove.title', { name: view.name }),
      content: view.isShared && t('view.remove.shared'),
      okButtonProps: { danger: true },
      onOk: async () => {
        if (await act(() => ask('DELETE /api/v1/admin/views/{id}', { path }), t('view.removed'))) await reload()
      },
    })
  return (
    <>
      {view.isMine && (
        <AskingVerb<ViewForm>
          size="small"
          type="text"
          title={t('view.change')}
          fields={<ViewFields />}
          initial={{ name: view.name, isShared: view.isShared }}
          work={(form) =>
            ask('PUT /api/v1/admin/views/{id}', { path, body: { ...form, filters: { ...view.filters } } })
          }
          onDone={reload}
        >
          {t('view.change')}
        </AskingVerb>
      )}
      {mayRemove && (
        <Button size="small" type="text" onClick={remove}>
          {t('view.remove')}
        </Button>
      )}
    </>
  )
}

/** What the address says now. */
function useAddress(): ViewFilters {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))
}

const isSame = (one: ViewFilters, other: ViewFilters): boolean => {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

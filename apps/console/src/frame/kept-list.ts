import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Layout, SavedView } from '#model/office/lists'
import { ask } from './api.ts'
import { asking, keyOf } from './asking.ts'
import { plainLayout } from './layout.ts'
import { useAct } from './Problems.tsx'
import { useMay } from './session.ts'

const question = 'GET /api/v1/admin/views'

export interface KeptList {
  readonly views: readonly SavedView[]
  readonly layout: Layout
  /** Whether people of this role keep anything. */
  readonly may: boolean
  readonly keep: (layout: Layout) => Promise<void>
}

/** How whoever is signed in keeps a list: its views, and the layout, which shows at once and is stored meanwhile. */
export function useKeptList(list: string): KeptList {
  const may = useMay('notices.read')
  const queries = useQueryClient()
  const act = useAct()
  const key = keyOf(question, { query: { list } })
  const { data } = useQuery({
    ...asking(question, { query: { list } }),
    queryKey: key,
    staleTime: 60_000,
    enabled: may,
  })
  const keep = async (layout: Layout) => {
    queries.setQueryData(key, data && { ...data, layout })
    const body = { list, layout: { ...layout, columns: [...layout.columns] } }
    await act(() => ask('PUT /api/v1/admin/layouts', { body }))
  }
  return { views: (data?.rows ?? []) as readonly SavedView[], layout: data?.layout ?? plainLayout, may, keep }
}

/** What a list is called where views and layouts are kept: `price-proposals` of `GET /api/v1/admin/price-proposals`. */
export const nameOfList = (list: string): string => list.split('/').slice(4).join('-')

import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'

export type ImportRow = AnswerOf<'GET /api/v1/admin/imports/{id}'>
export type ImportStatus = ImportRow['status']
export type ImportOptions = ImportRow['options']
export type Failure = AnswerOf<'GET /api/v1/admin/imports/{id}/failures'>[number]
export type Preview = AnswerOf<'POST /api/v1/admin/imports/files'>
export type Kind = AnswerOf<'GET /api/v1/admin/import-kinds'>[number]
type KindColumn = Kind['columns'][number]

/** The kinds of sheets this person may bring in. */
export const useKinds = () =>
  useQuery({ ...asking('GET /api/v1/admin/import-kinds'), staleTime: Number.POSITIVE_INFINITY })

/** The kind in the address; products where it says nothing. */
export function useKind(): [string, (kind: string) => void] {
  const [{ kind = 'products' }, change] = useFilters(['kind'])
  return [kind, (next) => change({ kind: next })]
}

/** What a sheet of this kind and layout may say. */
export function useColumnsOf(kind: string, dialect: string | null): readonly KindColumn[] | undefined {
  const found = useKinds().data?.find((each) => each.kind === kind)
  return found?.dialects.find(({ name }) => name === dialect)?.columns ?? found?.columns
}

export const isOver = ({ status }: Pick<ImportRow, 'status'>): boolean => status !== 'waiting' && status !== 'running'

/** Every field with its column or with a no, so that nothing is matched by name against a person's will. */
export const chosenColumns = (
  fields: readonly { readonly field: string }[],
  columns: Preview['columns'],
): Record<string, string | null> => Object.fromEntries(fields.map(({ field }) => [field, columns[field] ?? null]))

type Wanted = Pick<ImportRow, 'kind' | 'dialect' | 'fileId' | 'options' | 'dryRun'> & {
  readonly columns: Readonly<Record<string, string | null>>
}

export const requestImport = ({ dialect, ...wanted }: Wanted): Promise<ImportRow> =>
  ask('POST /api/v1/admin/imports', { body: { ...wanted, dialect: dialect ?? '' } })

export type ReversalState = AnswerOf<'GET /api/v1/admin/imports/{id}/reversal'>
export type ReversalPreview = AnswerOf<'GET /api/v1/admin/imports/{id}/reversal/preview'>
export type Remark = ReversalState['remarks'][number]

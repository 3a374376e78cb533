import { useQuery } from '@tanstack/react-query'
import type { Both } from '#model/goods/catalog'
import { get, post } from '../../frame/api.ts'
import { useFilters } from '../../frame/filters.ts'

export const importsPath = '/imports'

export type ImportStatus = 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'

export interface ImportOptions {
  readonly unknownCategory?: 'create' | 'report'
  readonly listing?: 'as_in_file' | 'draft'
  readonly pictureBase?: string
}

export interface ImportRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  /** The layout it was read as; null for our own. */
  readonly dialect: string | null
  readonly fileId: string
  readonly fileName: string
  readonly dryRun: boolean
  readonly status: ImportStatus
  readonly total: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly picturesWaiting: number
  readonly columns: Readonly<Record<string, string>>
  readonly options: ImportOptions
  /** What ended it, in words; null when nothing did. */
  readonly problem: string | null
  readonly actor: string
  readonly createdAt: string
  readonly finishedAt: string | null
}

export interface Failure {
  readonly row: number
  readonly field: string
  readonly message: string
  readonly value: string | null
}

export interface Preview {
  readonly fileId: string
  readonly fileName: string
  readonly format: string
  readonly encoding: string
  readonly dialect: string | null
  readonly remembered: boolean
  /** Another kind this sheet seems to be of. */
  readonly looksLike: string | null
  readonly rows: number
  readonly heads: readonly string[]
  readonly columns: Readonly<Record<string, string>>
  readonly missing: readonly string[]
  readonly sample: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[]
}

interface KindColumn {
  readonly field: string
  readonly heads: readonly string[]
  readonly required: boolean
  readonly label: Both
}

export interface Kind {
  readonly kind: string
  readonly label: Both
  /** Of our own layout. */
  readonly columns: readonly KindColumn[]
  readonly dialects: readonly { readonly name: string; readonly label: Both; readonly columns: readonly KindColumn[] }[]
}

/** The kinds of sheets this person may bring in. */
export const useKinds = () =>
  useQuery({
    queryKey: ['/import-kinds'],
    queryFn: () => get<readonly Kind[]>('/import-kinds'),
    staleTime: Number.POSITIVE_INFINITY,
  })

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
  post<ImportRow>(importsPath, { ...wanted, dialect: dialect ?? '' })

export interface Remark {
  readonly row: number
  readonly subject: string
  readonly label: string
  readonly outcome: 'reversed' | 'kept'
  readonly code: string
  readonly message: string
}

export interface ReversalState {
  readonly reversal: {
    readonly status: 'waiting' | 'running' | 'finished'
    readonly total: number
    readonly done: number
    readonly reversed: number
    readonly kept: number
    readonly actor: string
    readonly createdAt: string
    readonly finishedAt: string | null
  } | null
  readonly remarks: readonly Remark[]
}

export interface ReversalPreview {
  readonly effects: readonly { readonly subject: string; readonly did: 'created' | 'updated'; readonly count: number }[]
  readonly judged: number
  readonly kept: readonly Remark[]
}

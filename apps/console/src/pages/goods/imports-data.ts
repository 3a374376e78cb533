import { useQuery } from '@tanstack/react-query'
import type { Both } from '#model/goods/catalog'
import { get, post } from '../../frame/api.ts'

export const kind = 'products'
export const importsPath = '/imports'

export type ImportStatus = 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'

export interface ImportOptions {
  readonly unknownCategory?: 'create' | 'report'
  readonly listing?: 'as_in_file' | 'draft'
}

export interface ImportRow {
  readonly id: string
  readonly number: string
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
  readonly encoding: string
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

/** What a sheet of products may say. */
export const useKindColumns = () =>
  useQuery({
    queryKey: ['/import-kinds', kind],
    queryFn: () => get<{ readonly columns: readonly KindColumn[] }>(`/import-kinds/${kind}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const isOver = ({ status }: Pick<ImportRow, 'status'>): boolean => status !== 'waiting' && status !== 'running'

/** Every field with its column or with a no, so that nothing is matched by name against a person's will. */
export const chosenColumns = (
  fields: readonly { readonly field: string }[],
  columns: Preview['columns'],
): Record<string, string | null> => Object.fromEntries(fields.map(({ field }) => [field, columns[field] ?? null]))

type Wanted = Pick<ImportRow, 'fileId' | 'options' | 'dryRun'> & {
  readonly columns: Readonly<Record<string, string | null>>
}

export const requestImport = ({ fileId, columns, options, dryRun }: Wanted): Promise<ImportRow> =>
  post<ImportRow>(importsPath, { kind, fileId, columns, options, dryRun })

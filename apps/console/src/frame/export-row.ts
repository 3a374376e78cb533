import type { Both } from '#model/goods/catalog'

export interface ExportRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly label: Both
  readonly format: 'csv' | 'xlsx'
  readonly filter: Readonly<Record<string, string>>
  readonly personal: boolean
  readonly status: 'waiting' | 'running' | 'finished' | 'failed' | 'expired'
  /** Rows written so far. */
  readonly rows: number
  readonly bytes: number
  readonly downloadable: boolean
  readonly problem: string | null
  readonly actor: string
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly expiresAt: string | null
}

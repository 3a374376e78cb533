import { App } from 'antd'
import { ask } from '../../frame/api.ts'
import type { Preview } from './imports-data.ts'

/** Loads something; only a failure is said aloud. */
export function useQuietly(): (work: () => Promise<void>) => Promise<void> {
  const { message } = App.useApp()
  return (work) => work().catch((error: Error) => void message.error(error.message))
}

interface Reading {
  readonly kind: string
  readonly dialect?: string
  readonly columns?: Readonly<Record<string, string | null>>
}

export const previewOf = (fileId: string, reading: Reading): Promise<Preview> =>
  ask('POST /api/v1/admin/imports/files/{id}/preview', { path: { id: fileId }, body: reading })

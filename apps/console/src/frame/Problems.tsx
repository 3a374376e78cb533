import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, App, Button, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem } from './api.ts'
import { Contested } from './contest.tsx'
import { useText } from './language.ts'
import { useMissing } from './rights.ts'
import { frameText } from './text.ts'

/** Says what went wrong, in the server's words, with the id to quote. */
export function ProblemAlert({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const t = useText(frameText)
  const id = error instanceof ApiProblem ? error.problem.requestId : ''
  return (
    <Alert
      type="error"
      showIcon
      title={error.message || t('load.failed')}
      description={id ? t('problem.id', { id }) : undefined}
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  )
}

/** A page's data: a skeleton while it loads, the problem with a retry when it fails, then the page. */
export function Loaded<Data>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}) {
  if (query.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
  return children(query.data)
}

/** Runs a change and says how it went; `null` says nothing of success. */
export function useAct(): (work: () => Promise<unknown>, done?: string | null) => Promise<boolean> {
  const { message } = App.useApp()
  const t = useText(frameText)
  return async (work, done) => {
    try {
      await work()
      if (done !== null) message.success(done ?? t('done'))
      return true
    } catch (error) {
      if (!(error instanceof Contested)) message.error((error as Error).message, 6)
      return false
    }
  }
}

export function Forbidden({ permission }: { readonly permission: string }) {
  const t = useText(frameText)
  return <Result icon={null} title={t('forbidden')} subTitle={useMissing(permission)} />
}

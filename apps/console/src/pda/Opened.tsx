import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../frame/language.ts'
import { ProblemAlert } from '../frame/Problems.tsx'
import { pdaText } from './text.ts'

/** A task's first state from the server, fresh at every visit. */
export function Opened<View>({
  question,
  children,
}: {
  readonly question: { readonly queryKey: readonly unknown[]; readonly queryFn: () => Promise<View> }
  readonly children: (view: View, reload: () => void) => ReactNode
}) {
  const t = useText(pdaText)
  const found = useQuery({
    ...question,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <p>{t('loading')}</p>
  return children(found.data, () => void found.refetch())
}

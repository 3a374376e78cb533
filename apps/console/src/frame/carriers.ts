import { useQuery } from '@tanstack/react-query'
import { asking } from './asking.ts'
import { useLocale } from './language.ts'
import { useMay } from './session.ts'

/** A carrier's name in the reader's language; its code while names are on their way, or for whoever may not read them. */
export function useCarrierName(): (code: string) => string {
  const language = useLocale()
  const carriers = useQuery({
    ...asking('GET /api/v1/admin/carriers'),
    enabled: useMay('outbound.read'),
    staleTime: 300_000,
  })
  return (code) => carriers.data?.find((each) => each.code === code)?.name[language] ?? code
}

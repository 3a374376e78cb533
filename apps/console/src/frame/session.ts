import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from './api.ts'

export interface Me {
  readonly id: string
  readonly displayName: string
  readonly permissions: readonly string[]
  readonly shop: {
    readonly id: string
    readonly name: string
    readonly nameEn: string
    readonly currency: string
    readonly timeZone: string
    readonly isDemo: boolean
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => get<Me>('/me'),
  staleTime: 60_000,
  retry: false,
})

/** Whoever is signed in; pages below the frame can count on it. */
export const useMe = (): Me => useQuery(meQuery).data!

/** Whether whoever is signed in holds a permission. */
export function useMay(permission: string): boolean {
  return useQuery(meQuery).data?.permissions.includes(permission) ?? false
}

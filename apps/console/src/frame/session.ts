import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import { asking } from './asking.ts'

export type Me = AnswerOf<'GET /api/v1/admin/me'>

export const meQuery = queryOptions({
  ...asking('GET /api/v1/admin/me'),
  staleTime: 60_000,
  retry: false,
})

/** Whoever is signed in; pages below the frame can count on it. */
export const useMe = (): Me => useQuery(meQuery).data!

/** Whether whoever is signed in holds a permission. */
export function useMay(permission: string): boolean {
  return useQuery(meQuery).data?.permissions.includes(permission) ?? false
}

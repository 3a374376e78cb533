import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { AnswerOf } from '#client'
import { asking } from './asking.ts'

export type Me = AnswerOf<'GET /api/v1/admin/me'>

export const meQuery = queryOptions({
  ...asking('GET /api/v1/admin/me'),
  staleTime: 60_000,
  retry: false,
})

/** Whoever is signed in, as the gate knows them: asked once for all pages, because a long list asks in every row. */
export const SignedIn = createContext<Me | undefined>(undefined)

/** Whoever is signed in; pages below the frame can count on it. */
export const useMe = (): Me => use(SignedIn)!

/**
 * After a step of the sign-in: asks who it is, and anew whatever was refused. What a page holds stays as it is: after a session that ended, somebody goes on with what
 * they had typed.
 */
export function useSignInStep(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [topic], state }) => topic === 'me' || topic === 'sign-in' || state.status === 'error',
    })
}

/** Whether whoever is signed in holds a permission. */
export function useMay(permission: string): boolean {
  return use(SignedIn)?.permissions.includes(permission) ?? false
}

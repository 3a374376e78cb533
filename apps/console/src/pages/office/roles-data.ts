import { queryOptions } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'

export type Role = AnswerOf<'GET /api/v1/admin/roles'>[number]

export const rolesQuery = queryOptions(asking('GET /api/v1/admin/roles'))

/** What a role is called, in the reader's language; its code when it is gone. */
export const roleName = (roles: readonly Role[], code: string, language: 'zh' | 'en'): string =>
  roles.find((role) => role.code === code)?.name[language] ?? code

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import type { Locale } from '#kernel/text'
import { asking } from '../../frame/asking.ts'

type Category = AnswerOf<'GET /api/v1/admin/categories'>[number]

/** A category with those below it. */
export interface CategoryNode extends Category {
  readonly children: readonly CategoryNode[]
}

export type CategoryAttribute = AnswerOf<'GET /api/v1/admin/categories/{id}'>['attributes'][number]

const below = (all: readonly Category[], parentId: string | null): CategoryNode[] =>
  all
    .filter((category) => category.parentId === parentId)
    .map((category) => ({ ...category, children: below(all, category.id) }))

const categoriesQuery = queryOptions({
  ...asking('GET /api/v1/admin/categories'),
  staleTime: 60_000,
  select: (all) => below(all, null),
})

/** The tree of categories. */
export const useCategories = () => useQuery(categoriesQuery)

/** What products of a category state, including what the categories above it ask for; undefined while it loads. */
export function useAttributes(categoryId: string | null): readonly CategoryAttribute[] | undefined {
  const answer = useQuery({
    ...asking('GET /api/v1/admin/categories/{id}', { path: { id: categoryId ?? '' } }),
    enabled: categoryId !== null,
  })
  return answer.data?.attributes
}

const brandsQuery = queryOptions({ ...asking('GET /api/v1/admin/brands'), staleTime: 60_000 })

export const useBrands = () => useQuery(brandsQuery)

interface TreeOption {
  readonly value: string
  readonly title: string
  readonly children: TreeOption[]
}

/** Categories for a picker. */
export const treeOptions = (nodes: readonly CategoryNode[], language: Locale): TreeOption[] =>
  nodes.map(({ id, name, children }) => ({
    value: id,
    title: name[language],
    children: treeOptions(children, language),
  }))

/** A category and all those below it, by id, with the names from the top down. */
export function categoryNames(nodes: readonly CategoryNode[], language: Locale, above = ''): Map<string, string> {
  return new Map(
    nodes.flatMap(({ id, name, children }) => {
      const path = `${above}${name[language]}`
      return [[id, path] as const, ...categoryNames(children, language, `${path} / `)]
    }),
  )
}

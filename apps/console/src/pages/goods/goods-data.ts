import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Locale } from '#kernel/text'
import type { Brand, CategoryAttribute, CategoryNode } from '#model/goods/catalog'
import { get } from '../../frame/api.ts'

type FlatCategory = Omit<CategoryNode, 'children'>

export const categoriesQuery = queryOptions({
  queryKey: ['/categories'],
  queryFn: () => get<FlatCategory[]>('/categories').then((all) => below(all, null)),
  staleTime: 60_000,
})

const below = (all: readonly FlatCategory[], parentId: string | null): CategoryNode[] =>
  all
    .filter((category) => category.parentId === parentId)
    .map((category) => ({ ...category, children: below(all, category.id) }))

/** The tree of categories. */
export const useCategories = () => useQuery(categoriesQuery)

/** What products of a category state, including what the categories above it ask for; undefined while it loads. */
export function useAttributes(categoryId: string | null): readonly CategoryAttribute[] | undefined {
  const path = `/categories/${categoryId}`
  const answer = useQuery({
    queryKey: [path],
    queryFn: () => get<{ readonly attributes: readonly CategoryAttribute[] }>(path),
    enabled: categoryId !== null,
  })
  return answer.data?.attributes
}

export const brandsQuery = queryOptions({
  queryKey: ['/brands'],
  queryFn: () => get<Brand[]>('/brands'),
  staleTime: 60_000,
})

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
      return [[id as string, path] as const, ...categoryNames(children, language, `${path} / `)]
    }),
  )
}

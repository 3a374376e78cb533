import type { AttributeOption, Both } from '#model/goods/catalog'
import { newKey } from '../../frame/key.ts'
import type { CategoryAttribute, CategoryNode } from './goods-data.ts'

export interface AttributeForm {
  readonly key: string
  readonly code: string
  readonly kind: CategoryAttribute['kind']
  readonly required: boolean
  readonly name: Both
  /** One a line: `code=中文=English`. */
  readonly options: string
}

export interface CategoryForm {
  readonly name: Both
  readonly parentId: string | null
  readonly position: number
  readonly slug: string
  readonly attributes: readonly AttributeForm[]
}

export const newAttribute = (): AttributeForm => ({
  key: newKey(),
  code: '',
  kind: 'text',
  required: false,
  name: { zh: '', en: '' },
  options: '',
})

export const categoryFormOf = (
  { name, parentId, position, slug }: CategoryNode,
  own: readonly CategoryAttribute[],
): CategoryForm => ({
  name,
  parentId,
  position,
  slug,
  attributes: own.map((attribute) => ({ ...attribute, key: attribute.code, options: linesOf(attribute.options) })),
})

export const attributesOf = (form: CategoryForm): CategoryAttribute[] =>
  form.attributes.map(({ code, kind, required, name, options }) => ({
    ...{ code: code.trim(), kind, required },
    name: { zh: name.zh.trim(), en: name.en.trim() },
    options: kind === 'text' ? [] : optionsOf(options),
  }))

const linesOf = (options: readonly AttributeOption[]): string =>
  options.map(({ code, zh, en }) => `${code}=${zh}=${en}`).join('\n')

/** What is left out is taken from what stands before it. */
export function optionsOf(lines: string): AttributeOption[] {
  const found = lines.split('\n').map((line) => line.split('=').map((part) => part.trim()))
  return found.flatMap(([code = '', zh = code, en = zh]) =>
    code ? [{ code, zh: zh || code, en: en || zh || code }] : [],
  )
}

/** What a category asks for itself: what the category above does not ask for in the same way. */
export const ownOf = (all: readonly CategoryAttribute[], above: readonly CategoryAttribute[]): CategoryAttribute[] => {
  const inherited = new Set(above.map((attribute) => JSON.stringify(attribute)))
  return all.filter((attribute) => !inherited.has(JSON.stringify(attribute)))
}

export type Slip = { readonly at: number; readonly code: 'code.invalid' | 'name.invalid' | 'options.invalid' }

/** The first thing that is wrong with the attributes, by row. */
export function slipOf(form: CategoryForm): Slip | undefined {
  const attributes = attributesOf(form)
  for (const [at, { code, name, kind, options }] of attributes.entries()) {
    const isTwice = attributes.slice(0, at).some((earlier) => earlier.code === code)
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(code) || isTwice) return { at, code: 'code.invalid' }
    if (!name.zh || !name.en) return { at, code: 'name.invalid' }
    if (kind === 'choice' && options.length === 0) return { at, code: 'options.invalid' }
  }
  return undefined
}

/** A category by id, anywhere in the tree. */
export function findNode(nodes: readonly CategoryNode[], id: string | undefined): CategoryNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id)
    if (found) return found
  }
  return undefined
}

/** The tree without one branch: a category cannot lie below itself. */
export const without = (nodes: readonly CategoryNode[], id: string): CategoryNode[] =>
  nodes.filter((node) => node.id !== id).map((node) => ({ ...node, children: without(node.children, id) }))

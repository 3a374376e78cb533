import type { AnswerOf, ArgumentsOf, InputOf } from '#client'
import { ask } from './api.ts'
import type { Question } from './asking.ts'
import { useFilters } from './filters.ts'

/** A call that answers a page of rows, and where the next one begins. */
export type ListName = {
  [Name in Question]: IsList<AnswerOf<Name>, InputOf<Name>> extends true ? Name : never
}[Question]
type IsList<Answer, Input> = 'next' extends keyof Answer ? (Input extends { path: object } ? false : true) : false

export type RowOf<List extends ListName> =
  AnswerOf<List> extends { rows: readonly (infer Row extends object)[] } ? Row : never

type QueryOf<List extends ListName> = InputOf<List> extends { query?: infer Query } ? NonNullable<Query> : never

/** What a list can be filtered by; an address spells numbers and switches as text. */
export type FiltersOf<List extends ListName> = {
  readonly [Name in Exclude<keyof QueryOf<List>, 'cursor' | 'limit'>]?: Spelt<QueryOf<List>[Name]> | null
}
type Spelt<Value> = Value extends string | number | boolean
  ? Value | `${Value}`
  : Value extends readonly (infer Each)[]
    ? Value | Each
    : Value

/** What an address holds of a list's filters. */
export type ChosenOf<List extends ListName, Name extends keyof FiltersOf<List>> = {
  readonly [Each in Name]?: Extract<NonNullable<FiltersOf<List>[Each]>, string>
}

/** A list's filters as the address has them. A word that the list does not know is refused by the server. */
export function useListFilters<List extends ListName, Name extends keyof FiltersOf<List> & string>(
  _list: List,
  names: readonly Name[],
) {
  const [filters, change] = useFilters(names)
  return [filters as ChosenOf<List, Name>, change] as const
}

export interface PageOf<Row> {
  readonly rows: readonly Row[]
  readonly next?: string
}

/** One page of a list. That every list takes a cursor and answers rows, the compiler cannot see from its name. */
export const askPage = <List extends ListName>(
  list: List,
  filters: FiltersOf<List> | undefined,
  cursor?: string,
  limit = 50,
) =>
  ask(list, ...([{ query: { ...filters, cursor, limit } }] as unknown as ArgumentsOf<List>)) as Promise<
    PageOf<RowOf<List>>
  >

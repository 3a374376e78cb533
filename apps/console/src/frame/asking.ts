import { useQueryClient } from '@tanstack/react-query'
import type { AnswerOf, ArgumentsOf, InputOf, OperationName } from '#client'
import { ask } from './api.ts'

/** A call that changes nothing. */
export type Question = Extract<OperationName, `GET ${string}`>

/** What a change takes. */
export type BodyOf<Name extends OperationName> = InputOf<Name> extends { body: infer Body } ? Body : never

/** What a question is about: `orders` of `GET /api/v1/admin/orders/{id}`. */
export type Topic = FirstOf<Question extends `GET /api/v1/${string}/${infer Rest}` ? Rest : never>
type FirstOf<Path extends string> = Path extends `${infer First}/${string}` ? First : Path

/** A question as `useQuery` takes it. It is kept under its topic, so that a change can have everything about the topic asked again. */
export function asking<Name extends Question>(name: Name, ...input: ArgumentsOf<Name>) {
  const queryFn = (): Promise<AnswerOf<Name>> => ask(name, ...input)
  return { queryKey: keyOf(name, ...input), queryFn }
}

/** Under what a question's answer is kept. */
export const keyOf = (name: Question, ...more: readonly unknown[]): readonly unknown[] => [
  name.split('/')[4],
  name,
  ...more,
]

/** After a change: asks anew whatever the page shows of these topics, or of one question where the rest must stay as it is. */
export function useReload(...stale: readonly (Topic | Question)[]): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(stale.map((one) => queries.invalidateQueries({ queryKey: isQuestion(one) ? keyOf(one) : [one] })))
}

const isQuestion = (one: Topic | Question): one is Question => one.startsWith('GET ')

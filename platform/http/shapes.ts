import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Id } from '#kernel/id'

/** Lets a route's schema give its handler the types of body, query and params. */
export interface TypeBoxProvider extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  serializer: this['schema'] extends TSchema ? Answer<Static<this['schema']>> : unknown
}

/** What a handler may return for a schema: the rooms' values are read-only all the way down. */
type Answer<Value> = Value extends Temporal.Instant
  ? Value
  : Value extends readonly (infer Each)[]
    ? readonly Answer<Each>[]
    : Value extends object
      ? { readonly [Name in keyof Value]: Answer<Value[Name]> }
      : Value

/** What a file of routes is given. */
export type Routes = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxProvider
>

export const IdText = Type.String({ format: 'uuid' })
/** A branded id, so that a handler hands the right kind on without a cast. */
export const IdOf = <Kind extends string>() => Type.Unsafe<Id<Kind>>({ type: 'string', format: 'uuid' })
/** One of a room's words. */
export const OneOf = <Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words] })
export const IdParams = Type.Object({ id: IdText }, { additionalProperties: false })
export const Instant = Type.Unsafe<Temporal.Instant | string>({ type: 'string', format: 'date-time' })
export const MoneyJson = Type.Object(
  { minor: Type.Integer(), currency: Type.String({ minLength: 3, maxLength: 3 }) },
  { additionalProperties: false },
)
export const Empty = Type.Object({}, { additionalProperties: false })
/** Query of a list: a cursor from the page before and how many rows (1 to 100). */
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
}
export const PageOf = <Row extends TSchema>(row: Row) =>
  Type.Object({ rows: Type.Array(row), next: Type.Optional(Type.String()) })

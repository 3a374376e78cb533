import { type Context, systemActor } from '#platform/context'

/** What belongs to one request (its key, its deadline, its actor) has no place in a transaction for many. */
export const forMany = ({ repeat: _, seen: __, signal: ___, ...ctx }: Context, name: string): Context => ({
  ...ctx,
  actor: systemActor(name),
  origin: name,
})

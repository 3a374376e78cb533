/** What keeps two at once from doing what only one may. A race shows what it is for by failing without it. */
export interface Guard {
  readonly name: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly find: string
  readonly replace: string
}

export const guards = [
  {
    name: 'reserve what is free',
    file: 'modules/supply/inventory/reserve-stock.ts',
    find: `and (select count(quantity) = (select count(*) from wanted) and bool_and(enough) from locked)
        and l.on_hand - l.reserved >= w.quantity`,
    replace: '',
  },
] as const satisfies readonly Guard[]

export type GuardName = (typeof guards)[number]['name']

/** @throws when there is none of that name */
export const guardsNamed = (names: readonly string[]): Guard[] =>
  names.map((name) => {
    const guard = guards.find((each) => each.name === name)
    if (!guard) throw new Error(`there is no guard “${name}”`)
    return guard
  })

/** The source without the guard. @throws when the guard is not found exactly once: then nobody knows what the race would show */
export function without({ name, file, find, replace }: Guard, source: string): string {
  const found = source.split(find).length - 1
  if (found !== 1) throw new Error(`the guard “${name}” stands ${found} times in ${file}, not once`)
  return source.replace(find, () => replace)
}

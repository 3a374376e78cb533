import type { AccountId, Reader, Tx } from '#platform/context'

/** A part of the house that keeps data about people: it hands them out, says what stands against their end, and erases them. */
export interface PersonalData {
  /** `orders`: the name of its part in what a person gets. */
  readonly name: string
  /** Everything kept about the person, in all shops, opened. */
  readonly collect: (reader: Reader, accountId: AccountId) => Promise<unknown>
  /** Whether something is under way that needs the person still. */
  readonly isNeeded?: (reader: Reader, accountId: AccountId) => Promise<boolean>
  /** Takes out what tells who it was. What law makes us keep stays: orders with their recipients. */
  readonly erase?: (tx: Tx, accountId: AccountId) => Promise<void>
}

const parts = new Map<string, PersonalData>()

/** Makes a part known. Registering the same name again replaces it. */
export function registerPersonalData(all: readonly PersonalData[]): void {
  for (const part of all) parts.set(part.name, part)
}

export const personalData = (): readonly PersonalData[] => [...parts.values()]

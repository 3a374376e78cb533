import { expect } from 'vitest'
import { examine } from '#insight/doctor'
import type { Database } from '#platform/database'

/** Every check of the doctor holds over the whole database: to be asked after every fault. */
export async function sound(db: Database): Promise<void> {
  const found = await examine(db)
  expect(found.filter(({ broken }) => broken > 0).map(({ id, violations }) => ({ id, violations }))).toEqual([])
}

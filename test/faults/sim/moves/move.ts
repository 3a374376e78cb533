import type { Actor } from '#platform/context'
import type { Chance } from '../chance.ts'
import type { House } from '../house.ts'
import type { Model } from '../model.ts'

/** Where a move happens, and the chance it draws its choices from. */
export interface Scene {
  readonly house: House
  readonly model: Model
  readonly chance: Chance
}

/** Something that somebody does. It looks for somebody to whom it applies, and passes when there is nobody. */
export type Move = (scene: Scene) => Promise<void>

/** Moves by name with how often each comes. */
export type Moves = Readonly<Record<string, readonly [weight: number, move: Move]>>

const staff = (name: string, id: string): Actor => ({
  kind: 'staff',
  id: id as Actor['id'],
  name,
  permissions: new Set(['orders.bargain', 'orders.cancel', 'orders.change']),
})

/** Lin decides, Mei and Bao pick. */
export const lin = staff('Lin', '00000000-0000-7000-8000-000000000001')
export const mei = staff('Mei', '00000000-0000-7000-8000-000000000002')
export const bao = staff('Bao', '00000000-0000-7000-8000-000000000003')

import { refusal } from './refusal.ts'

export const mostPieces = 9_999

export const quantityOutOfRange = refusal(
  'invalid',
  'quantity.out_of_range',
  (d: { field: string; quantity: unknown; most: number }) =>
    `${String(d.quantity)} is no whole number from 1 to ${d.most}`,
)

/** A whole number of pieces, at least one. @throws quantityOutOfRange naming the field */
export function pieces(quantity: unknown, field = 'quantity'): number {
  if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1 || quantity > mostPieces)
    throw quantityOutOfRange({ field, quantity, most: mostPieces })
  return quantity
}

/** How many pieces all of these are together. */
export const piecesIn = (parts: readonly { readonly quantity: number }[]): number =>
  parts.reduce((all, { quantity }) => all + quantity, 0)

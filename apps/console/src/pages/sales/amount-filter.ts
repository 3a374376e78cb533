import { type Money, money, readMoney } from '#kernel/money'

/** What was typed of an amount, as the address keeps it: smallest units; nothing where it is no amount of the currency. */
export function amountTyped(text: string, currency: string): string | undefined {
  const typed = readMoney(text, currency)
  return typed && typed.minor >= 0 ? String(typed.minor) : undefined
}

/** The amount that an address keeps; nothing where somebody wrote something else into it. */
export function amountKept(kept: string | undefined, currency: string): Money | undefined {
  const minor = kept !== undefined && /^\d+$/.test(kept) ? Number(kept) : Number.NaN
  return Number.isSafeInteger(minor) ? money(minor, currency) : undefined
}

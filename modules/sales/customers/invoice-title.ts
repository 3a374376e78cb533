import { refusal } from '#kernel/refusal'
import { textTooLong } from './address.ts'
import { customerLimits, type InvoiceTitleInput } from './model.ts'
import { isTaxNumber } from './tax-number.ts'

export const titleNotFound = refusal(
  'not_found',
  'customers.title_not_found',
  (d: { titleId: string }) => `there is no invoice title ${d.titleId}`,
)
export const tooManyTitles = refusal(
  'conflict',
  'customers.too_many_titles',
  (d: { most: number }) => `at most ${d.most} invoice titles are kept`,
)
export const titleMissing = refusal(
  'invalid',
  'customers.title_missing',
  (_: { field: 'title' }) => 'an invoice needs a name',
)
export const taxNumberInvalid = refusal(
  'invalid',
  'customers.tax_number_invalid',
  (_: { field: 'taxNumber' }) => 'this is no unified social credit code',
)
export const emailInvalid = refusal(
  'invalid',
  'customers.email_invalid',
  (_: { field: 'email' }) => 'this is no e-mail address',
)

export interface CheckedTitle {
  readonly kind: 'personal' | 'company'
  readonly title: string
  readonly taxNumber: string | null
  readonly email: string | null
}

/** Tidies and checks a name for invoices: a company has a tax number with a right check digit, a person has none. @throws naming the field */
export function checkTitle({ kind, title, taxNumber = '', email = '' }: InvoiceTitleInput): CheckedTitle {
  const name = title.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (!name) throw titleMissing({ field: 'title' })
  if ([...name].length > customerLimits.invoiceTitle)
    throw textTooLong({ field: 'title', most: customerLimits.invoiceTitle })
  const number = taxNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (kind === 'company' && !isTaxNumber(number)) throw taxNumberInvalid({ field: 'taxNumber' })
  const address = email.trim()
  if (address && !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(address)) throw emailInvalid({ field: 'email' })
  return { kind, title: name, taxNumber: kind === 'company' ? number : null, email: address || null }
}

/** As an order takes it down: door of the checkout's picker (`invoiceWish`). */
export const wishOf = ({ kind, title, taxNumber, email }: CheckedTitle) => ({
  kind,
  title,
  ...(taxNumber && { taxNumber }),
  ...(email && { email }),
})

import { newId } from '#kernel/id'
import type { Actor, Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { lockBook, ownerOf } from './address-store.ts'
import { checkTitle, titleNotFound, tooManyTitles } from './invoice-title.ts'
import {
  type CustomerId,
  customerLimits,
  type InvoiceTitle,
  type InvoiceTitleId,
  type InvoiceTitleInput,
} from './model.ts'

type ActingReader = Reader & { readonly actor: Actor }

/** The names that the signed-in shopper has invoices made out to: the default first, then the newest. @throws signInNeeded */
export async function invoiceTitlesOf(reader: ActingReader): Promise<InvoiceTitle[]> {
  const rows = await titles(reader, ownerOf(reader.actor))
    .orderBy('is_default', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as InvoiceTitleId,
    kind: row.kind as InvoiceTitle['kind'],
    title: reader.vault.open(row.title_cipher),
    taxNumber: row.tax_number,
    email: row.email_cipher && reader.vault.open(row.email_cipher),
    isDefault: row.is_default,
  }))
}

const titles = ({ db }: Pick<Reader, 'db'>, customerId: CustomerId) =>
  db.selectFrom('sales.invoice_titles').selectAll().where('customer_id', '=', customerId)

/**
 * Keeps a name for invoices; the first is the default. Name and e-mail are sealed. The same name and number again is the one kept before.
 *
 * @throws titleMissing, taxNumberInvalid, emailInvalid, textTooLong naming the field; tooManyTitles
 */
export function addInvoiceTitle(ctx: Context, input: InvoiceTitleInput): Promise<InvoiceTitleId> {
  return transaction(ctx, async (tx) => {
    const { title, email, kind, taxNumber } = checkTitle(input)
    const { customerId } = await lockBook(tx)
    const kept = await invoiceTitlesOf(tx)
    const same = kept.find((each) => each.title === title && each.taxNumber === taxNumber && each.email === email)
    if (same) return same.id
    if (kept.length >= customerLimits.invoiceTitles) throw tooManyTitles({ most: customerLimits.invoiceTitles })
    const isDefault = kept.length === 0 || input.isDefault === true
    if (isDefault) await clearDefault(tx, customerId)
    const id = newId<'InvoiceTitle'>()
    await tx.db
      .insertInto('sales.invoice_titles')
      .values({
        id,
        customer_id: customerId,
        kind,
        title_cipher: tx.vault.seal(title),
        tax_number: taxNumber,
        email_cipher: email ? tx.vault.seal(email) : null,
        is_default: isDefault,
        created_at: tx.now,
      })
      .execute()
    return id
  })
}

/** Makes a name the one that is proposed. @throws titleNotFound also for another's */
export function makeDefaultTitle(ctx: Context, titleId: InvoiceTitleId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { customerId } = await lockBook(tx)
    await clearDefault(tx, customerId)
    const row = await tx.db
      .updateTable('sales.invoice_titles')
      .set({ is_default: true })
      .where('customer_id', '=', customerId)
      .where('id', '=', titleId)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw titleNotFound({ titleId })
  })
}

/** Takes a name out of the book. When it was the default, the newest of the rest takes its place. @throws titleNotFound also for another's */
export function removeInvoiceTitle(ctx: Context, titleId: InvoiceTitleId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { customerId } = await lockBook(tx)
    const gone = await tx.db
      .deleteFrom('sales.invoice_titles')
      .where('customer_id', '=', customerId)
      .where('id', '=', titleId)
      .returning('is_default')
      .executeTakeFirst()
    if (!gone) throw titleNotFound({ titleId })
    const [next] = await invoiceTitlesOf(tx)
    if (gone.is_default && next)
      await tx.db.updateTable('sales.invoice_titles').set({ is_default: true }).where('id', '=', next.id).execute()
  })
}

async function clearDefault({ db }: Tx, customerId: CustomerId): Promise<void> {
  await db
    .updateTable('sales.invoice_titles')
    .set({ is_default: false })
    .where('customer_id', '=', customerId)
    .where('is_default', '=', true)
    .execute()
}

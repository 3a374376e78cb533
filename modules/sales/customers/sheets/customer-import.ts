import { accountsText, maskPhone } from '#model/office/accounts'
import { ensureShopper, shoppersByPhone } from '#office/accounts'
import type { Tx } from '#platform/context'
import {
  type ImportDialect,
  type ImportKind,
  importsText,
  type Landed,
  type Landing,
  type RowProblem,
  type SheetRow,
  sheetText,
} from '#platform/imports'
import { customerLimits } from '../model.ts'
import { customersText } from '../text.ts'
import {
  type BroughtAddress,
  bringAddress,
  bringCustomer,
  type KnownCustomer,
  knownOf,
  setEmail,
} from './brought-store.ts'
import { customerColumns } from './customer-columns.ts'
import { customerImportText } from './customer-import-text.ts'
import { type FileCustomer, phoneKey, type ReadCustomer, readCustomer } from './read-customer.ts'
import { type CustomerEffect, reverseCustomers } from './reverse-customers.ts'

/**
 * Customers whom the shop knew before: name, mobile number, e-mail and addresses, sealed like everybody's. A number that has an
 * account is that shopper, whose name stays; nobody is asked into news by a file. The same sheet again changes nothing.
 */
export const customerImport = (): ImportKind => ({
  kind: 'customers',
  label: { zh: '客户', en: 'Customers' },
  permission: 'customers.import',
  columns: customerColumns,
  keyOf: phoneKey,
  prepare,
  dialects: [shopify],
  reverse: reverseCustomers,
  texts: { ...sheetText, ...importsText, ...accountsText, ...customersText, ...customerImportText },
})

const prepare = (groups: readonly (readonly SheetRow[])[]): Landing => landCustomers(groups.map(readCustomer))

/** What Shopify writes with "Export customers", in its earlier and later layouts. */
const shopify: ImportDialect = {
  name: 'shopify',
  label: { zh: 'Shopify 客户', en: 'Shopify customers' },
  recognises: (heads) => ['first name', 'last name', 'email', 'phone'].every((head) => heads.has(head)),
  columns: customerColumns,
  keyOf: phoneKey,
  prepare,
}

const landCustomers =
  (reads: readonly ReadCustomer[]): Landing =>
  async (tx, { dryRun }) => {
    const customers = reads.flatMap((read) => ('customer' in read ? [read.customer] : []))
    const accounts = await shoppersByPhone(
      tx,
      customers.map(({ phone }) => phone),
    )
    const known = await knownOf(
      tx,
      [...accounts.values()].map(({ id }) => id),
    )
    const landed: Landed[] = []
    for (const read of reads) {
      if ('problems' in read) landed.push({ outcome: 'failed', problems: read.problems })
      else {
        const account = accounts.get(read.customer.phone)
        landed.push(await landCustomer(tx, read.customer, { known: account && known.get(account.id), dryRun }))
      }
    }
    return landed
  }

interface Around {
  readonly known: KnownCustomer | undefined
  readonly dryRun: boolean
}

async function landCustomer(tx: Tx, file: FileCustomer, { known, dryRun }: Around): Promise<Landed> {
  const fresh = file.addresses.filter((address) => !known?.hasAddress(address))
  const problem = whyNot(file, known, fresh.length)
  if (problem) return { outcome: 'failed', problems: [problem] }
  const hasNews = fresh.length > 0 || (file.email !== '' && !known?.email) || !known?.isOurs
  if (known && !hasNews) return { outcome: 'unchanged' }
  const did = known ? 'updated' : 'created'
  return dryRun ? { outcome: did } : { outcome: did, effects: [await write(tx, file, did)] }
}

function whyNot(file: FileCustomer, known: KnownCustomer | undefined, fresh: number): RowProblem | undefined {
  const { row, email } = file
  if (email && known?.email && known.email !== email)
    return { row, field: 'email', code: 'customer_import.email_differs', value: email }
  const most = customerLimits.addresses
  if ((known?.addresses ?? 0) + fresh > most)
    return { row, field: 'street', code: 'customers.too_many_addresses', details: { most } }
  return undefined
}

/** Looks at the book again once the customer is locked: another sheet may have brought the same address a moment ago. */
async function write(tx: Tx, file: FileCustomer, did: CustomerEffect['did']): Promise<CustomerEffect> {
  const { row, phone, name, email, addresses } = file
  const { account, isNew } = await ensureShopper(tx, { phone, displayName: name })
  const isJoining = await bringCustomer(tx, { id: account.id, displayName: account.displayName })
  const known = (await knownOf(tx, [account.id])).get(account.id)!
  const fresh = addresses.filter((address) => !known.hasAddress(address))
  const emailMark = email ? await setEmail(tx, account.id, email) : null
  const brought: BroughtAddress[] = []
  for (const [at, address] of fresh.entries())
    brought.push(await bringAddress(tx, account.id, address, known.addresses === 0 && at === 0))
  const after = { isNew, isJoining, email: emailMark, addresses: brought }
  return { row, subject: 'customer', subjectId: account.id, label: maskPhone(phone), did, after }
}

import { Type } from 'typebox'
import { maskPhone } from '#model/office/accounts'
import type { CustomerId } from '#model/sales/customers'
import { consentsOf } from '#office/privacy'
import type { Context } from '#platform/context'
import { IdParams, IdText, Instant, MoneyJson, type Routes } from '#platform/http'
import { maskContact } from '#platform/messages'
import { type KnownPerson, personOf, revealCustomer } from '#sales/customers'
import { contactsWith } from '#sales/desk'
import { buyingOf } from '#sales/orders'
import { maskName, maskRecipient } from '#supply/shipping'
import { ContactJson } from '../desk-shapes.ts'
import { Nullable } from '../goods-shapes.ts'
import { ReasonBody, RecipientJson } from '../order-shapes.ts'

const AddressJson = Type.Object({ ...RecipientJson.properties, label: Type.String() })
const person = {
  id: IdText,
  name: Type.String(),
  phone: Nullable(Type.String({ description: 'Confirmed; a guest has none.' })),
  email: Nullable(Type.String()),
  addresses: Type.Array(AddressJson, {
    description: 'Those that the shop brought itself; a shopper’s own address book is nobody else’s.',
  }),
}
const CustomerJson = Type.Object({
  ...person,
  isGuest: Type.Boolean({ description: 'Neither number nor password: only the browser it was made in opens it.' }),
  isClosed: Type.Boolean({ description: 'The account was closed: nothing is left but its orders.' }),
  registeredAt: Instant,
  wantsNews: Type.Boolean(),
  newsChosenAt: Nullable(Instant),
  agreed: Type.Array(
    Type.Object({
      kind: Type.String({ description: '`privacy` or `terms`' }),
      version: Type.Integer(),
      origin: Type.String({ description: '`registration`, `sign_in` or `account`' }),
      at: Instant,
    }),
    { description: 'Policies and terms that were agreed to, the latest first.' },
  ),
  buying: Type.Object({
    orders: Type.Integer(),
    open: Type.Integer(),
    paid: MoneyJson,
    refunded: MoneyJson,
    firstAt: Nullable(Instant),
    lastAt: Nullable(Instant),
    recipients: Type.Array(
      Type.Object({ recipient: RecipientJson, orderId: IdText, orderNumber: Type.String(), lastAt: Instant }),
      { description: 'Whom orders went to, masked, each once with the latest of them.' },
    ),
  }),
})
const RevealedJson = Type.Object({ ...person, userName: Type.String() })
const ContactsJson = Type.Object({
  rows: Type.Array(Type.Object({ ...ContactJson.properties, orderId: IdText, orderNumber: Type.String() })),
})

/** Who buys in the shop: masked, and in full for whoever says why. */
export function customerRoutes(app: Routes): void {
  const tags = ['customers']
  app.get(
    '/api/v1/admin/customers/:id',
    {
      config: { needs: { staff: 'customers.read' } },
      schema: { tags, params: IdParams, response: { 200: CustomerJson } },
    },
    ({ context, params }) => customerPage(context, params.id as CustomerId),
  )
  app.post(
    '/api/v1/admin/customers/:id/reveal',
    {
      config: { needs: { staff: 'customers.reveal' } },
      schema: { tags, params: IdParams, body: ReasonBody, response: { 200: RevealedJson } },
    },
    async ({ context, params, body }) => {
      const { displayName, ...known } = await revealCustomer(context, { customerId: params.id as CustomerId, ...body })
      const phone = known.phone?.replace(/^\+86/, '') ?? null
      return { ...known, name: displayName, phone, addresses: known.addresses.map(labelled) }
    },
  )
  app.get(
    '/api/v1/admin/customers/:id/contacts',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, params: IdParams, response: { 200: ContactsJson } },
    },
    async ({ context, params }) => {
      const { id } = await personOf(context, params.id as CustomerId)
      return { rows: await contactsWith(context, id) }
    },
  )
}

async function customerPage(context: Context, customerId: CustomerId) {
  const known = await personOf(context, customerId)
  return {
    ...masked(known),
    agreed: await consentsOf(context, customerId),
    buying: await buyingOf(context, customerId),
  }
}

const masked = ({ userName: _, displayName, phone, email, addresses, ...known }: KnownPerson) => ({
  ...known,
  name: displayName && maskName(displayName),
  phone: phone && maskPhone(phone),
  email: email && maskContact(email),
  addresses: addresses.map((address) => ({ ...maskRecipient(address), label: address.label ?? '' })),
})

const labelled = (address: KnownPerson['addresses'][number]) => ({ ...address, label: address.label ?? '' })

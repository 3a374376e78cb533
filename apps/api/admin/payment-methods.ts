import { Type } from 'typebox'
import { accountFields, paymentMethods } from '#model/sales/payments'
import { IdText, MoneyJson, type Routes } from '#platform/http'
import { methodsOf, saveMethod } from '#sales/payments'

const Method = Type.Enum([...paymentMethods])
const Label = Type.Object(
  { zh: Type.String({ maxLength: 30 }), en: Type.String({ maxLength: 60 }) },
  { additionalProperties: false },
)
const Maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const fields = {
  enabled: Type.Boolean(),
  position: Type.Integer({ minimum: 1, maximum: 99 }),
  label: Label,
}
const MethodJson = Type.Object({
  method: Method,
  ...fields,
  least: Maybe(MoneyJson),
  most: Maybe(MoneyJson),
  account: Maybe(Type.String()),
  accountId: Maybe(IdText),
  notifyPath: Maybe(Type.String({ description: 'Where the provider of the shop’s own account must notify us.' })),
  available: Type.Boolean({ description: 'Whether there is any account behind it.' }),
})
const Minor = Maybe(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }))
const Secret = Type.Optional(Type.String({ minLength: 1, maxLength: 8_000 }))
const Account = Type.Object(
  Object.fromEntries([...new Set(Object.values(accountFields).flat())].map((field) => [field, Secret])),
  {
    additionalProperties: false,
    description: 'The shop’s own account with its keys, never shown again; null: the installation’s account.',
  },
)
const MethodBody = Type.Object(
  {
    method: Method,
    ...fields,
    leastMinor: Minor,
    mostMinor: Minor,
    account: Type.Optional(Maybe(Account)),
  },
  { additionalProperties: false },
)

const tags = ['payments']

/** How buyers may pay this shop. Keys go in and never come out. */
export function paymentMethodRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/payment-methods',
    { config: { needs: { staff: 'payments.read' } }, schema: { tags, response: { 200: Type.Array(MethodJson) } } },
    ({ context }) => methodsOf(context, context.outside.payments),
  )
  app.put(
    '/api/v1/admin/payment-methods',
    {
      config: { needs: { staff: 'settings.change' } },
      schema: { tags, body: MethodBody, response: { 200: MethodJson } },
    },
    ({ context, body }) => saveMethod(context, body),
  )
}

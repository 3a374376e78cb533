import { type TSchema, Type } from 'typebox'
import { type LotStatus, movementKinds, zones } from '#model/supply/inventory'
import { IdText, Instant, OneOf, PageOf } from '#platform/http'

export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Pieces = Type.Integer({ minimum: 1, maximum: 9_999 })
const DayText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const DayJson = Type.Unsafe<Temporal.PlainDate>({ type: 'string' })
const Both = Type.Object({ zh: Type.String(), en: Type.String() })
const Zone = OneOf(zones)
const LotStatusText = OneOf<LotStatus>(['released', 'blocked'])
export const Reason = Type.Object({ reason: Text(300) }, { additionalProperties: false })

export const warehouseFields = {
  code: Type.String({ pattern: '^[A-Za-z0-9-]{1,20}$' }),
  name: Text(60),
  nameEn: Text(60),
  contactName: Text(40),
  contactPhone: Text(30),
  districtCode: Type.String({ pattern: '^\\d{6}$' }),
  street: Text(200),
  priority: Type.Integer({ minimum: 0, maximum: 10_000 }),
  provinces: Type.Array(Type.String({ pattern: '^\\d{2}$' }), { maxItems: 40 }),
}
export const WarehouseJson = Type.Object({ id: IdText, ...warehouseFields, status: OneOf(['open', 'closed']) })
export const binFields = { code: Text(30), zone: Zone, pathOrder: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }
export const BinJson = Type.Object({ id: IdText, ...binFields })

export const ItemJson = Type.Object({
  variantId: IdText,
  sku: Type.String(),
  barcode: Nullable(Type.String()),
  name: Both,
  specification: Both,
  pictureId: Nullable(IdText),
  shelfLifeDays: Nullable(Type.Integer()),
})
export const StockRowJson = Type.Object({
  variantId: IdText,
  sku: Type.String(),
  name: Both,
  specification: Both,
  warehouseId: IdText,
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  available: Type.Integer(),
  quarantined: Type.Integer(),
  elsewhere: Type.Integer(),
  updatedAt: Instant,
})
export const BinStockJson = Type.Object({
  warehouseId: IdText,
  binId: IdText,
  bin: Type.String(),
  zone: Zone,
  lotId: IdText,
  lot: Type.String(),
  expiresOn: Nullable(DayJson),
  lotStatus: LotStatusText,
  quantity: Type.Integer(),
  allocated: Type.Integer(),
})
const MovementJson = Type.Object({
  id: IdText,
  at: Instant,
  kind: OneOf(movementKinds),
  quantity: Type.Integer(),
  sellable: Type.Boolean(),
  balance: Type.Integer(),
  bin: Type.String(),
  zone: Zone,
  lot: Type.String(),
  cause: Type.String(),
  causeId: IdText,
  reason: Type.String(),
  actorName: Type.String(),
})
export const ExplanationJson = Type.Object({
  item: ItemJson,
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  available: Type.Integer(),
  movements: PageOf(MovementJson),
  reservations: Type.Array(
    Type.Object({
      holder: IdText,
      orders: Type.Array(Type.Object({ id: IdText, number: Type.String() })),
      quantity: Type.Integer(),
      since: Instant,
      expiresAt: Nullable(Instant),
    }),
  ),
})
export const LotJson = Type.Object({
  id: IdText,
  number: Type.String(),
  producedOn: Nullable(DayJson),
  expiresOn: Nullable(DayJson),
  status: LotStatusText,
  firstInAt: Instant,
  lastInAt: Nullable(Instant),
  firstOutAt: Nullable(Instant),
  lastOutAt: Nullable(Instant),
  received: Type.Integer(),
  dispatched: Type.Integer(),
  onHand: Type.Integer(),
})
export const ExpiringJson = Type.Object({
  lotId: IdText,
  variantId: IdText,
  sku: Type.String(),
  name: Both,
  number: Type.String(),
  producedOn: Nullable(DayJson),
  expiresOn: DayJson,
  status: LotStatusText,
  quantity: Type.Integer(),
  daysLeft: Type.Integer(),
})

export const AdjustBody = Type.Object(
  {
    binId: IdText,
    lotId: IdText,
    variantId: IdText,
    change: Type.Integer({ minimum: -9_999, maximum: 9_999 }),
    reason: Text(300),
    seen: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
)
export const MoveBody = Type.Object(
  {
    fromBinId: IdText,
    toBinId: IdText,
    lotId: IdText,
    variantId: IdText,
    quantity: Pieces,
    reason: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export const ReceiptBody = Type.Object(
  {
    warehouseId: IdText,
    reason: Type.Optional(Type.String({ maxLength: 300 })),
    lines: Type.Array(
      Type.Object(
        {
          binId: IdText,
          variantId: IdText,
          quantity: Pieces,
          lot: Type.Object(
            { number: Text(60), producedOn: Type.Optional(DayText), expiresOn: Type.Optional(DayText) },
            { additionalProperties: false },
          ),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  { additionalProperties: false },
)

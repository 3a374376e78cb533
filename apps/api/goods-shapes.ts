import { Type } from 'typebox'
import type { Id } from '#kernel/id'
import { statusesOf } from '#kernel/steps'
import { lifeStages, listingSteps } from '#model/goods/catalog'
import { IdText, Instant, MoneyJson, OneOf } from '#platform/http'

/** An id in a body or an address, typed as the thing it names. */
export const IdOf = <Kind extends string>() => Type.Unsafe<Id<Kind>>({ type: 'string', format: 'uuid' })
export const NameJson = Type.Object({ zh: Type.String(), en: Type.String() })
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** The same value as what a response schema calls it: our lists are read-only, a schema's are not. */
export const open = <Value>(value: Value): Open<Value> => value as Open<Value>
type Open<Value> = Value extends string | number | boolean | null | undefined | Temporal.Instant
  ? Value
  : { -readonly [Key in keyof Value]: Open<Value[Key]> }

const short = (most: number) => Type.String({ maxLength: most })
const closed = { additionalProperties: false }

export const ProductStatusText = OneOf(statusesOf(listingSteps))
export const DelistedBecause = Nullable(OneOf(['by_hand', 'out_of_stock']))

export const LifeStageText = OneOf(lifeStages)

export const BothBody = Type.Object({ zh: short(500), en: short(500) }, closed)
const Words = Type.Array(short(200), { maxItems: 20 })
const TextBody = Type.Object(
  {
    name: short(500),
    title: Type.Optional(short(500)),
    description: Type.Optional(short(200_000)),
    sellingPoints: Type.Optional(Words),
    optionNames: Type.Optional(Words),
  },
  closed,
)
export const PriceBody = Type.Object(
  { list: MoneyJson, was: Type.Optional(Nullable(MoneyJson)), cost: Type.Optional(Nullable(MoneyJson)) },
  closed,
)
const VariantBody = Type.Object(
  {
    id: Type.Optional(IdOf<'Variant'>()),
    sku: short(200),
    barcode: Type.Optional(Nullable(short(100))),
    optionValues: Type.Optional(Type.Object({ zh: Type.Optional(Words), en: Type.Optional(Words) }, closed)),
    weightGrams: Type.Optional(Type.Integer()),
    requiresShipping: Type.Optional(Type.Boolean()),
    pictureId: Type.Optional(Nullable(IdOf<'Picture'>())),
    price: Type.Optional(Nullable(PriceBody)),
  },
  closed,
)
const flag = Type.Optional(Type.Boolean())
const parts = {
  slug: Type.Optional(short(300)),
  kind: Type.Optional(Type.Union([Type.Literal('goods'), Type.Literal('service')])),
  categoryId: Type.Optional(Nullable(IdOf<'Category'>())),
  brandId: Type.Optional(Nullable(IdOf<'Brand'>())),
  lifeStage: Type.Optional(Nullable(LifeStageText)),
  tags: Type.Optional(Type.Array(short(200), { maxItems: 200 })),
  keywords: Type.Optional(Type.Array(short(200), { maxItems: 200 })),
  attributes: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
      Type.Union([short(1_000), Type.Number(), BothBody]),
    ),
  ),
  flags: Type.Optional(
    Type.Object({ food: flag, perishable: flag, valuableSmall: flag, oversize: flag, nonStandard: flag }, closed),
  ),
  licence: Type.Optional(Nullable(short(200))),
  warrantyMonths: Type.Optional(Nullable(Type.Integer())),
  shelfLifeDays: Type.Optional(Nullable(Type.Integer())),
  variants: Type.Optional(Type.Array(VariantBody, { maxItems: 500 })),
  pictureIds: Type.Optional(Type.Array(IdOf<'Picture'>(), { maxItems: 200 })),
}
const texts = Type.Object({ zh: Type.Optional(TextBody), en: Type.Optional(TextBody) }, closed)

export const NewProductBody = Type.Object({ texts, ...parts }, closed)
export const ChangeProductBody = Type.Object(
  {
    version: Type.Optional(Type.Integer({ description: 'The version the page showed' })),
    texts: Type.Optional(texts),
    ...parts,
  },
  closed,
)

const TextJson = Type.Object({
  name: Type.String(),
  title: Type.String(),
  description: Type.String(),
  sellingPoints: Type.Array(Type.String()),
  optionNames: Type.Array(Type.String()),
})
const Lists = Type.Object({ zh: Type.Array(Type.String()), en: Type.Array(Type.String()) })
const PriceJson = Type.Object({ list: MoneyJson, was: Nullable(MoneyJson), cost: Nullable(MoneyJson) })
export const PictureJson = Type.Object({
  id: IdText,
  alt: NameJson,
  width: Type.Integer(),
  height: Type.Integer(),
  sharpness: Nullable(Type.Number({ description: 'In points; null: not measured yet' })),
  sourceUrl: Nullable(Type.String()),
  waits: Type.Boolean({ description: 'Known by its address only: no file yet' }),
  scene: Type.String({ description: 'The scene it shows, where it is so marked' }),
  painPoint: Type.String({ description: 'The pain point it shows solved' }),
})
export const FindingJson = Type.Object({
  field: Type.String(),
  code: Type.String(),
  message: Type.String(),
  blocking: Type.Boolean(),
})
export const FlagsJson = Type.Object({
  food: Type.Boolean(),
  perishable: Type.Boolean(),
  valuableSmall: Type.Boolean(),
  oversize: Type.Boolean(),
  nonStandard: Type.Boolean(),
})

export const ProductJson = Type.Object({
  id: IdText,
  slug: Type.String(),
  status: ProductStatusText,
  delistedBecause: DelistedBecause,
  rejection: Nullable(Type.String()),
  kind: OneOf(['goods', 'service']),
  categoryId: Nullable(IdText),
  brandId: Nullable(IdText),
  lifeStage: Nullable(LifeStageText),
  texts: Type.Object({ zh: Type.Optional(TextJson), en: Type.Optional(TextJson) }),
  tags: Type.Array(Type.String()),
  keywords: Type.Array(Type.String()),
  attributes: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), NameJson])),
  flags: FlagsJson,
  licence: Nullable(Type.String()),
  warrantyMonths: Nullable(Type.Integer()),
  shelfLifeDays: Nullable(Type.Integer()),
  variants: Type.Array(
    Type.Object({
      id: IdText,
      sku: Type.String(),
      barcode: Nullable(Type.String()),
      status: OneOf(['active', 'retired']),
      optionValues: Lists,
      weightGrams: Type.Integer(),
      requiresShipping: Type.Boolean(),
      pictureId: Nullable(IdText),
      price: Nullable(PriceJson),
    }),
  ),
  pictures: Type.Array(PictureJson),
  source: Nullable(Type.String()),
  sourceKey: Nullable(Type.String()),
  version: Type.Integer(),
  createdAt: Instant,
  updatedAt: Instant,
  onSaleAt: Nullable(Instant),
  listBy: Type.Optional(Nullable(Instant)),
  steps: Type.Array(Type.String(), { description: 'What may be done with the listing now' }),
  findings: Type.Array(FindingJson),
})

export const AttributeBody = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
    kind: Type.Union([Type.Literal('text'), Type.Literal('number'), Type.Literal('choice')]),
    required: Type.Boolean(),
    name: BothBody,
    options: Type.Array(
      Type.Object(
        { code: Type.String({ minLength: 1, maxLength: 60, pattern: '^[^=]+$' }), zh: short(100), en: short(100) },
        closed,
      ),
      { maxItems: 200 },
    ),
  },
  closed,
)

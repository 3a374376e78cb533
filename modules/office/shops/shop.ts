import { newId } from '#kernel/id'
import type { Currency } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { Reader, ShopId } from '#platform/context'
import type { Database, OpenTransaction } from '#platform/database'
import { remembered } from '#platform/remembered'
import type { Shop, ShopMode } from './model.ts'

export const shopNotFound = refusal(
  'not_found',
  'shops.not_found',
  (d: { shop: string }) => `there is no shop ${d.shop}`,
)
export const shopCodeTaken = refusal(
  'conflict',
  'shops.code_taken',
  (d: { field: 'code'; code: string }) => `the code ${d.code} is taken`,
)

export const onlyPlatform = refusal(
  'forbidden',
  'shops.only_platform',
  (_: object) => 'only the platform’s own shop opens shops and says as what they trade',
)

interface ShopRow {
  id: string
  code: string
  name: string
  name_en: string
  introduction: string
  introduction_en: string
  mode: string
  currency: string
  time_zone: string
  is_default: boolean
  is_demo: boolean
}

export const toShop = (row: ShopRow): Shop => ({
  id: row.id as ShopId,
  code: row.code,
  name: row.name,
  nameEn: row.name_en,
  introduction: row.introduction,
  introductionEn: row.introduction_en,
  mode: row.mode as Shop['mode'],
  currency: row.currency,
  timeZone: row.time_zone,
  isDefault: row.is_default,
  isDemo: row.is_demo,
})

/** The shop of this context. @throws shopNotFound */
export async function loadShop(reader: Pick<Reader, 'db' | 'shopId'>): Promise<Shop> {
  const row = await reader.db.selectFrom('office.shops').selectAll().where('id', '=', reader.shopId).executeTakeFirst()
  if (!row) throw shopNotFound({ shop: reader.shopId })
  return toShop(row)
}

/** The same for whoever can bear that it is three seconds old: every page and order asks for currency and zone. @throws shopNotFound */
export const knownShop = remembered<Shop>(loadShop)

/** The shop that answers at `/`; undefined before the first shop is opened. */
export async function defaultShop(db: Database): Promise<Shop | undefined> {
  const row = await db.selectFrom('office.shops').selectAll().where('is_default', '=', true).executeTakeFirst()
  return row && toShop(row)
}

export async function shopByCode(db: Database, code: string): Promise<Shop | undefined> {
  const row = await db.selectFrom('office.shops').selectAll().where('code', '=', code).executeTakeFirst()
  return row && toShop(row)
}

/** Every shop's id, for work that goes through all of them. */
export const allShopIds = async (db: Database): Promise<ShopId[]> =>
  (await db.selectFrom('office.shops').select('id').orderBy('id').execute()).map((row) => row.id as ShopId)

export interface OpenShop {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly introduction?: string
  readonly introductionEn?: string
  readonly mode?: ShopMode
  readonly currency?: Currency
  readonly timeZone?: string
  readonly isDefault?: boolean
  readonly isDemo?: boolean
}

/** Opens a shop. It has no staff and no goods yet. @throws shopCodeTaken */
export async function openShop(db: OpenTransaction, now: Temporal.Instant, shop: OpenShop): Promise<ShopId> {
  const id = newId<'Shop'>()
  const row = await db
    .insertInto('office.shops')
    .values({
      id,
      code: shop.code,
      name: shop.name,
      name_en: shop.nameEn,
      introduction: shop.introduction ?? '',
      introduction_en: shop.introductionEn ?? '',
      mode: shop.mode ?? 'b2c',
      currency: shop.currency ?? 'CNY',
      time_zone: shop.timeZone ?? 'Asia/Shanghai',
      is_default: shop.isDefault ?? false,
      is_demo: shop.isDemo ?? false,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw shopCodeTaken({ field: 'code', code: shop.code })
  return id
}

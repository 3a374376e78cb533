import { afterSalesClockJobs, afterSalesListeners, casesPersonalData } from '#care/after-sales'
import { parcelQuestionsPersonalData } from '#care/parcel-desk'
import { reviewsPersonalData } from '#care/reviews'
import { visitorDeskClockJobs, visitorQuestionsPersonalData } from '#care/visitor-desk'
import { catalogListeners } from '#goods/catalog'
import { listingClockJobs, listingListeners } from '#goods/listing'
import { filmFiles, mediaClockJobs, mediaListeners, pictureFiles } from '#goods/media'
import { pricesClockJobs } from '#goods/prices'
import { searchClockJobs } from '#goods/search'
import { contentClockJobs } from '#growth/content'
import { behaviourClockJobs, behaviourPersonalData } from '#insight/behaviour'
import { doctorClockJobs } from '#insight/doctor'
import { recommendationsClockJobs } from '#insight/recommendations'
import { slowSellersClockJobs } from '#insight/slow-sellers'
import type { Locale } from '#kernel/text'
import { accountsClockJobs, accountsPersonalData, phoneOf } from '#office/accounts'
import { noticesClockJobs, noticesListeners } from '#office/notices'
import { type PersonalData, privacyClockJobs, registerPersonalData } from '#office/privacy'
import { allShopIds } from '#office/shops'
import { type Context, type ShopId, systemActor } from '#platform/context'
import { type Database, openDatabase, purgeKeys, shareCommits } from '#platform/database'
import type { Listener } from '#platform/events'
import { exportClockJobs, exportFiles, exportListeners } from '#platform/exports'
import type { Identity } from '#platform/http'
import { importFiles, importListeners } from '#platform/imports'
import type { ClockJob } from '#platform/jobs'
import type { Log } from '#platform/log'
import {
  forgetMessages,
  messageClockJobs,
  messageListeners,
  messagesTo,
  registerMarketingConsent,
} from '#platform/messages'
import type { Outside } from '#platform/outside'
import { registerFileOwners, retentionClockJobs } from '#platform/retention'
import { openVault, type Vault } from '#platform/vault'
import { webhookClockJobs } from '#platform/webhooks'
import { bulkListeners } from '#sales/bulk'
import { cartsClockJobs } from '#sales/carts'
import { collectionsClockJobs, collectionsListeners } from '#sales/collections'
import { agreesToNews, customersListeners, customersPersonalData } from '#sales/customers'
import { deskClockJobs, deskListeners, deskPersonalData } from '#sales/desk'
import { favouritesClockJobs, favouritesPersonalData } from '#sales/favourites'
import { ordersClockJobs, ordersListeners, ordersPersonalData } from '#sales/orders'
import { paymentsClockJobs, paymentsListeners } from '#sales/payments'
import { settlementClockJobs, settlementListeners } from '#sales/settlement'
import { inventoryClockJobs, inventoryListeners } from '#supply/inventory'
import { shippingClockJobs, shippingListeners } from '#supply/shipping'
import { warehouseListeners } from '#supply/warehouse'
import { registerExports } from './exports.ts'
import { registerImports } from './imports.ts'
import { cardFiles } from './storefront/card-files.ts'
import { registerHouseWebhooks, webhookListeners } from './webhooks/index.ts'

/** Who is told of what: every listener of the house, floor by floor. There are no others. */
export const listeners: readonly Listener[] = [
  ...messageListeners,
  ...importListeners,
  ...exportListeners,
  ...noticesListeners,
  ...catalogListeners,
  ...listingListeners,
  ...mediaListeners,
  ...inventoryListeners,
  ...shippingListeners,
  ...warehouseListeners,
  ...customersListeners,
  ...paymentsListeners,
  ...collectionsListeners,
  ...ordersListeners,
  ...deskListeners,
  ...bulkListeners,
  ...settlementListeners,
  ...afterSalesListeners,
  ...webhookListeners,
]

const messagesPersonalData: PersonalData = {
  name: 'messages',
  collect: messagesTo,
  erase: async (tx, accountId) => forgetMessages(tx, { accountId, phone: await phoneOf(tx, accountId) }),
}

/** Who keeps data about people. There is nobody else. Messages are found by the number that the account is about to lose. */
export const personalData: readonly PersonalData[] = [
  messagesPersonalData,
  accountsPersonalData,
  customersPersonalData,
  favouritesPersonalData,
  ordersPersonalData,
  deskPersonalData,
  casesPersonalData,
  parcelQuestionsPersonalData,
  reviewsPersonalData,
  behaviourPersonalData,
  visitorQuestionsPersonalData,
]

/** What comes back by the clock. */
export const clockJobs: readonly ClockJob[] = [
  { name: 'platform.purgeKeys', everyMinutes: 60, run: purgeKeys },
  ...retentionClockJobs,
  ...webhookClockJobs,
  ...messageClockJobs,
  ...exportClockJobs,
  ...noticesClockJobs,
  ...accountsClockJobs,
  ...privacyClockJobs,
  ...listingClockJobs,
  ...mediaClockJobs,
  ...pricesClockJobs,
  ...searchClockJobs,
  ...slowSellersClockJobs,
  ...inventoryClockJobs,
  ...shippingClockJobs,
  ...cartsClockJobs,
  ...favouritesClockJobs,
  ...paymentsClockJobs,
  ...settlementClockJobs,
  ...ordersClockJobs,
  ...collectionsClockJobs,
  ...deskClockJobs,
  ...afterSalesClockJobs,
  ...behaviourClockJobs,
  ...visitorDeskClockJobs,
  ...contentClockJobs,
  ...recommendationsClockJobs,
  ...doctorClockJobs,
]

/** The opened house: one database, the world outside, and contexts for whoever comes in. */
export interface House {
  readonly db: Database
  /** Two connections that only callbacks of providers use: a payment is heard however full the shop is. */
  readonly callbacks: Database
  readonly databaseUrl: string
  readonly outside: Outside
  readonly vault: Vault
  readonly log: Log
  shops(): Promise<ShopId[]>
  /** For a request: as this person, now. */
  contextFor(identity: Identity, origin: string): Context
  /** For work of the house itself in a shop, now. */
  systemContext(shopId: ShopId, origin: string): Context
  close(): Promise<void>
}

export interface OpenHouse {
  readonly databaseUrl: string
  readonly secret: Uint8Array
  readonly outside: Outside
  readonly log: Log
  readonly maxConnections?: number
  readonly poolWaitMillis?: number
  readonly now?: () => Temporal.Instant
}

/** Opens the database (already migrated) and puts the house together. */
export function openHouse({
  databaseUrl,
  secret,
  outside,
  log,
  maxConnections,
  poolWaitMillis,
  now = Temporal.Now.instant,
}: OpenHouse): House {
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  const db = openDatabase({ url: databaseUrl, maxConnections, poolWaitMillis, onError })
  const callbacks = openDatabase({ url: databaseUrl, maxConnections: 2, poolWaitMillis: 5_000, onError })
  shareCommits(db, callbacks)
  const vault = openVault(secret)
  const shared = { db, outside, vault }
  registerImports()
  registerPersonalData(personalData)
  registerFileOwners([importFiles, exportFiles, pictureFiles, filmFiles, cardFiles])
  registerMarketingConsent(agreesToNews)
  registerHouseWebhooks()
  registerExports()
  return {
    ...shared,
    callbacks,
    databaseUrl,
    log,
    shops: () => allShopIds(db),
    contextFor: ({ actor, shopId, locale, isCallback }, origin) => ({
      ...shared,
      ...(isCallback && { db: callbacks }),
      actor,
      shopId,
      locale,
      origin,
      now: now(),
    }),
    systemContext: (shopId, origin) => ({
      ...shared,
      actor: systemActor(origin),
      shopId,
      locale: 'zh' satisfies Locale,
      origin,
      now: now(),
    }),
    async close() {
      await callbacks.destroy()
      await db.destroy()
    },
  }
}

import type { Texts } from '#kernel/text'
import { afterSalesText } from '#model/care/after-sales'
import { parcelDeskText } from '#model/care/parcel-desk'
import { reviewsText } from '#model/care/reviews'
import { visitorDeskText } from '#model/care/visitor-desk'
import { batchesText } from '#model/goods/batches'
import { catalogText } from '#model/goods/catalog'
import { headsText } from '#model/goods/heads'
import { knowledgeText } from '#model/goods/knowledge'
import { listingText } from '#model/goods/listing'
import { mediaText } from '#model/goods/media'
import { pricesText } from '#model/goods/prices'
import { screeningText } from '#model/goods/screening'
import { searchText } from '#model/goods/search'
import { contentText } from '#model/growth/content'
import { behaviourText } from '#model/insight/behaviour'
import { doctorText } from '#model/insight/doctor'
import { accountsText } from '#model/office/accounts'
import { confidentialityText } from '#model/office/confidentiality'
import { ledgerText } from '#model/office/ledger'
import { listsText } from '#model/office/lists'
import { noticesText } from '#model/office/notices'
import { privacyText } from '#model/office/privacy'
import { rolesText } from '#model/office/roles'
import { shopsText } from '#model/office/shops'
import { tasksText } from '#model/office/tasks'
import { bulkText } from '#model/sales/bulk'
import { cartsText } from '#model/sales/carts'
import { collectionsText } from '#model/sales/collections'
import { customersText } from '#model/sales/customers'
import { deskText } from '#model/sales/desk'
import { favouritesText } from '#model/sales/favourites'
import { ordersText } from '#model/sales/orders'
import { paymentsText } from '#model/sales/payments'
import { promotionsText } from '#model/sales/promotions'
import { rulesText } from '#model/sales/rules'
import { settlementText } from '#model/sales/settlement'
import { vouchersText } from '#model/sales/vouchers'
import { inventoryText } from '#model/supply/inventory'
import { shippingText } from '#model/supply/shipping'
import { transfersText } from '#model/supply/transfers'
import { warehouseText } from '#model/supply/warehouse'
import { backupText } from '#platform/backup'
import { carrierTexts } from '#platform/carriers'
import { exportsText } from '#platform/exports'
import { importsText, sheetText } from '#platform/imports'
import { messagesText } from '#platform/messages'
import { paymentTexts } from '#platform/payments'
import { personalReadsText } from '#platform/personal-reads'
import { regionsText } from '#platform/regions'
import { webhooksText } from '#platform/webhooks'
import { fieldTexts } from './api/field-words.ts'
import { apiText } from './api/text.ts'
import { docsText } from './docs/text.ts'

/** Every text of the rooms and of the HTTP edge, by key. */
export const houseTexts: Texts = {
  ...apiText,
  ...fieldTexts,
  ...docsText,
  ...carrierTexts,
  ...paymentTexts,
  ...backupText,
  ...messagesText,
  ...personalReadsText,
  ...importsText,
  ...regionsText,
  ...webhooksText,
  ...sheetText,
  ...exportsText,
  ...accountsText,
  ...confidentialityText,
  ...ledgerText,
  ...noticesText,
  ...privacyText,
  ...rolesText,
  ...shopsText,
  ...tasksText,
  ...listsText,
  ...batchesText,
  ...catalogText,
  ...knowledgeText,
  ...headsText,
  ...listingText,
  ...mediaText,
  ...pricesText,
  ...screeningText,
  ...searchText,
  ...inventoryText,
  ...shippingText,
  ...warehouseText,
  ...cartsText,
  ...collectionsText,
  ...customersText,
  ...favouritesText,
  ...ordersText,
  ...paymentsText,
  ...deskText,
  ...bulkText,
  ...promotionsText,
  ...rulesText,
  ...settlementText,
  ...vouchersText,
  ...afterSalesText,
  ...parcelDeskText,
  ...reviewsText,
  ...visitorDeskText,
  ...transfersText,
  ...contentText,
  ...doctorText,
  ...behaviourText,
}

import type { Routes } from '#platform/http'
import { houseTexts } from '../texts.ts'
import { staffRoutes } from './admin/accounts.ts'
import { auditRoutes } from './admin/audit.ts'
import { behaviourRoutes } from './admin/behaviour.ts'
import { billRoutes } from './admin/bills.ts'
import { carrierChoiceRoutes } from './admin/carrier-choice.ts'
import { caseRatingRoutes } from './admin/case-ratings.ts'
import { staffCaseRoutes } from './admin/cases.ts'
import { cashRoutes } from './admin/cash.ts'
import { categoryRoutes } from './admin/categories.ts'
import { confidentialityRoutes } from './admin/confidentiality.ts'
import { customerRoutes } from './admin/customers.ts'
import { detailPartRoutes } from './admin/detail-parts.ts'
import { exportRoutes } from './admin/exports.ts'
import { findRoutes } from './admin/find.ts'
import { headRoutes } from './admin/heads.ts'
import { healthRoutes } from './admin/health.ts'
import { homeRoutes } from './admin/home.ts'
import { importRoutes } from './admin/imports.ts'
import { jobRoutes } from './admin/jobs.ts'
import { keyRoutes } from './admin/keys.ts'
import { knowledgeRoutes } from './admin/knowledge.ts'
import { listingPlanRoutes } from './admin/listing-plans.ts'
import { listRoutes } from './admin/lists.ts'
import { messageRoutes } from './admin/messages.ts'
import { officeRoutes } from './admin/office.ts'
import { orderBulkRoutes } from './admin/order-bulk.ts'
import { orderDispatchRoutes } from './admin/order-dispatch.ts'
import { orderHandlingRoutes } from './admin/order-handling.ts'
import { orderReportRoutes } from './admin/order-reports.ts'
import { orderRuleRoutes } from './admin/order-rules.ts'
import { orderTagRoutes } from './admin/order-tags.ts'
import { orderTwinRoutes } from './admin/order-twin.ts'
import { staffOrderRoutes } from './admin/orders.ts'
import { outboundRoutes } from './admin/outbound.ts'
import { parcelDeskRoutes } from './admin/parcel-desk.ts'
import { passkeyRoutes } from './admin/passkeys.ts'
import { paymentMethodRoutes } from './admin/payment-methods.ts'
import { payoutRoutes } from './admin/payouts.ts'
import { pdaRoutes } from './admin/pda.ts'
import { staffPictureRoutes } from './admin/pictures.ts'
import { policyRoutes } from './admin/policies.ts'
import { priceRoutes } from './admin/prices.ts'
import { productBatchRoutes } from './admin/product-batches.ts'
import { productionRoutes } from './admin/productions.ts'
import { productRoutes } from './admin/products.ts'
import { recommendationRoutes } from './admin/recommendations.ts'
import { reductionRoutes } from './admin/reductions.ts'
import { refundRoutes } from './admin/refunds.ts'
import { adminReviewRoutes } from './admin/reviews.ts'
import { roleRoutes } from './admin/roles.ts'
import { screeningRoutes } from './admin/screening.ts'
import { searchAdminRoutes } from './admin/search.ts'
import { secondFactorRoutes } from './admin/second-factor.ts'
import { sellingRoutes } from './admin/selling.ts'
import { sessionRoutes } from './admin/sessions.ts'
import { settingRoutes } from './admin/settings.ts'
import { shippingRoutes } from './admin/shipping.ts'
import {
  announcementRoutes,
  shopPagePictureRoutes,
  shopPagePublishingRoutes,
  shopPageRoutes,
} from './admin/shop-pages.ts'
import { shopRoutes } from './admin/shops.ts'
import { stockRoutes } from './admin/stock.ts'
import { taskRoutes } from './admin/tasks.ts'
import { teamRoutes } from './admin/team.ts'
import { transferRoutes } from './admin/transfers.ts'
import { videoAdminRoutes } from './admin/videos.ts'
import { visitorDeskRoutes } from './admin/visitor-desk.ts'
import { staffVoucherRoutes } from './admin/vouchers.ts'
import { webhookRoutes } from './admin/webhooks.ts'
import { partnerKeyRoutes } from './partner/key.ts'
import { shipmentRoutes } from './partner/shipments.ts'
import { carrierPushRoutes } from './provider/carriers.ts'
import { paymentNoticeRoutes } from './provider/payments.ts'
import { accountRoutes } from './store/accounts.ts'
import { addressRoutes } from './store/addresses.ts'
import { cartRoutes } from './store/cart.ts'
import { caseRoutes } from './store/cases.ts'
import { catalogRoutes } from './store/catalog.ts'
import { checkoutRoutes } from './store/checkout.ts'
import { eventRoutes } from './store/events.ts'
import { favouriteRoutes } from './store/favourites.ts'
import { orderRoutes } from './store/orders.ts'
import { paymentRoutes } from './store/payments.ts'
import { pictureRoutes } from './store/pictures.ts'
import { privacyRoutes } from './store/privacy.ts'
import { questionRoutes } from './store/questions.ts'
import { readAddressRoutes } from './store/read-address.ts'
import { regionRoutes } from './store/regions.ts'
import { reviewRoutes } from './store/reviews.ts'
import { searchRoutes } from './store/search.ts'
import { videoRoutes } from './store/videos.ts'
import { voucherRoutes } from './store/vouchers.ts'

/** For shoppers: their own things and what anybody may see. */
const store = [
  accountRoutes,
  addressRoutes,
  cartRoutes,
  caseRoutes,
  catalogRoutes,
  searchRoutes,
  checkoutRoutes,
  favouriteRoutes,
  eventRoutes,
  orderRoutes,
  paymentRoutes,
  pictureRoutes,
  videoRoutes,
  videoAdminRoutes,
  readAddressRoutes,
  privacyRoutes,
  regionRoutes,
  questionRoutes,
  reviewRoutes,
  voucherRoutes,
]

/** For staff, by permission. */
const admin = [
  staffRoutes,
  auditRoutes,
  staffCaseRoutes,
  carrierChoiceRoutes,
  behaviourRoutes,
  billRoutes,
  cashRoutes,
  payoutRoutes,
  refundRoutes,
  categoryRoutes,
  healthRoutes,
  exportRoutes,
  findRoutes,
  customerRoutes,
  detailPartRoutes,
  importRoutes,
  keyRoutes,
  knowledgeRoutes,
  headRoutes,
  listingPlanRoutes,
  messageRoutes,
  staffOrderRoutes,
  orderHandlingRoutes,
  orderReportRoutes,
  outboundRoutes,
  parcelDeskRoutes,
  transferRoutes,
  productionRoutes,
  paymentMethodRoutes,
  pdaRoutes,
  staffPictureRoutes,
  priceRoutes,
  policyRoutes,
  productBatchRoutes,
  productRoutes,
  recommendationRoutes,
  reductionRoutes,
  adminReviewRoutes,
  caseRatingRoutes,
  visitorDeskRoutes,
  secondFactorRoutes,
  sessionRoutes,
  shopRoutes,
  shopPageRoutes,
  shopPagePublishingRoutes,
  shopPagePictureRoutes,
  announcementRoutes,
  passkeyRoutes,
  confidentialityRoutes,
  teamRoutes,
  roleRoutes,
  screeningRoutes,
  searchAdminRoutes,
  sellingRoutes,
  settingRoutes,
  shippingRoutes,
  stockRoutes,
  webhookRoutes,
  taskRoutes,
  listRoutes,
  homeRoutes,
  orderBulkRoutes,
  orderTagRoutes,
  orderRuleRoutes,
  orderDispatchRoutes,
  staffVoucherRoutes,
]

/** For outside systems with an API key. */
const partner = [partnerKeyRoutes, shipmentRoutes]

/** For outside systems that prove themselves. */
const provider = [carrierPushRoutes, paymentNoticeRoutes]

/** Every route of the HTTP API. */
export function apiRoutes(app: Routes): void {
  for (const routes of [...store, ...admin, ...partner, ...provider]) routes(app)
  officeRoutes(app, houseTexts)
  orderTwinRoutes(app, houseTexts)
  jobRoutes(app)
}

import { accountPage, newsPage, resetPasswordPage, securityPage, signInPage, signUpPage } from './loaders/account.ts'
import { addressesPage, addressPage, newAddressPage } from './loaders/addresses.ts'
import { categoriesPage, categoryPage, searchPage } from './loaders/browse.ts'
import { campaignPage } from './loaders/campaign.ts'
import { cartPage } from './loaders/cart.ts'
import { casePage, casesPage, returnPage } from './loaders/cases.ts'
import { checkoutPage } from './loaders/checkout.ts'
import { checkoutTogetherPage } from './loaders/checkout-together.ts'
import { deliverToPage } from './loaders/deliver-to.ts'
import { favouritesPage, followsPage } from './loaders/favourites.ts'
import { homePage } from './loaders/home.ts'
import { invoicesPage, orderInvoicePage } from './loaders/invoices.ts'
import { messagesPage } from './loaders/messages.ts'
import { offlinePage } from './loaders/offline.ts'
import { cashierPage, orderPage, ordersPage, recipientPage } from './loaders/orders.ts'
import { previewPage } from './loaders/preview.ts'
import { policyPage, privacyPage } from './loaders/privacy.ts'
import { productPage } from './loaders/product.ts'
import { askPage } from './loaders/questions.ts'
import { returnPolicyPage } from './loaders/return-policy.ts'
import { ownReviewPage, reviewsPage, writeReviewPage } from './loaders/reviews.ts'
import { sharePage } from './loaders/share.ts'
import { shopsPage } from './loaders/shops.ts'
import { swapPage } from './loaders/swap.ts'
import { trackPage } from './loaders/track.ts'
import type { Page } from './page.ts'

/** Every page of the storefront. */
export const pages: readonly Page[] = [
  homePage,
  campaignPage,
  shopsPage,
  previewPage,
  categoriesPage,
  categoryPage,
  searchPage,
  productPage,
  reviewsPage,
  deliverToPage,
  askPage,
  cartPage,
  swapPage,
  signInPage,
  signUpPage,
  resetPasswordPage,
  checkoutPage,
  checkoutTogetherPage,
  cashierPage,
  trackPage,
  ordersPage,
  orderPage,
  recipientPage,
  writeReviewPage,
  ownReviewPage,
  returnPage,
  returnPolicyPage,
  casesPage,
  casePage,
  accountPage,
  addressesPage,
  newAddressPage,
  addressPage,
  favouritesPage,
  followsPage,
  messagesPage,
  invoicesPage,
  orderInvoicePage,
  securityPage,
  newsPage,
  privacyPage,
  policyPage,
  offlinePage,
  sharePage,
]

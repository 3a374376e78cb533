import { accountForms } from './forms/account.ts'
import { addressForms } from './forms/addresses.ts'
import { cartForms } from './forms/cart.ts'
import { caseForms } from './forms/cases.ts'
import { checkoutForms } from './forms/checkout.ts'
import { checkoutTogetherForms } from './forms/checkout-together.ts'
import { deliverToForms } from './forms/deliver-to.ts'
import { favouriteForms } from './forms/favourites.ts'
import { invoiceForms } from './forms/invoices.ts'
import { orderDeskForms } from './forms/order-desk.ts'
import { orderForms } from './forms/orders.ts'
import { parcelDeskForms } from './forms/parcel-desk.ts'
import { privacyForms } from './forms/privacy.ts'
import { productForms } from './forms/product.ts'
import { questionForms } from './forms/questions.ts'
import { reviewForms } from './forms/reviews.ts'
import { textSizeForms } from './forms/text-size.ts'
import { trackForms } from './forms/track.ts'
import { visitForms } from './forms/visits.ts'
import type { Form } from './page.ts'

/** Every form of the storefront. */
export const forms: readonly Form[] = [
  ...productForms,
  ...favouriteForms,
  ...deliverToForms,
  ...invoiceForms,
  ...cartForms,
  ...checkoutForms,
  ...checkoutTogetherForms,
  ...orderForms,
  ...orderDeskForms,
  ...caseForms,
  ...reviewForms,
  ...questionForms,
  ...parcelDeskForms,
  ...accountForms,
  ...addressForms,
  ...privacyForms,
  ...visitForms,
  ...textSizeForms,
  ...trackForms,
]

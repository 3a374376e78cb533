import { abroadTexts } from './text/abroad.ts'
import { accountTexts } from './text/account.ts'
import { buyTexts } from './text/buy.ts'
import { campaignTexts } from './text/campaigns.ts'
import { cardTexts } from './text/cards.ts'
import { careTexts } from './text/care.ts'
import { caseTexts } from './text/cases.ts'
import { checkoutTexts } from './text/checkout.ts'
import { decorTexts } from './text/decor.ts'
import { filmTexts } from './text/film.ts'
import { findableTexts } from './text/findable.ts'
import { mineTexts } from './text/mine.ts'
import { orderTexts } from './text/order.ts'
import { privacyTexts } from './text/privacy.ts'
import { recommendedTexts } from './text/recommended.ts'
import { reviewTexts } from './text/reviews.ts'
import { searchTexts } from './text/search.ts'
import { shopTexts } from './text/shop.ts'
import { spokenTexts } from './text/spoken.ts'
import { visitTexts } from './text/visits.ts'

/** Every word of the storefront that is not a room's own. */
export const storefrontText = {
  ...shopTexts,
  ...orderTexts,
  ...accountTexts,
  ...abroadTexts,
  ...campaignTexts,
  ...careTexts,
  ...caseTexts,
  ...privacyTexts,
  ...filmTexts,
  ...findableTexts,
  ...mineTexts,
  ...buyTexts,
  ...checkoutTexts,
  ...reviewTexts,
  ...spokenTexts,
  ...visitTexts,
  ...decorTexts,
  ...recommendedTexts,
  ...searchTexts,
  ...cardTexts,
}

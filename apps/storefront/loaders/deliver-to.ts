import type { Address } from '#model/sales/customers'
import { isPlace } from '#platform/regions'
import { addressesOf } from '#sales/customers'
import type { Page, PageRequest } from '../page.ts'
import { ownPath } from './account.ts'
import { type RegionChoice, regionChoice } from './addresses.ts'
import { type DeliveryPlace, placeAt } from './delivery.ts'

export interface DeliverToPage {
  readonly regions: RegionChoice
  /** The visitor's own addresses; none for a guest. */
  readonly addresses: readonly Address[]
  readonly place: DeliveryPlace | undefined
  readonly next: string
}

/** The page to go back to: where nobody says, the home page. */
export const backTo = ({ form, query }: PageRequest): string => {
  const next = (form?.values ?? query).get('next')
  return next ? ownPath(next) : '/'
}

/** Where the visitor wants things sent, so that pages can say what that costs and how long it takes (CHK-06). */
export const deliverToPage: Page<DeliverToPage> = {
  path: '/deliver-to',
  shows: 'deliver-to',
  needs: 'anyone',
  async load(request) {
    const { ctx, districtCode = '' } = request
    const known = isPlace(districtCode) ? districtCode : ''
    return {
      regions: await regionChoice(request, known),
      addresses: ctx.actor.kind === 'shopper' ? await addressesOf(ctx) : [],
      place: known ? placeAt(ctx, known) : undefined,
      next: backTo(request),
    }
  },
}

import type { Both } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { orderSettings } from '#sales/orders'
import { type Case, type WayBack, wayBackOf } from './model.ts'
import { afterSalesSettings } from './settings.ts'

/** What the shop promises about returns, as its pages say it (AFS-01). */
export interface ReturnPolicy {
  /** Days from signing within which goods come back without a reason. */
  readonly days: number
  /** The shop's freight insurance pays the way back. */
  readonly freightInsured: boolean
  /** Days within which the money is on its way once the goods are back. */
  readonly refundDays: number
  /** What the shop says besides, in its own words; may be empty. */
  readonly words: Both
}

/** Who pays the way to us of what a case has sent there. */
export async function whoPaysWayBack(reader: Reader, about: Pick<Case, 'kind' | 'fault'>): Promise<WayBack> {
  const { freightInsurance } = await readSettings(reader, afterSalesSettings)
  return wayBackOf(about, { insured: freightInsurance })
}

/** The return policy of this shop, from its settings. */
export async function returnPolicy(reader: Reader): Promise<ReturnPolicy> {
  const { returnWindow } = await readSettings(reader, orderSettings)
  const { freightInsurance, refundWithin, policyWords, policyWordsEn } = await readSettings(reader, afterSalesSettings)
  return {
    days: returnWindow,
    freightInsured: freightInsurance,
    refundDays: refundWithin,
    words: { zh: policyWords, en: policyWordsEn },
  }
}

import type { Agreement, Policy } from '#model/office/privacy'
import {
  type Closing,
  closingOf,
  currentPolicies,
  policiesToAgree,
  policyNotFound,
  privacySettings,
} from '#office/privacy'
import type { AccountId } from '#platform/context'
import { readSettings } from '#platform/settings'
import { countOwnOrders } from '#sales/orders'
import type { Page } from '../page.ts'

export const policyPage: Page<Policy> = {
  path: '/policies/:kind',
  shows: 'policy',
  needs: 'anyone',
  async load({ ctx, params: { kind = '' } }) {
    const policy = (await currentPolicies(ctx)).find((each) => each.kind === kind)
    if (!policy) throw policyNotFound({ kind })
    return policy
  },
}

export interface PrivacyPage {
  readonly policies: readonly Policy[]
  readonly toAgree: readonly Policy[]
  readonly closing: Closing | undefined
  /** Days in which a closing can be withdrawn. */
  readonly thinkDays: number
  /** Orders under way, which stand against the end of the account. */
  readonly waiting: Awaited<ReturnType<typeof countOwnOrders>>
}

export const privacyPage: Page<PrivacyPage> = {
  path: '/account/privacy',
  shows: 'privacy',
  needs: 'shopper',
  async load({ ctx }) {
    const accountId = ctx.actor.id as AccountId
    return {
      policies: await currentPolicies(ctx),
      toAgree: await policiesToAgree(ctx, accountId),
      closing: await closingOf(ctx, accountId),
      thinkDays: (await readSettings(ctx, privacySettings)).thinkDays,
      waiting: await countOwnOrders(ctx, accountId),
    }
  },
}

/** The versions that the page showed: ticking agrees to them and no newer ones. */
export function agreementOf(body: URLSearchParams): Agreement {
  if (body.get('agrees') !== 'yes') return {}
  const versionOf = (kind: string) => {
    const version = Number(body.get(`version.${kind}`))
    return Number.isSafeInteger(version) && version > 0 ? version : undefined
  }
  return { privacy: versionOf('privacy'), terms: versionOf('terms') }
}

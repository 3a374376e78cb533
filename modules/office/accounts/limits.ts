import { hours, minutes } from '#kernel/day'
import type { Context, Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { Limit } from '#platform/throttle'
import type { AccountKind, Visitor } from './model.ts'
import { accountSettings } from './settings.ts'

/**
 * The network a caller sits in: /24 of IPv4, /64 of IPv6. A single address costs an attacker nothing, a network does.
 */
export function networkOf(ip: string): string {
  const four = /(\d+\.\d+\.\d+)\.\d+$/.exec(ip)
  if (four) return `${four[1]}.0/24`
  const [head = '', tail] = ip.toLowerCase().split('%')[0]!.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const filled =
    tail === undefined
      ? front
      : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return `${filled
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** Names and numbers do not stand readable in the table of counts. */
const keyOf = ({ vault }: Reader, purpose: string, text: string): string =>
  `${purpose}:${vault.index(purpose, text).toString('base64url')}`

/** How often a code may be asked for: by the minute, hour and day for a number, by the hour for a network. */
export async function codeLimits(ctx: Context, phone: string, visitor?: Visitor): Promise<Limit[]> {
  const settings = await readSettings(ctx, accountSettings)
  const key = (window: string) => keyOf(ctx, `codes-${window}`, phone)
  return [
    { key: key('minute'), most: settings.codesPerMinute, window: minutes(1) },
    { key: key('hour'), most: settings.codesPerHour, window: hours(1) },
    { key: key('day'), most: settings.codesPerDay, window: hours(24) },
    ...(visitor
      ? [{ key: keyOf(ctx, 'codes-network', networkOf(visitor.ip)), most: settings.codesPerNetwork, window: hours(1) }]
      : []),
  ]
}

/** Counted for a name whether or not it exists, so that the lock says nothing about who does. */
export async function accountLimit(ctx: Context, kind: AccountKind, name: string): Promise<Limit> {
  const { failuresPerAccount } = await readSettings(ctx, accountSettings)
  return {
    key: keyOf(ctx, `failures-${kind}`, name.normalize('NFKC').trim().toLowerCase()),
    most: failuresPerAccount,
    window: hours(1),
  }
}

/** How many may become guests from one network. */
export async function guestLimit(ctx: Context, visitor: Visitor): Promise<Limit> {
  const { guestsPerNetwork } = await readSettings(ctx, accountSettings)
  return { key: keyOf(ctx, 'guests-network', networkOf(visitor.ip)), most: guestsPerNetwork, window: hours(1) }
}

export async function networkLimit(ctx: Context, visitor: Visitor): Promise<Limit> {
  const { failuresPerNetwork } = await readSettings(ctx, accountSettings)
  return { key: keyOf(ctx, 'failures-network', networkOf(visitor.ip)), most: failuresPerNetwork, window: hours(1) }
}

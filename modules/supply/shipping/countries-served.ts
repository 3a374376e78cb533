import type { Reader } from '#platform/context'
import { isAbroad } from '#platform/regions'
import { carrierTables } from './carrier-tables.ts'

/** The codes of the countries abroad that a freight rule of a carrier in use names: where the shop delivers to, at least in parts. */
export async function countriesServed(reader: Reader): Promise<string[]> {
  const { carriers, rules } = await carrierTables(reader)
  const inUse = new Set(carriers.filter(({ enabled }) => enabled).map(({ code }) => code))
  const places = rules
    .filter(({ carrier, reachable }) => reachable && inUse.has(carrier))
    .flatMap((rule) => rule.provinces)
  return [...new Set(places.filter(isAbroad).map((code) => code.slice(0, 2)))]
}

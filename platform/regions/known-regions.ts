import { refusal } from '#kernel/refusal'
import { isRegion } from './countries.ts'

export const regionUnknown = refusal(
  'invalid',
  'regions.unknown',
  (d: { field: string; region: string }) => `there is no region ${d.region}`,
)

/** Every code names a place of some size. @throws regionUnknown for the first that does not, naming the field */
export function mustBeRegions(field: string, codes: readonly string[]): void {
  const unknown = codes.find((code) => !isRegion(code))
  if (unknown !== undefined) throw regionUnknown({ field, region: unknown })
}

import type { Parcel, TrackedStep } from '#model/supply/shipping'
import type { Reader } from '#platform/context'
import { parcelsOf, trackingOf } from '#supply/shipping'
import type { CaseId } from './model.ts'

export type CaseParcel = Parcel & { readonly steps: readonly TrackedStep[] }

/** The boxes that go out for a case with what their carriers said, newest step first; cancelled ones are left out. Show it to whoever may see the case. */
export async function parcelsOfCase(reader: Reader, caseId: CaseId): Promise<CaseParcel[]> {
  const parcels = (await parcelsOf(reader, caseId)).filter(({ status }) => status !== 'cancelled')
  const steps = await trackingOf(
    reader,
    parcels.map(({ id }) => id),
  )
  return parcels.map((parcel) => ({ ...parcel, steps: steps.get(parcel.id) ?? [] }))
}

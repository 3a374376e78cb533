import { type Money, parseMoney } from '#kernel/money'
import type { TrackingEvent, TrackingState } from './index.ts'
import type { Trace, TracedParcel } from './kdniao-messages.ts'
import { instantOf, stateInWords, stateOf } from './kdniao-states.ts'

/** The longest text of one step that we keep. */
const mostCharacters = 500

/**
 * What a traced parcel tells, oldest first. A step's own code decides its state; the newest step has the parcel's code; a step
 * without a code is read by its words. A parcel in trouble without any step becomes one event at the time it was reported.
 */
export function eventsOf(parcel: TracedParcel, reportedAt?: string): TrackingEvent[] {
  const { ShipperCode: carrier, LogisticCode: waybillNumber } = parcel
  const traces = [...(parcel.Traces ?? [])].map((trace) => ({ trace, at: instantOf(trace.AcceptTime) }))
  traces.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const now = parcelState(parcel)
  if (traces.length === 0) {
    if (now !== 'problem' || !reportedAt) return []
    return [{ carrier, waybillNumber, at: instantOf(reportedAt), state: now, text: kept(parcel.Reason ?? '') }]
  }
  return traces.map(({ trace, at }, index) => {
    const state =
      stepState(trace) ?? (index === traces.length - 1 ? now : undefined) ?? stateInWords(trace.AcceptStation)
    return {
      carrier,
      waybillNumber,
      at,
      state,
      text: kept(trace.AcceptStation),
      ...(trace.Location ? { location: trace.Location } : {}),
      ...collectedIn(state, trace.AcceptStation),
    }
  })
}

/** Kdniao's traces have no field for it: carriers write what they took at the door into the words of the signature. */
function collectedIn(state: TrackingState, text: string): { readonly collected?: Money } {
  const amount = state === 'signed' ? /代收货款[^0-9]{0,6}(\d+(?:\.\d{1,2})?)/.exec(text)?.[1] : undefined
  const collected = amount === undefined ? undefined : parseMoney(amount)
  return collected ? { collected } : {}
}

const parcelState = (parcel: TracedParcel): TrackingState | undefined =>
  stateOf(String(parcel.StateEx ?? '')) ?? stateOf(String(parcel.State ?? ''))

const stepState = (trace: Trace): TrackingState | undefined => stateOf(String(trace.Action ?? ''))

const kept = (text: string): string => [...text.trim()].slice(0, mostCharacters).join('')

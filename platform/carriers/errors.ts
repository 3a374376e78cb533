import { refusal } from '#kernel/refusal'

/** No whole answer in time: what the carrier did is unknown. Every call may be repeated. */
export const carrierUnreachable = refusal(
  'busy',
  'carriers.unreachable',
  (d: { reason: string }) => `the carrier service did not answer: ${d.reason}`,
)

/** An answer that cannot be read: HTML, a redirect, a missing field, another parcel. Every call may be repeated. */
export const carrierAnswerUnreadable = refusal(
  'busy',
  'carriers.answer_unreadable',
  (d: { reason: string }) => `the carrier service answered with something unreadable: ${d.reason}`,
)

/** The carrier's no, with its own code and words. */
export const carrierDeclined = refusal(
  'conflict',
  'carriers.declined',
  (d: { carrier: string; carrierCode: string; reason: string }) =>
    `${d.carrier} declined: ${d.carrierCode} ${d.reason}`,
)

/** What is wrong with a push: no signature of ours, another merchant's, or nothing we can read. */
export type PushFault = 'signature' | 'addressee' | 'form'

export const pushForged = refusal(
  'forbidden',
  'carriers.push_forged',
  (d: { reason: PushFault }) => `a tracking push was refused: ${d.reason}`,
)

/** What shows personal data of customers to somebody, or takes it out of the house. Source: SEC-08 */
const exposures = [
  'order.recipient_revealed',
  'outbound.paper_made',
  'outbound.exported',
  'export.requested',
  'export.downloaded',
  'customer.revealed',
  'message.revealed',
]
/** Who may do what, and how they sign in. */
const access = ['roles.*', 'role.*', 'account.*', 'api_key.*']

/** The events of each subject that the trail can be narrowed to. */
export const typesOf = {
  exposure: exposures,
  access,
  settings: ['setting.*'],
  money: ['payment.*', 'refund.*', 'price.*'],
}

export type AuditSubject = keyof typeof typesOf
export const auditSubjects = Object.keys(typesOf) as AuditSubject[]

/** Who may have acted, as the trail is filtered by it. */
export const actorKinds = ['staff', 'shopper', 'guest', 'key', 'provider', 'system'] as const

import { refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/text'
import type { Actor } from '#platform/context'
import type { Case, CaseDeed, CaseStatus } from './model.ts'
import { afterSalesText } from './text.ts'

export const caseNotFound = refusal(
  'not_found',
  'cases.not_found',
  (d: { caseId: string }) => `there is no case ${d.caseId}`,
)
export const caseCannot = refusal(
  'conflict',
  'cases.cannot',
  (d: { caseId: string; step: CaseDeed; status: CaseStatus; statusName: string }) =>
    `a case that is ${d.status} cannot ${d.step}`,
)
export const nothingChosen = refusal('invalid', 'cases.nothing_chosen', (_: { field: 'lines' }) => 'no line was chosen')
export const tooMany = refusal(
  'conflict',
  'cases.too_many',
  (d: { field: string; name: string; most: number }) => `at most ${d.most} more of ${d.name}`,
)
export const notInOrder = refusal(
  'invalid',
  'cases.not_in_order',
  (d: { field: string; lineId: string }) => `${d.lineId} is no line of the order`,
)
export const notInCase = refusal(
  'invalid',
  'cases.not_in_case',
  (d: { field: string; lineId: string }) => `${d.lineId} is no line of the case`,
)
export const windowOver = refusal(
  'conflict',
  'cases.window_over',
  (d: { until: string }) => `the window ended on ${d.until}`,
)
export const notPaid = refusal('conflict', 'cases.not_paid', (_: object) => 'the order is not paid')
export const notShipped = refusal('conflict', 'cases.not_shipped', (_: object) => 'the goods have not left')
export const descriptionMissing = refusal(
  'invalid',
  'cases.description_missing',
  (_: { field: 'description' | 'answer' | 'question' | 'reason' | 'finding' }) => 'a text is missing',
)
export const tooManyPictures = refusal(
  'invalid',
  'cases.too_many_pictures',
  (d: { field: 'pictureIds'; most: number }) => `more than ${d.most} pictures`,
)
export const receivedDiffers = refusal(
  'invalid',
  'cases.received_differs',
  (d: { field: string; name: string; most: number }) => `no more than ${d.most} of ${d.name} were to come back`,
)
export const gradeMissing = refusal(
  'invalid',
  'cases.grade_missing',
  (d: { field: string; name: string }) => `${d.name} has no grade`,
)
export const noReplacement = refusal(
  'conflict',
  'cases.no_replacement',
  (d: { field: string; name: string }) => `${d.name} cannot be replaced by that`,
)
export const replacementSoldOut = refusal(
  'conflict',
  'cases.replacement_sold_out',
  (d: { field: string; name: string; most: number }) => `only ${d.most} left to replace ${d.name}`,
)
export const oneReplacement = refusal(
  'invalid',
  'cases.one_replacement',
  (_: { field: string }) => 'a line is exchanged for one other variant',
)
export const oneOfLine = refusal(
  'invalid',
  'cases.one_of_line',
  (_: { field: string }) => 'what was ordered and what was got for it are asked for one after the other',
)
export const noWarranty = refusal(
  'conflict',
  'cases.no_warranty',
  (d: { field: string; name: string }) => `${d.name} has no warranty`,
)
export const warrantyOver = refusal(
  'conflict',
  'cases.warranty_over',
  (d: { field: string; name: string; until: string }) => `the warranty of ${d.name} ended on ${d.until}`,
)
export const confirmsOwn = refusal(
  'forbidden',
  'cases.confirms_own',
  (_: { caseId: string }) => 'a second person confirms what the first has granted',
)
export const notForKind = refusal(
  'conflict',
  'cases.not_for_kind',
  (d: { caseId: string; kindName: string }) => `that is not done with a case of kind ${d.kindName}`,
)

export const cannotStep = (caseId: string, step: CaseDeed, status: CaseStatus, locale: Locale) =>
  caseCannot({ caseId, step, status, statusName: afterSalesText[`case.status.${status}`][locale] })

export const refuseKind = ({ locale }: { readonly locale: Locale }, { id, kind }: Pick<Case, 'id' | 'kind'>) =>
  notForKind({ caseId: id, kindName: afterSalesText[`case.kind.${kind}`][locale] })

/** A buyer sees the cases of their own; another's is as if it were not there. @throws caseNotFound */
export function ownOnly({ actor }: { readonly actor: Actor }, found: Case): Case {
  const isStranger = actor.kind === 'guest' || (actor.kind === 'shopper' && actor.id !== found.customerId)
  if (isStranger) throw caseNotFound({ caseId: found.id })
  return found
}

export { answerQuestion, endForgottenExchanges, type SendBack, sendBack, withdrawCase } from './answer-case.ts'
export { type ApplyForCase, applyForCase, type WishedLine } from './apply-for-case.ts'
export {
  caseCannot,
  caseNotFound,
  confirmsOwn,
  descriptionMissing,
  gradeMissing,
  noReplacement,
  notForKind,
  nothingChosen,
  notInCase,
  notInOrder,
  notPaid,
  notShipped,
  noWarranty,
  oneOfLine,
  oneReplacement,
  receivedDiffers,
  replacementSoldOut,
  tooMany,
  tooManyPictures,
  warrantyOver,
  windowOver,
} from './case.ts'
export { casesOf, loadCase } from './case-store.ts'
export { casesPersonalData } from './cases-data.ts'
export { casesExport } from './cases-export.ts'
export { casesNumbered } from './cases-numbered.ts'
export { type ChooseAfterRepair, chooseAfterRepair } from './choose-after-repair.ts'
export { type ClaimedUnits, claimable, claimableSent, claimedUnits } from './claimed-units.ts'
export { compensate, confirmCompensation } from './compensate.ts'
export { approveCase, askBuyer, refuseCase } from './decide-case.ts'
export { type ExpectedBack, worthBack } from './expected-back.ts'
export { type CaseFilter, countCases, findCases, ownCases, viewCase } from './find-cases.ts'
export { type GradeReturn, gradeReturn } from './grade-return.ts'
export { afterSalesClockJobs, afterSalesListeners } from './jobs.ts'
export { asHeld } from './judge-application.ts'
export { judgeFault } from './judge-fault.ts'
export { closeInquiry } from './parcel-inquiry.ts'
export { type CaseParcel, parcelsOfCase } from './parcels-of-case.ts'
export { payInstead, returnInstead } from './pay-instead.ts'
export { type CasePreview, previewCase } from './preview-case.ts'
export {
  type CaseRatingFilter,
  caseStarsMissing,
  findCaseRatings,
  notHandled,
  type RateCase,
  rateCase,
  ratedAlready,
  ratingOfCase,
} from './rate-case.ts'
export { beginRepair, type Finding, finishRepair, giveUpRepair } from './repair-case.ts'
export { type Exchangeable, replacementsFor } from './replacements.ts'
export { type ReturnPolicy, returnPolicy, whoPaysWayBack } from './return-policy.ts'
export { type SentPiece, sentPieces } from './sent-pieces.ts'
export { afterSalesSettings } from './settings.ts'
export { type SignInReturn, signInReturn } from './sign-in-return.ts'
export { sumCaseRatings } from './sum-case-ratings.ts'
export { warrantyUntil } from './warranty.ts'
export { watchClocks } from './watch-clocks.ts'

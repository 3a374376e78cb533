import type { ClockJob } from '#platform/jobs'
import { eraseDue } from './close-account.ts'

export { askToClose, type Closing, closingOf, eraseAccount, withdrawClosing } from './close-account.ts'
export { agree, type Consent, consentsOf, policiesToAgree, recordAgreement } from './consent.ts'
export { handOutData } from './hand-out-data.ts'
export { type PersonalData, registerPersonalData } from './personal-data.ts'
export { allPolicies, currentPolicies, policyNotFound, publishPolicy } from './policy.ts'
export { privacySettings } from './settings.ts'

/** Accounts whose days of thought are over. */
export const privacyClockJobs: readonly ClockJob[] = [{ name: 'privacy.eraseDue', everyMinutes: 60, run: eraseDue }]

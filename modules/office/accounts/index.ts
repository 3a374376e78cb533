export { accountNotFound, actorOf, signInNeeded } from './account.ts'
export { findAccount, loadAccount, phoneOf } from './account-store.ts'
export { accountsPersonalData } from './accounts-data.ts'
export {
  type AddPasskey,
  addOwnPasskey,
  addPasskeyAtSignIn,
  offerOwnPasskey,
  offerPasskeyAtSignIn,
} from './add-passkey.ts'
export { type FindApiKeys, findApiKeys } from './api-key-store.ts'
export { changePassword, resetPassword } from './change-password.ts'
export { type ChangePhone, changePhone } from './change-phone.ts'
export { changeProfile } from './change-profile.ts'
export { type Colleague, colleaguesWith } from './colleagues.ts'
export { type CreateApiKey, createApiKey, type NewApiKey } from './create-api-key.ts'
export { disableAccount, enableAccount } from './disable-account.ts'
export { endEmployment, type HireStaff, hire, hireAgain, hireStaff, readyToHire } from './employment.ts'
export { ensureShopper, shoppersByPhone } from './ensure-shopper.ts'
export { type EnterGuest, enterGuest } from './enter-guest.ts'
export { accountsClockJobs } from './jobs.ts'
export { networkOf } from './limits.ts'
export { isGuest, type OpenGuest, openGuest } from './open-guest.ts'
export { removePasskey, renamePasskey } from './own-passkeys.ts'
export {
  confirmOwnAuthenticator,
  offerOwnAuthenticator,
  removeOwnSecondFactor,
  resetSecondFactor,
} from './own-second-factor.ts'
export { endOtherSessions, endOwnSession, sessionsOf } from './own-sessions.ts'
export { askForPasskey, proveByPasskey } from './prove-by-passkey.ts'
export { awaitedBy, beginSetUp, finishSetUp, kindsToProve, proveSignIn } from './prove-sign-in.ts'
export { type RegisterShopper, registerShopper } from './register-shopper.ts'
export { type RequestCode, requestCode } from './request-code.ts'
export { resetStaffPassword } from './reset-staff-password.ts'
export { revokeApiKey } from './revoke-api-key.ts'
export { secondFactorsOf } from './second-factor.ts'
export { type Session, sessionOf } from './session.ts'
export { type Shopper, shoppersLike, shoppersOf } from './shoppers.ts'
export { type SignInWithCode, signInWithCode } from './sign-in-with-code.ts'
export { type SignInWithPassword, signInWithPassword } from './sign-in-with-password.ts'
export { signOut } from './sign-out.ts'
export { type CreateStaff, createStaff, findStaff, type StaffMember } from './staff.ts'
export { endSessionsOfMember, sessionsOfMember } from './staff-sessions.ts'
export { choosePassword, giveTemporaryPassword, type TemporaryPassword } from './temporary-password.ts'
export { holderOfKey, type KeyHolder } from './use-api-key.ts'

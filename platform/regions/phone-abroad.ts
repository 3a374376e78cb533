import { createRequire } from 'node:module'
import type { CountryCode } from 'libphonenumber-js/max'

type PhoneRules = typeof import('libphonenumber-js/max')

let loaded: PhoneRules | undefined

/** The numbering plans of all countries, read at the first number from abroad. */
function rules(): PhoneRules {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/max') as PhoneRules
  return loaded
}

/** A number as it is written in a country or, by people from there, in mainland China; or one with the code of any country. As E.164; undefined when there is none such. */
export function phoneAbroad(text: string, country: string): string | undefined {
  const written = text.normalize('NFKC')
  return validIn(written, country) ?? validIn(written, 'CN')
}

/** "+1 415 555 2671"; a number of mainland China as it stands. */
export const shownPhone = (phone: string): string =>
  phone.startsWith('+') ? (read(phone)?.formatInternational() ?? phone) : phone

/** "+44". */
export const dialCode = (country: string): string =>
  isKnown(country) ? `+${rules().getCountryCallingCode(country)}` : '+'

const isKnown = (country: string): country is CountryCode => rules().isSupportedCountry(country)

function validIn(text: string, country: string): string | undefined {
  const phone = read(text, isKnown(country) ? country : undefined)
  return phone?.isValid() ? phone.number : undefined
}

function read(text: string, country?: CountryCode) {
  try {
    return rules().parsePhoneNumber(text, country)
  } catch {
    return undefined
  }
}

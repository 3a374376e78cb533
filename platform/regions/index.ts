export {
  areaMissing,
  checkAbroad,
  cityMissing,
  countryUnknown,
  type FieldAbroad,
  fieldsAbroad,
  postcodeInvalid,
  postcodeMissing,
} from './address-abroad.ts'
export {
  areasOf,
  countries,
  countriesNamed,
  countryCode,
  countryName,
  home,
  isAbroad,
  isPlace,
  isRegion,
  placeName,
  regionName,
} from './countries.ts'
export { mustBeRegions, regionUnknown } from './known-regions.ts'
export { dialCode, phoneAbroad, shownPhone } from './phone-abroad.ts'
export { addressUnread, type ReadAddress, readAddress } from './read-address.ts'
export {
  addressLine,
  citiesOf,
  districtsOf,
  isDistrict,
  provinces,
  type Region,
  type RegionPath,
  regionPath,
} from './regions.ts'
export { regionsText } from './text.ts'
export { addressLines, labelLines, type PlacedAddress, pathOfPlace } from './written-address.ts'

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

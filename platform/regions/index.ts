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

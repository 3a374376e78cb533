import { expect } from 'vitest'

/** Temporal values have no keys of their own, so that a comparison key by key finds any two alike: they are compared by what they say. */
const saysTime = (value: unknown): value is object =>
  Object.prototype.toString.call(value).startsWith('[object Temporal.')

expect.addEqualityTesters([
  (a, b) => {
    if (!saysTime(a) && !saysTime(b)) return undefined
    if (isMatcher(a) || isMatcher(b)) return undefined
    return saysTime(a) && saysTime(b) && a.constructor === b.constructor && String(a) === String(b)
  },
])

const isMatcher = (value: unknown): boolean => typeof value === 'object' && value !== null && 'asymmetricMatch' in value

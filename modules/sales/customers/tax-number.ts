const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Whether this is a unified social credit code, which is a company's tax number: eighteen characters of which the last checks the others.
 * Source: GB 32100-2015, weights 3^i mod 31.
 */
export function isTaxNumber(text: string): boolean {
  const values = [...text].map((char) => alphabet.indexOf(char))
  if (values.length !== 18 || values.includes(-1)) return false
  let [sum, weight] = [0, 1]
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === values[17]
}

/**
 * GTIN-8, -12, -13 and -14 with their check digit; of other lengths, letters, digits and . _ - as companies print them.
 * Source: GS1 General Specifications, section 7.9.
 */
export function isBarcode(text: string): boolean {
  if (!/^[A-Za-z0-9._-]{1,48}$/.test(text)) return false
  return !/^(?:\d{8}|\d{12,14})$/.test(text) || checkDigit(text.slice(0, -1)) === Number(text.at(-1))
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

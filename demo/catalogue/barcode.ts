/** The thirteenth digit of an EAN-13, from the first twelve (GS1 General Specifications, section 7.9). */
export function checkDigit(firstTwelve: string): number {
  const weighted = [...firstTwelve].map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3))
  const sum = weighted.reduce((total, part) => total + part, 0)
  return (10 - (sum % 10)) % 10
}

/** Prefix 20 is GS1's range for numbers used inside one company, so no real product can carry ours. */
export function barcodeOf(place: { shelf: number; product: number; variant: number }): string {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0')
  const firstTwelve = `20${digits(place.shelf, 4)}${digits(place.product, 4)}${digits(place.variant, 2)}`
  return `${firstTwelve}${checkDigit(firstTwelve)}`
}

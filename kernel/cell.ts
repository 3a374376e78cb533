/**
 * A text as a cell that no spreadsheet computes: what begins like a formula gets an apostrophe, and so does what begins with
 * apostrophes before it, so that `bareCell` gives every text back as it was. Source: OWASP, CSV injection.
 */
export const protectCell = (text: string): string =>
  begins.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text

/** The text of a cell that `protectCell` may have marked. */
export const bareCell = (cell: string): string => (isProtected(cell) ? cell.slice(1) : cell)

/** Whether a cell says of itself that it is text and no formula. */
export const isProtected = (cell: string): boolean => cell.startsWith("'") && begins.test(cell)

/** The full-width signs too: a spreadsheet in Chinese or Japanese computes what begins with one. */
const begins = /^'*[=+\-@＝＋－＠\t\r\n]/

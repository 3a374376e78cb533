export type { Examined, Violation } from './check.ts'
export { doctorText } from './text.ts'

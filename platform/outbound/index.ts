export { callOutside, type OutsideCall, type OutsideReply } from './call.ts'
export { type Circuit, type CircuitLimits, circuit, circuitLimits } from './circuit.ts'
export { AnswerTooLarge, NoAnswer } from './errors.ts'
export type { CallLimits } from './exchange.ts'

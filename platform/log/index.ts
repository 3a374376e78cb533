export { type Log, type LogOptions, openLog } from './log.ts'
export { droppedLines } from './patient-output.ts'

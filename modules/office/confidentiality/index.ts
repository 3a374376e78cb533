export { confirmStatement } from './confirm-statement.ts'
export { confirmationsIn, currentStatement, owesConfirmation } from './find-statement.ts'
export { publishStatement } from './publish-statement.ts'

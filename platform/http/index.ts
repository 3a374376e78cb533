export { type AccessRule, type Identity, needsOf } from './access.ts'
export { type Problem, type ProblemTexts, problemOf, statusOf } from './problems.ts'
export { createServer, type Server, type ServerOptions } from './server.ts'
export { Empty, IdOf, IdParams, IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from './shapes.ts'

export { type AccessRule, type Identity, needsOf } from './access.ts'
export { problemOf, type Problem, type ProblemTexts } from './problems.ts'
export { type Server, type ServerOptions, createServer } from './server.ts'
export { Empty, IdOf, IdParams, IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from './shapes.ts'

export { type EventRecord, findEvent, historyOf, type Listener, type NewEvent, publish } from './log.ts'
export { publishAll } from './publish-all.ts'
export { type Relay, startRelay } from './relay.ts'
export { tellWaiting } from './tell.ts'

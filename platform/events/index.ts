export { type FindEvents, findEvents } from './find-events.ts'
export { forgetNotes } from './forget-notes.ts'
export { forgetPerson } from './forget-person.ts'
export { latestOf } from './latest-of.ts'
export {
  type EventRecord,
  findEvent,
  hasTold,
  historyOf,
  type Listener,
  type NewEvent,
  publish,
  type WaitingEvent,
} from './log.ts'
export { publishAll } from './publish-all.ts'
export { handOn, type Relay, startRelay } from './relay.ts'
export { tellWaiting } from './tell.ts'

export { atOnce } from './at-once.ts'
export { beyond } from './beyond.ts'
export { DataFolderTaken, type FolderLock, type Holder, lockDataFolder } from './data-folder.ts'
export { type EmbeddedOptions, startEmbedded } from './embedded.ts'
export { checkExternal, DatabaseUnfit } from './external.ts'
export { HeardClient, patiently } from './heard-client.ts'
export { inOneGo } from './in-one-go.ts'
export { inPart } from './in-part.ts'
export { type Migration, migrate } from './migrate.ts'
export { type Database, type DatabaseOptions, type OpenTransaction, openDatabase } from './pool.ts'
export type { EmbeddedDatabase } from './postgres-running.ts'
export { purgeKeys } from './purge-keys.ts'
export type * from './schema.ts'
export { changedMeanwhile, checkWritten, versionOf } from './seen-version.ts'
export { snapshot } from './snapshot.ts'
export { refreshStatistics } from './statistics.ts'
export { takeTurns } from './take-turns.ts'
export { together } from './together.ts'
export {
  afterwards,
  databaseBusy,
  insideTransaction,
  keyReused,
  onCommit,
  outcomeUnknown,
  shareCommits,
  transaction,
} from './transaction.ts'

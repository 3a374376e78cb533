export { type ReadBackup, type RestoreSummary, readBackup } from './read-backup.ts'
export { folderNotEmpty, houseAbsent } from './refusals.ts'
export { backupText } from './text.ts'
export { type BackupSummary, type WriteBackup, writeBackup } from './write-backup.ts'

import { refusal } from '#kernel/refusal'

export const backupUnreadable = refusal(
  'invalid',
  'backup.unreadable',
  (d: { file: string; reason: string }) => `${d.file} is no whole backup: ${d.reason}`,
)
export const passphraseNeeded = refusal(
  'invalid',
  'backup.passphrase_needed',
  (d: { file: string }) => `${d.file} is sealed with a passphrase`,
)
export const passphraseWrong = refusal(
  'invalid',
  'backup.passphrase_wrong',
  (d: { file: string }) => `the passphrase does not open ${d.file}`,
)
export const backupTooNew = refusal(
  'conflict',
  'backup.too_new',
  (d: { migration: string }) => `the backup knows the migration ${d.migration}, this program does not`,
)
export const schemaDiffers = refusal(
  'conflict',
  'backup.schema_differs',
  (d: { migration: string }) => `the migration ${d.migration} was another when the backup was made`,
)
export const houseAbsent = refusal(
  'not_found',
  'backup.house_absent',
  (d: { place: string }) => `there is no house in ${d.place}`,
)
export const backupDiffers = refusal(
  'conflict',
  'backup.differs',
  (d: { table: string; wanted: string; found: string }) =>
    `${d.table} was not restored as it was: ${d.found} instead of ${d.wanted}`,
)
export const folderNotEmpty = refusal(
  'conflict',
  'backup.folder_not_empty',
  (d: { folder: string }) => `${d.folder} is not empty`,
)
export const databaseNotEmpty = refusal(
  'conflict',
  'backup.database_not_empty',
  (_: object) => 'the database already holds a shop or events',
)
export const secretDiffers = refusal(
  'conflict',
  'backup.secret_differs',
  (_: object) => 'SECRET is not the one the backup was sealed with',
)
export const secretNeeded = refusal(
  'conflict',
  'backup.secret_needed',
  (_: object) => 'the backup holds no secret: set SECRET to the one of that house',
)

import type { FilesPlace } from '#platform/config'
import type { FileStore } from './file-store.ts'
import { localFiles } from './local-files.ts'
import { s3Files } from './s3-files.ts'

export { copyFiles } from './copy-files.ts'
export type { FileStore, StoredFile } from './file-store.ts'
export { localFiles } from './local-files.ts'
export { s3Files } from './s3-files.ts'

/** The file store that the configuration names. */
export const openFiles = (place: FilesPlace): FileStore =>
  'folder' in place ? localFiles(place.folder) : s3Files(place)

export { productImportText } from './text.ts'

/** What an import may be told besides its columns. */
export interface ProductImportOptions {
  /** Currency of the file's prices; the shop's when nothing is said. */
  readonly currency?: string
  /** `create` makes categories the file names and we do not have; `report` fails their rows. */
  readonly unknownCategory?: 'create' | 'report'
  /** `as_in_file` takes products the file calls active as far towards sale as the importer may; `draft` leaves all as drafts. */
  readonly listing?: 'as_in_file' | 'draft'
  /** false when the pictures' files come beside the sheet and need not be fetched. */
  readonly fetchPictures?: boolean
  /** Where pictures lie that a file names by their place only ("/m/h/cup.jpg"): the address of the folder. */
  readonly pictureBase?: string
}

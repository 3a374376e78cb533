/** A row of the fault catalogue: what we promise when it happens, in one sentence with its number, or why nothing is promised yet. */
export type Row =
  | { readonly id: string; readonly promise: string; readonly notYet?: undefined }
  | { readonly id: string; readonly notYet: string; readonly promise?: undefined }

import type { Both } from '#model/goods/catalog'
import { ask } from '../../frame/api.ts'
import type { PictureForm } from './product-form.ts'

/** Takes a picture into the shop; the same content again gives the picture there is. */
export async function uploadPicture(file: File, alt: Both): Promise<PictureForm> {
  const body = new FormData()
  body.append('alt', alt.zh)
  body.append('altEn', alt.en)
  body.append('file', file)
  const added = await ask('POST /api/v1/admin/pictures', { body })
  return { ...added, alt, waits: false, sourceUrl: null, scene: '', painPoint: '' }
}

export const changeAlt = (id: string, alt: Both): Promise<unknown> =>
  ask('PATCH /api/v1/admin/pictures/{id}', { path: { id }, body: { alt: alt.zh, altEn: alt.en } })

/** Says which scene a picture shows and which pain point it solves there. */
export const changeMark = (id: string, mark: Pick<PictureForm, 'scene' | 'painPoint'>): Promise<unknown> =>
  ask('PUT /api/v1/admin/pictures/{id}/mark', { path: { id }, body: mark })

/** Gives a picture that is known by its address only the file it waits for. */
export function supplyFile(id: string, file: File): Promise<unknown> {
  const body = new FormData()
  body.append('file', file)
  return ask('POST /api/v1/admin/pictures/{id}/file', { path: { id }, body })
}

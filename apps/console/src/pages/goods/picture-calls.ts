import type { Both } from '#model/goods/catalog'
import { call, patch, put } from '../../frame/api.ts'
import type { PictureForm } from './product-form.ts'

type Added = Pick<PictureForm, 'id' | 'width' | 'height' | 'sharpness' | 'remarks'>

/** Takes a picture into the shop; the same content again gives the picture there is. */
export async function uploadPicture(file: File, alt: Both): Promise<PictureForm> {
  const body = new FormData()
  body.append('alt', alt.zh)
  body.append('altEn', alt.en)
  body.append('file', file)
  const added = await call<Added>('POST', '/pictures', body)
  return { ...added, alt, waits: false, sourceUrl: null, scene: '', painPoint: '' }
}

export const changeAlt = (id: string, alt: Both): Promise<unknown> =>
  patch(`/pictures/${id}`, { alt: alt.zh, altEn: alt.en })

/** Says which scene a picture shows and which pain point it solves there. */
export const changeMark = (id: string, mark: Pick<PictureForm, 'scene' | 'painPoint'>): Promise<unknown> =>
  put(`/pictures/${id}/mark`, mark)

/** Gives a picture that is known by its address only the file it waits for. */
export function supplyFile(id: string, file: File): Promise<unknown> {
  const body = new FormData()
  body.append('file', file)
  return call('POST', `/pictures/${id}/file`, body)
}

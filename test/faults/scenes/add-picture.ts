import { addPicture } from '#goods/media'
import type { Scene } from '../support/scene.ts'

/** Somebody uploads a picture. */
const scene: Scene<{ readonly base64: string }> = (ctx, { base64 }) =>
  addPicture(ctx, { bytes: Buffer.from(base64, 'base64'), alt: '青瓷杯', altEn: 'Celadon cup' })
export default scene

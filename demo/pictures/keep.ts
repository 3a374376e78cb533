import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Drawing, View } from '../catalogue/index.ts'

interface Part {
  readonly drawing: Drawing
  /** Where it stands, in tens of centimetres. */
  readonly at: readonly [x: number, y: number, z: number]
  readonly turn?: number
  readonly size?: number
}

/** One picture to draw: a product in a view, or several goods together. */
export interface Job {
  readonly name: string
  readonly kind: 'goods' | 'banner' | 'icon'
  readonly category?: string
  readonly view?: View
  readonly drawing?: Drawing
  readonly backdrop?: string
  readonly parts?: readonly Part[]
  readonly width?: number
  readonly height?: number
  readonly [setting: string]: unknown
}

const sizes = { goods: [800, 800], icon: [160, 160] } as const

/** Brings a rendering to its final size and keeps it as AVIF. */
export async function keep(job: Job, png: string, folder: string): Promise<void> {
  const [width, height] = job.kind === 'banner' ? [job.width, job.height] : sizes[job.kind]
  const picture = sharp(png).resize(width, height, { kernel: 'lanczos3' }).sharpen({ sigma: 0.6 })
  if (job.kind === 'icon') picture.composite([{ input: Buffer.from(roundMask), blend: 'dest-in' }])
  await picture.avif({ quality: 62, effort: 3 }).toFile(join(folder, `${job.name}.avif`))
  await rm(png)
}

const roundMask =
  '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160"><circle cx="80" cy="80" r="80"/></svg>'

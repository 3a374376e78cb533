import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { pictureBytes } from '#test/goods'
import { addPicture, pictureFile } from './index.ts'

const { db } = await testDatabase()
const shop = aContext(db)
const alt = { alt: '杯', altEn: 'Cup' }
const script = '<script>alert(1)</script>'

/** A PNG whose head promises pixels that are not there. */
async function promising(width: number, height: number): Promise<Buffer> {
  const png = Buffer.from(await pictureBytes('png', 10))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

const taken: [string, Promise<Uint8Array> | Uint8Array, RegExp][] = [
  ['an SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), /media\.no_picture/],
  [
    'an SVG behind an XML head with an outer entity',
    Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>`),
    /media\.no_picture/,
  ],
  ['a page', Buffer.from(`<!doctype html>${script}`), /media\.no_picture/],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>'), /media\.no_picture/],
  ['a program', Buffer.from('MZ\x90\x00'), /media\.no_picture/],
  ['a ZIP', Buffer.from('PK\x03\x04'), /media\.no_picture/],
  ['a page that begins like a GIF', Buffer.from(`GIF89a/*${script}*/`), /media\.(broken|no_picture)/],
  ['a page that begins like a PNG', Buffer.from(`\x89PNG\r\n\x1a\n${script}`, 'latin1'), /media\.broken/],
  ['fifty thousand by fifty thousand pixels', promising(50_000, 50_000), /media\.(too_many_pixels|broken)/],
  ['half a picture', pictureBytes('jpeg', 400).then((bytes) => bytes.subarray(0, 900)), /media\.broken/],
  ['nothing', new Uint8Array(), /media\.no_picture/],
]

test.each(taken)('S22 %s is not taken for a picture', async (_, bytes, code) => {
  await expect(Promise.resolve(bytes).then((read) => addPicture(shop, { bytes: read, ...alt }))).rejects.toMatchObject({
    code: expect.stringMatching(code),
  })
})

test('S22 what a picture carries behind its pixels reaches no visitor: every size is drawn anew', async () => {
  const bytes = Buffer.concat([await pictureBytes('png', 200), Buffer.from(script)])
  const id = await addPicture(shop, { bytes, ...alt })

  for (const format of ['avif', 'webp'] as const) {
    const shown = Buffer.from((await pictureFile(shop, id, 160, format))!)
    expect(shown.includes('<script')).toBe(false)
    expect((await sharp(shown).metadata()).width).toBe(160)
  }
})

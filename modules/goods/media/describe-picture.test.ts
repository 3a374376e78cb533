import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { testDatabase } from '#test/database'
import { aPicture, aShop, asHouse } from '#test/goods'
import { describePicture } from './describe-picture.ts'

const { db } = await testDatabase()

test('CAT-08 what a picture shows can be said better later, wherever it is shown', async () => {
  const ctx = asHouse(await aShop(db))
  const pictureId = await aPicture(ctx)

  await describePicture(ctx, pictureId, { alt: '窗台上的青瓷杯 ', altEn: 'A celadon cup on a sill' })

  const told = db.selectFrom('goods.pictures').select(['alt', 'alt_en']).where('id', '=', pictureId)
  expect(await told.execute()).toEqual([{ alt: '窗台上的青瓷杯', alt_en: 'A celadon cup on a sill' }])
})

test('a picture of another shop is not there, and an empty description is none', async () => {
  const pictureId = await aPicture(asHouse(await aShop(db)))
  const ctx = asHouse(await aShop(db))

  await expect(describePicture(ctx, pictureId, { alt: '杯', altEn: '' })).rejects.toMatchObject({
    code: 'media.not_found',
  })
  expect(() => describePicture(ctx, newId<'Picture'>(), { alt: ' ', altEn: '' })).toThrow(/no description/)
})

import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { noon } from '#test/context'
import { joinCrowd, overrunVariants } from './crowd.ts'

const aPlace = () => ({ visit: { shopId: newId<'Shop'>(), now: noon }, mug: newId<'Variant'>() })

test('F03 those who find others there are a crowd, told once; those who come one after the other are none', () => {
  const { visit, mug } = aPlace()
  for (let count = 0; count < 20; count++) joinCrowd(visit, mug)()
  expect(overrunVariants(visit, 0)).toEqual([])

  for (let count = 0; count < 4; count++) joinCrowd(visit, mug)

  expect(overrunVariants(visit, 3)).toEqual([])
  expect(overrunVariants(visit, 2)).toEqual([mug])
  expect(overrunVariants(visit, 2)).toEqual([])
})

test('F03 a crowd is counted by the second, each variant and each shop by itself', () => {
  const { visit, mug } = aPlace()
  const [pot, next] = [newId<'Variant'>(), { ...visit, now: noon.add({ seconds: 1 }) }]
  joinCrowd(visit, mug)
  joinCrowd(visit, mug)
  joinCrowd(visit, pot)
  joinCrowd(next, mug)

  expect(overrunVariants(next, 1)).toEqual([])
  expect(overrunVariants(aPlace().visit, 0)).toEqual([])
  expect(overrunVariants(next, 0)).toEqual([mug])
})

test('F03 who began a second earlier and comes to the row only now belongs to the crowd that is there', () => {
  const { visit, mug } = aPlace()
  const next = { ...visit, now: noon.add({ seconds: 1 }) }
  for (const each of [next, visit, next, visit]) joinCrowd(each, mug)

  expect(overrunVariants(next, 2)).toEqual([mug])
})

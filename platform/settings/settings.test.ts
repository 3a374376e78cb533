import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import {
  changeSetting,
  declareSettings,
  hoursSetting,
  listSettings,
  percentSetting,
  readSettings,
} from '#platform/settings'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const about = { zh: '试', en: 'Test', owner: 'operations', source: 'ORD-13' }
const clock = declareSettings('testclock', { promise: hoursSetting(48, about), share: percentSetting(20, about) })

test('a number has its default until the shop sets it, and then only there', async () => {
  const [ours, theirs] = [aContext(db), aContext(db)]
  await transaction(ours, (tx) => changeSetting(tx, 'testclock.promise', 24))
  expect(await readSettings(ours, clock)).toEqual({ promise: 24, share: 20 })
  expect(await readSettings(theirs, clock)).toEqual({ promise: 48, share: 20 })
})

test('a change of a setting leaves who, before and after', async () => {
  const ctx = aContext(db)
  await transaction(ctx, (tx) => changeSetting(tx, 'testclock.promise', 36))
  const [event] = await historyOf(ctx, ctx.shopId)
  expect(event).toMatchObject({
    type: 'setting.changed',
    actorName: 'Lin',
    data: { name: 'testclock.promise', before: 48, after: 36 },
  })
})

test.each([
  ['testclock.promise', -1, 'settings.invalid'],
  ['testclock.promise', 1.5, 'settings.invalid'],
  ['testclock.share', 101, 'settings.invalid'],
  ['testclock.share', '20', 'settings.invalid'],
  ['testclock.nothing', 1, 'settings.unknown'],
  ['__proto__.toString', 1, 'settings.unknown'],
])('%s cannot be set to %j', async (name, value, code) => {
  await expect(transaction(aContext(db), (tx) => changeSetting(tx, name, value))).rejects.toMatchObject({ code })
})

test('the settings page lists every declared number with default, unit and source', async () => {
  const row = (await listSettings(aContext(db))).find((each) => each.name === 'testclock.promise')
  expect(row).toMatchObject({ initial: 48, value: 48, unit: 'hours', source: 'ORD-13', changed: false })
})

import type { AddressId } from '#model/sales/customers'
import { actorOf, registerShopper, requestCode, signInWithCode } from '#office/accounts'
import type { Actor, Context } from '#platform/context'
import { tellWaiting } from '#platform/events'
import { listMessages } from '#platform/messages'
import { citiesOf, districtsOf, provinces } from '#platform/regions'
import { addAddress } from '#sales/customers'
import type { Dice } from './dice.ts'
import { agrees } from './policies.ts'
import type { Stage } from './stage.ts'

export interface Person {
  readonly actor: Actor
  readonly addressId: AddressId
}

export const demoShopper = { userName: 'xiaoyu', password: 'zhanggui-demo', phone: '13800000001', name: '林小雨' }

const families = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭']
const given = [
  '晓雯',
  '子涵',
  '建国',
  '雨桐',
  '志强',
  '梦洁',
  '浩然',
  '静怡',
  '文博',
  '佳琪',
  '一诺',
  '海燕',
  '思远',
  '丽娟',
  '宇轩',
  '秀英',
  '晨曦',
  '立新',
  '若兰',
  '小川',
]
const streets = ['人民路', '建设路', '解放路', '中山路', '文化路', '学府路', '滨江大道', '和平街', '新华路', '朝阳路']
/** Mostly where such shops sell: the east and south, some everywhere else. */
const popular = ['33', '31', '32', '44', '11', '35', '37', '42', '43', '51', '61', '50', '34']

/** The shopper of the sign-in page and some dozens of others, each with a phone, a name and an address that belong to nobody. */
export async function invitePeople(stage: Stage, ctx: Context, chance: Dice, count: number): Promise<Person[]> {
  const people = [
    await settle(stage, ctx, chance, await register(ctx), { name: demoShopper.name, phone: demoShopper.phone }),
  ]
  for (let index = 1; index < count; index++) {
    const name = `${chance.pick(families)}${chance.pick(given)}`
    const phone = `1380000${String(index + 1).padStart(4, '0')}`
    people.push(await settle(stage, ctx, chance, await signIn(ctx, phone, index), { name, phone }))
  }
  return people
}

async function register(ctx: Context): Promise<Actor> {
  const { userName, password, phone } = demoShopper
  await requestCode(ctx, { phone, purpose: 'register' })
  const { account } = await registerShopper(ctx, { userName, password, phone, code: await lastCode(ctx), agrees })
  return actorOf(account)
}

async function signIn(ctx: Context, phone: string, index: number): Promise<Actor> {
  const moment = { ...ctx, now: ctx.now.add({ seconds: index }) }
  await requestCode(moment, { phone, purpose: 'sign_in' })
  const { account } = await signInWithCode(moment, { phone, code: await lastCode(ctx), agrees })
  return actorOf(account)
}

/** Reads the code where a phone would show it: in the message outbox. */
async function lastCode(ctx: Context): Promise<string> {
  const [newest] = (await listMessages(ctx, { limit: 1 })).rows
  return /\d{6}/.exec(newest?.body ?? '')![0]
}

async function settle(
  stage: Stage,
  ctx: Context,
  chance: Dice,
  actor: Actor,
  { name, phone }: { name: string; phone: string },
): Promise<Person> {
  await tellWaiting(ctx, stage.listeners)
  const province = chance.happens(80) ? chance.pick(popular) : chance.pick(provinces()).code
  const district = chance.pick(districtsOf(chance.pick(citiesOf(province)).code))
  const street = `${chance.pick(streets)} ${chance.whole(1, 400)} 号 ${chance.whole(1, 20)} 幢 ${chance.whole(1, 28)}0${chance.whole(1, 4)} 室`
  const addressId = await addAddress(
    { ...ctx, actor },
    { name, phone, districtCode: district?.code ?? '330106', street, label: 'home', isDefault: true },
  )
  return { actor, addressId }
}

import { text as readText } from 'node:stream/consumers'
import { say } from '#kernel/text'
import {
  createStaff,
  disableAccount,
  enableAccount,
  findStaff,
  resetSecondFactor,
  resetStaffPassword,
  type StaffMember,
} from '#office/accounts'
import { defaultShop, shopByCode } from '#office/shops'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { House } from '../house.ts'
import { type Call, type Command, json, notUnderstood, onGround, optionsMissing, word } from './command.ts'
import { cliText } from './text.ts'

export const userCommand: Command = {
  usage:
    'user list|create|password|lock|unlock|reset-second-factor [NAME] [--shop CODE] [--name DISPLAY] [--role ROLE …] [--password-stdin] [--json]',
  options: {
    shop: word,
    name: word,
    role: { type: 'string', multiple: true },
    'password-stdin': { type: 'boolean' },
    ...json,
  },
  run: runUser,
}

interface Wish {
  readonly ctx: Context
  readonly call: Call
  /** The user name that was given. */
  readonly userName: string
  readonly password: string
}

/** What can be done to a member of staff. `create` makes one, the others find it by name. */
const verbs: Readonly<Record<string, (wish: Wish, member: StaffMember) => Promise<unknown>>> = {
  password: ({ ctx, password }, { id }) => resetStaffPassword(ctx, { accountId: id, password }),
  lock: ({ ctx }, { id }) => disableAccount(ctx, id),
  unlock: ({ ctx }, { id }) => enableAccount(ctx, id),
  'reset-second-factor': ({ ctx }, { id }) => resetSecondFactor(ctx, id),
}

async function runUser(call: Call): Promise<number> {
  const { values, positionals, locale } = call
  const [verb = '', userName = ''] = positionals
  const takesPassword = verb === 'create' || verb === 'password'
  const isKnown = verb === 'list' || verb === 'create' || Object.hasOwn(verbs, verb)
  if (!isKnown || (verb !== 'list' && !userName) || (takesPassword && !values['password-stdin']))
    return optionsMissing(locale, userCommand)
  const password = takesPassword ? (await readText(process.stdin)).replace(/\r?\n$/, '') : ''
  return onGround(`zhanggui user ${verb}`, async ({ house }) => {
    const ctx = await shopContext(house, call)
    if (!ctx) return notUnderstood(say(cliText, locale, 'shop-unknown'))
    if (verb === 'list') return list(ctx, call)
    const wish = { ctx, call, userName, password }
    if (verb === 'create') await create(wish)
    else await verbs[verb]!(wish, await memberNamed(wish))
    console.log(
      values.json ? JSON.stringify({ userName, done: verb }) : say(cliText, locale, `user.${verb}`, { userName }),
    )
    return 0
  })
}

async function shopContext(house: House, { values, locale }: Call): Promise<Context | undefined> {
  const code = values.shop as string | undefined
  const shop = code ? await shopByCode(house.db, code) : await defaultShop(house.db)
  return shop && { ...house.systemContext(shop.id, 'zhanggui user'), locale }
}

function create({ ctx, call, userName, password }: Wish): Promise<unknown> {
  const { name = userName, role = ['owner'] } = call.values as { name?: string; role?: string[] }
  return transaction(ctx, (tx) => createStaff(tx, { userName, displayName: name, password, roles: role }))
}

async function memberNamed({ ctx, call, userName }: Wish): Promise<StaffMember> {
  const wanted = userName.trim().toLowerCase()
  const member = (await findStaff(ctx)).find((each) => each.userName.toLowerCase() === wanted)
  if (!member) throw new Error(say(cliText, call.locale, 'user-unknown', { userName }))
  return member
}

async function list(ctx: Context, { values }: Call): Promise<number> {
  const staff = await findStaff(ctx)
  if (values.json) console.log(JSON.stringify(staff))
  else
    for (const { userName, displayName, status, roles } of staff)
      console.log([userName, displayName, status, roles.join(',')].join('\t'))
  return 0
}

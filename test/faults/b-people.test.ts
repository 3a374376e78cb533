import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { test } from 'vitest'
import { personalData } from '#apps/house'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { permissions } from '#model/office/roles'
import { loadAccount } from '#office/accounts'
import { askToClose, registerPersonalData } from '#office/privacy'
import { grantRoles, presetShopRoles } from '#office/roles'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { buyNow } from '#sales/carts'
import { findCash } from '#sales/collections'
import { vouchersOf } from '#sales/vouchers'
import { applyTracking, parcelsOf } from '#supply/shipping'
import { onDelivery, sellForCash } from '#test/cash'
import { as, lin } from '#test/context'
import { asHouse } from '#test/goods'
import { aBuyer, anOrder, aProduct, type SellingShop, ship } from '#test/orders'
import { phoneIndexes } from '../../modules/office/accounts/account-store.ts'
import { offerAuthenticator, takeTotp } from '../../modules/office/accounts/authenticator.ts'
import { insertCode } from '../../modules/office/accounts/code.ts'
import { renewRecoveryCodes } from '../../modules/office/accounts/recovery-codes.ts'
import { openSession } from '../../modules/office/accounts/session.ts'
import { aRaceShop, courseOf, firstOf } from './support/courses.ts'
import { move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()
registerPersonalData(personalData)
const history = 'platform.events.events_version_key'

async function anAccount({ db, vault, now }: Context, kind: 'staff' | 'shopper', phone?: string): Promise<AccountId> {
  const id = newId<'Account'>()
  const own = { id, kind, user_name: `p_${id}`, display_name: 'Mei', created_at: now }
  const known = phone ? { ...phoneIndexes(vault, phone), phone_cipher: vault.seal(phone) } : {}
  await db
    .insertInto('office.accounts')
    .values({ ...own, ...known })
    .execute()
  return id
}

/** Ten requests with the code that one phone was sent. */
const oneCode: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const phone = `+86138${String(randomInt(100_000_000)).padStart(8, '0')}`
    await anAccount(shop.ctx, 'shopper', phone)
    const code = await transaction(shop.ctx, (tx) => insertCode(tx, { phone, purpose: 'sign_in', minutes: 10 }))
    return {
      calls: Array.from({ length: 10 }, () => move('signInWithCode', shop.ctx, { phone: phone.slice(3), code })),
      refused: ['accounts.code_wrong'],
    }
  })
}

test('B29 one code sent to a phone and used by ten requests signs in once', () => track.holds(oneCode))
test('B29 guard off: without “a code is used once” it signs in again', () =>
  track.breaks(oneCode, 'a code is used once'))

/** A member of staff whose sign-ins, all with the right password, wait for a second proof. */
async function waitingSignIns({ ctx }: SellingShop, howMany: number) {
  const id = await anAccount(ctx, 'staff')
  const account = await loadAccount(ctx, id)
  return transaction(ctx, async (tx) => {
    const { secret } = await offerAuthenticator(tx, account)
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const codeAt = (at: Temporal.Instant) => totp.generate({ timestamp: at.epochMilliseconds })
    await takeTotp(tx, id, { code: codeAt(tx.now.subtract({ seconds: 30 })), confirmed: false })
    const [recovery] = await renewRecoveryCodes(tx, id)
    const tokens: string[] = []
    for (let each = 0; each < howMany; each++) tokens.push((await openSession(tx, account)).token)
    return { tokens, recovery: recovery!, code: codeAt(tx.now) }
  })
}

/** Four sign-ins are proved with one code at once. */
const oneProof =
  (kind: 'code' | 'recovery'): Race =>
  async (db) => {
    const shop = await aRaceShop(db)
    return courseOf(shop, async () => {
      const { tokens, ...proofs } = await waitingSignIns(shop, 4)
      return {
        calls: tokens.map((token) => move('proveSignIn', shop.ctx, { token, code: proofs[kind] })),
        refused: ['accounts.second_proof_wrong'],
      }
    })
  }

test('B29 one code of an authenticator proves one of four sign-ins', () => track.holds(oneProof('code')))
test('B29 guard off: without the locks of account and factor one code proves several', () =>
  track.breaks(oneProof('code'), ['lock the account', 'lock the second factor'], [history]))
test('B29 guard off: without the lock of the account that of the factor keeps the code single', () =>
  track.survives(oneProof('code'), 'lock the account', [history]))
test('B29 one recovery code proves one of four sign-ins', () => track.holds(oneProof('recovery')))
test('B29 guard off: without “a recovery code is used once” it proves several', () =>
  track.breaks(oneProof('recovery'), 'a recovery code is used once'))

/** Two desks redeem one voucher while its buyer gives it back. */
const oneVoucher: Race = async (db) => {
  const shop = await aRaceShop(db)
  const lesson = await aProduct(shop, { name: '茶艺课', price: money(10_000), requiresShipping: false, onHand: 0 })
  return courseOf(shop, async () => {
    const { order, buyer } = await anOrder(shop, { status: 'released', lines: [{ of: lesson }] })
    const [voucher] = await vouchersOf(shop.ctx, order.id)
    const redeem = () => move('redeemVoucher', shop.ctx, { code: voucher!.code })
    return { calls: [redeem(), redeem(), move('giveBackVoucher', buyer.ctx, voucher!.id)] }
  })
}

test('B29 a voucher is redeemed by one of two desks, or given back', () => track.holds(oneVoucher, 25))
test('B29 guard off: without “a voucher is spent once” and the lock of its order it is both', () =>
  track.breaks(oneVoucher, ['a voucher is spent once', 'lock the order'], [history]))
test('B29 guard off: without the lock of its order “a voucher is spent once” alone decides', () =>
  track.survives(oneVoucher, 'lock the order', [history]))

/** Two owners, each of whom puts the other out. */
const twoOwners: Race = async (db) => {
  const shop = await aRaceShop(db)
  await transaction(shop.ctx, presetShopRoles)
  return courseOf(shop, async () => {
    await db.deleteFrom('office.staff_roles').where('shop_id', '=', shop.ctx.shopId).execute()
    const owners = [await anAccount(shop.ctx, 'staff'), await anAccount(shop.ctx, 'staff')] as const
    for (const accountId of owners) await transaction(shop.ctx, (tx) => grantRoles(tx, { accountId, roles: ['owner'] }))
    const putOut = (who: AccountId, whom: AccountId) => {
      const actor = { ...lin, id: who, permissions: new Set<string>(permissions) }
      return move('assignRoles', as(shop.ctx, actor), { accountId: whom, roles: ['service'] })
    }
    return { calls: [putOut(owners[0], owners[1]), putOut(owners[1], owners[0])], refused: ['roles.last_owner'] }
  })
}

test('B31 of two owners who put each other out one stays', () => track.holds(twoOwners))
test('B31 guard off: without “lock the owners” nobody owns the shop', () => track.breaks(twoOwners, 'lock the owners'))

/** A role is taken away while its holder asks again and again in the other process. */
const roleTaken: Race = async (db) => {
  const shop = await aRaceShop(db)
  await transaction(shop.ctx, presetShopRoles)
  return courseOf(shop, async () => {
    const accountId = await anAccount(shop.ctx, 'staff')
    await transaction(shop.ctx, (tx) => grantRoles(tx, { accountId, roles: ['warehouse'] }))
    return {
      calls: [
        move('assignRoles', asHouse(shop.ctx), { accountId, roles: ['service'] }),
        move('askUntilRefused', shop.ctx, { accountId, permission: 'outbound.pick' }),
      ],
      winners: 2,
      harm: async ({ outcomes: [taken, asked] }) =>
        taken?.ok && asked?.ok && Number(asked.value) > 1_000 ? `still allowed after ${asked.value} ms` : undefined,
    }
  })
}

test('B31 a role that is taken away opens nothing more in the other process after a second', () =>
  track.holds(roleTaken, 25))

const heads = ['number', 'payment', 'sku', 'quantity', 'price', 'discount', 'freight', 'total', 'recipient', 'phone']
const place = { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路 90 号' }

/** Two polls bring the same order of a marketplace. */
const twoPolls: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { onHand: 9_000 })
  const cells = ['已付款', goods.sku, '2', '19.90', '3.00', '8.00', '44.80', '安小姐', '13800138000']
  return courseOf(shop, async () => {
    const values = [newId().slice(-12), ...cells]
    const row = {
      row: 2,
      values: { ...Object.fromEntries(heads.map((head, at) => [head, values[at]!])), ...place },
      others: {},
    }
    const ctx = { ...shop.ctx, actor: { ...shop.ctx.actor, kind: 'system' as const } }
    return {
      calls: [1, 2].map(() => move('importOrders', ctx, { rows: [row] })),
      count: (outcomes) => outcomes.filter((each) => each.ok && each.value === 'created').length,
    }
  })
}

test('B34 one order of a marketplace that two polls bring lands once', () => track.holds(twoPolls))
test('B34 guard off: without the key of orders from elsewhere it lands twice', () =>
  track.breaks(twoPolls, [], ['sales.orders.orders_external_number_key', 'sales.payments.payments_provider_ref']))

/** A carrier's money for one box is told of by two statements. */
const twoStatements: Race = async (db) => {
  const shop = await aRaceShop(db)
  await sellForCash(shop)
  const receivedOn = Temporal.PlainDate.from('2026-03-02')
  return courseOf(shop, async () => {
    const { order } = await onDelivery(shop)
    await ship(shop, order.id)
    const [parcel] = await parcelsOf(shop.ctx, order.id)
    const [carrier, waybillNumber] = [parcel!.carrier, parcel!.waybillNumber!]
    await applyTracking(shop.ctx, [{ carrier, waybillNumber, at: shop.ctx.now, state: 'signed', text: '签收' }])
    await shop.tell()
    const lines = [{ waybillNumber, collected: order.total, fee: money(0) }]
    const [once, again] = [newId(), newId()]
    const take = (reference: string) => move('takeStatement', shop.ctx, { carrier, reference, receivedOn, lines })
    return {
      calls: [take(once), take(once), take(again)],
      winners: 3,
      harm: async () => {
        const { rows } = await sql<{ minor: number }>`
          select sum(l.booked_minor)::int8 as minor from sales.cash_lines l
          where l.shop_id = ${shop.ctx.shopId} and l.waybill_number = ${waybillNumber}`.execute(db)
        const open = (await findCash(shop.ctx, { list: 'outstanding' })).rows.length
        return firstOf(
          rows[0]!.minor !== order.total.minor && `${rows[0]!.minor} were booked`,
          open > 0 && 'still owed',
        )
      },
    }
  })
}

test('B34 one box handed in by three statements at once, two of them the same, is booked once', () =>
  track.holds(twoStatements, 10))
test('B34 guard off: without the locks of the box its money is booked twice', () =>
  track.breaks(twoStatements, ['lock the boxes', 'lock the box'], ['sales.cash_parcels.cash_parcels_balance']))

/** Somebody's days of thought are over at the moment they order once more. */
const erasedOrOrders: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { onHand: 9_000 })
  return courseOf(shop, async () => {
    const { ctx, address, total } = await aBuyer(shop, [{ of: goods }])
    const { dueAt } = await askToClose(ctx)
    const now = dueAt.add({ minutes: 1 })
    const cartId = await buyNow(ctx, { variantId: goods.variantId, quantity: 1 })
    const order = { cartId, addressId: address.id, expectedTotal: total }
    return {
      calls: [move('eraseDue', { ...shop.ctx, now }, {}), move('placeOrder', { ...ctx, now }, order)],
      winners: [1, 2],
      harm: ({ outcomes: [, placed] }) => halfErased(ctx, placed?.ok ?? false),
    }
  })
}

/** Whole or not at all: an account with an order keeps its name, one without has none left. */
async function halfErased({ db, actor }: Context, ordered: boolean): Promise<string | undefined> {
  const { rows } = await sql<{ erased: boolean; named: boolean; addresses: number }>`
    select c.erased_at is not null as erased, k.display_name <> '' as named,
      (select count(*)::int from sales.addresses a where a.customer_id = k.id) as addresses
    from sales.customers k join office.account_closings c on c.account_id = k.id where k.id = ${actor.id}`.execute(db)
  const { erased, named, addresses } = rows[0]!
  if (erased && ordered) return 'erased although an order is open'
  return erased === (!named && addresses === 0) ? undefined : 'half of it is erased'
}

test('B35 erased at the moment of a new order: either the order stands and nothing is erased, or all is erased and there is no order', () =>
  track.holds(erasedOrOrders))
test('B35 guard off: without “look again before erasing” an order stands whose buyer is erased', () =>
  track.breaks(erasedOrOrders, 'look again before erasing'))

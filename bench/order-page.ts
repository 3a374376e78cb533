import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { staffPassword } from '#demo/shop'
import { openBrowser } from '#test/chromium'
import { type Bench, repeat } from './support/benchmark.ts'
import { demoHouse } from './support/demo-house.ts'
import { dataFolder } from './support/folders.ts'
import { figure, type Metric } from './support/metric.ts'
import { openHouse } from './support/open-house.ts'

/** Source: the issue of the order workbench, 300 events in under a second. */
const events = 300
const mostSeconds = 1

/** The page of an order with a long history, for staff whose console is open since the morning, and in a browser that knows nothing yet: until its first event is read. */
export async function orderPage(bench: Bench): Promise<Metric[]> {
  const folder = 'order-page'
  rmSync(join(dataFolder, folder), { recursive: true, force: true })
  cpSync(join(dataFolder, await demoHouse(bench.say)), join(dataFolder, folder), { recursive: true })
  const house = await openHouse({ folder, demo: true, page: '/' })
  bench.atEnd(() => house.stop())
  const desk = await openDesk(house.url)
  const path = `/console/orders/${await orderWithEvents(desk)}`
  const browser = await openBrowser()
  bench.atEnd(() => browser.close())
  await visits(browser, desk, path) // the first to look waits for what is read from the disk once
  const runs = await repeat(bench, () => visits(browser, desk, path))
  const metric = `page of an order with ${events} events: first event`
  return [
    figure({ metric, unit: 's', runs: runs.map(({ again }) => again), atMost: mostSeconds }),
    figure({ metric: `${metric}, in an empty browser`, unit: 's', runs: runs.map(({ first }) => first) }),
  ]
}

interface Desk {
  readonly url: string
  readonly cookie: string
  ask<Answer>(path: string, body?: unknown): Promise<Answer>
}

async function openDesk(url: string): Promise<Desk> {
  const send = (path: string, body?: unknown, cookie = '') =>
    fetch(`${url}/api/v1/admin${path}`, {
      headers: { 'content-type': 'application/json', origin: url, cookie, 'idempotency-key': crypto.randomUUID() },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
  const signedIn = await send('/sign-in', { userName: 'owner', password: staffPassword })
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  return {
    url,
    cookie,
    async ask<Answer>(path: string, body?: unknown) {
      const answer = await send(path, body, cookie)
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as Answer
    },
  }
}

/** An order that was sent, about which colleagues have said much. */
async function orderWithEvents({ ask }: Desk): Promise<string> {
  const { rows } = await ask<{ rows: { id: string }[] }>('/orders?headline=delivered&limit=1')
  const { id } = rows[0]!
  const told = await ask<{ rows: unknown[] }>(`/orders/${id}/timeline`)
  for (let event = told.rows.length; event < events; event++)
    await ask(`/orders/${id}/comments`, { words: `第 ${event} 次联系买家，改天再送`, mentions: [] })
  return id
}

/** Seconds from the address until the first event can be read: in an empty browser, and again in the same one. */
async function visits(
  browser: Browser,
  { url, cookie }: Desk,
  path: string,
): Promise<{ first: number; again: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const [name, value] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name: name!, value: value!, url }])
  const visit = async () => {
    const page = await context.newPage()
    await page.goto(url + path, { waitUntil: 'commit' })
    await page.locator('ol.twin > li').first().waitFor()
    const millis = await page.evaluate(() => performance.now())
    await page.close()
    return millis / 1_000
  }
  try {
    return { first: await visit(), again: await visit() }
  } finally {
    await context.close()
  }
}

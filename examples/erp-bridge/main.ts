import { createServer, type IncomingMessage } from 'node:http'
import { connect, verifyWebhook, type WebhookMessage, WebhookRefused } from '#client'
import { publish, ship, subscribe } from './bridge.ts'

const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`set ${name}`)
  return value
}
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const zhanggui = connect({ url: need('ZHANGGUI_URL'), key: need('ZHANGGUI_KEY'), locale: 'en' })
const port = Number(process.env.PORT ?? 4040)
const address = process.env.BRIDGE_URL ?? `http://localhost:${port}/zhanggui`

/** Messages that were seen: they may come twice. A real bridge keeps them in its database. */
const seen = new Set<string>()
let secret = ''

createServer(async (request, response) => {
  try {
    const message = await verifyWebhook({ secret, headers: request.headers, body: await bodyOf(request) })
    response.writeHead(204).end() // first answer, then work
    if (seen.has(message.id)) return
    seen.add(message.id)
    await work(message)
  } catch (error) {
    if (!response.headersSent) response.writeHead(error instanceof WebhookRefused ? 401 : 500).end()
    say(`refused: ${(error as Error).message}`)
  }
}).listen(port, () => void start())

async function start(): Promise<void> {
  const { name, shop, scopes } = await zhanggui.call('GET /api/v1/partner/key')
  say(`connected to ${shop.nameEn} as ${name} with ${scopes.length} scopes`)
  secret = await subscribe(zhanggui, address)
  const product = await publish(zhanggui, {
    sku: 'ERP-MUG-1',
    name: { zh: '接口马克杯', en: 'Bridge mug' },
    description: '<p>350 ml, white porcelain.</p>',
    priceMinor: 9_900,
    weightGrams: 350,
    stock: 10,
    picture: new URL('./mug.avif', import.meta.url),
  })
  say(`product ${product.id} is ${product.status}: /products/${product.slug}`)
}

async function work(message: WebhookMessage): Promise<void> {
  if (message.type !== 'order.paid' && message.type !== 'order.released') return
  const waybill = await ship(zhanggui, message.data)
  say(waybill ? `shipped ${message.data.number} as ${waybill}` : `${message.data.number} waits for a person`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

import { parseArgs } from 'node:util'
import { startGateway } from './gateway.ts'

const usage = `Sandbox payment gateway speaking WeChat Pay API v3, Alipay and Stripe. / 沙箱支付网关（微信支付 v3、支付宝、Stripe 协议）

  node sandbox/gateway/main.ts --port 4010 --store FOLDER [--host 127.0.0.1] [--public-url URL] [--stripe-webhook URL] [--speed 1]

  --store       keys, merchant.json and the database are kept here / 密钥、merchant.json 与数据库所在目录
  --public-url  where browsers reach the cashier page / 浏览器访问收银台的地址
  --stripe-webhook  where Stripe sends its events / Stripe 事件的接收地址
  --speed       waiting times divided by this; 1000 makes 15 s into 15 ms / 等待时间缩短倍数`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    store: { type: 'string' },
    host: { type: 'string' },
    'public-url': { type: 'string' },
    'stripe-webhook': { type: 'string' },
    speed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})
const [port, speed] = [Number(values.port), Number(values.speed)]

if (values.help) {
  console.log(usage)
} else if (!values.store || !Number.isInteger(port) || port < 0 || port > 65_535 || !(speed > 0)) {
  console.error(usage)
  process.exitCode = 2
} else {
  await run(values.store)
}

async function run(storeFolder: string): Promise<void> {
  const { host, 'public-url': publicUrl, 'stripe-webhook': stripeWebhook } = values
  const gateway = await startGateway({ port, speed, storeFolder, host, publicUrl, stripeWebhook })
  console.log(`sandbox payment gateway on ${gateway.url}`)
  const stop = () => void gateway.stop().finally(() => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  process.once('disconnect', stop) // the shop that started it is gone
}

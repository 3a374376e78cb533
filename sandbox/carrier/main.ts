import { parseArgs } from 'node:util'
import { startCarrier } from './carrier.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    store: { type: 'string', default: './data/sandbox-carrier' },
    host: { type: 'string', default: '127.0.0.1' },
    speed: { type: 'string', default: '60' },
  },
})
const [port, speed] = [Number(values.port), Number(values.speed)]
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be a number from 0 to 65535')
if (!(speed > 0)) throw new Error('--speed must be a number above 0, such as 1 for real time')

const carrier = await startCarrier({ port, storeFolder: values.store, host: values.host, speed })
console.log(
  `sandbox carrier: ${carrier.url} (merchant ${carrier.credentials.businessId}, ${speed} times as fast as life)`,
)
const stop = () => void carrier.stop().finally(() => process.exit())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
process.once('disconnect', stop) // the shop that started it is gone

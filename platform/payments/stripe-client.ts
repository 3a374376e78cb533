import type { Stripe } from 'stripe'
import type { CallLimits, OutsideReply } from '#platform/outbound'
import { BadAnswer, ProviderUnreachable, providerDeclined } from './errors.ts'
import { callProvider } from './provider-call.ts'

export interface StripeConfig {
  /** https://api.stripe.com, or the sandbox gateway's address. */
  readonly baseUrl: string
  readonly secretKey: string
  /** The signing secret of the webhook endpoint that points at us (whsec_…). */
  readonly webhookSecret: string
  readonly limits?: CallLimits
}

/** Runs one call of the official SDK and turns what it throws into the words of this room. */
export type AskStripe = <Answer>(call: (stripe: Stripe) => Promise<Answer>) => Promise<Answer>

/** The official SDK, loaded at the first use, over our own outbound helper; it repeats nothing by itself. */
export function stripeClient(config: StripeConfig): { ask: AskStripe; stripe(): Promise<Stripe> } {
  let loading: Promise<Stripe> | undefined
  const stripe = () => {
    loading ??= load(config)
    return loading
  }
  return {
    stripe,
    async ask(call) {
      const sdk = await stripe()
      try {
        return await call(sdk)
      } catch (error) {
        throw inOurWords(error)
      }
    },
  }
}

async function load({ baseUrl, secretKey, limits }: StripeConfig): Promise<Stripe> {
  const { Stripe } = await import('stripe')
  const { protocol, hostname, port } = new URL(baseUrl)
  return new Stripe(secretKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port || (protocol === 'http:' ? 80 : 443),
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: {
      getClientName: () => 'zhanggui',
      makeRequest: async (_host, _port, path, method, headers, body) =>
        toReply(
          await callProvider(
            'stripe',
            {
              url: new URL(path, baseUrl),
              method: method as 'GET' | 'POST',
              headers: texts(headers),
              body: body ?? '',
            },
            limits,
          ),
        ),
    },
  })
}

const texts = (headers: Readonly<Record<string, string | number | string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )

const toReply = ({ status, headers, body }: OutsideReply) => ({
  getStatusCode: () => status,
  getHeaders: () => texts(headers as Record<string, string>),
  getRawResponse: () => body,
  toStream: () => body,
  toJSON: async () => JSON.parse(body.toString('utf8')) as unknown,
})

interface ErrorOfStripe {
  readonly type?: string
  readonly code?: string
  readonly statusCode?: number
  readonly message: string
  /** What our own helper threw, when it did. */
  readonly detail?: unknown
}

/** Source: docs.stripe.com, error handling: connection, 5xx and rate limits leave open what happened. */
function inOurWords(error: unknown): unknown {
  const { type, code, statusCode, message, detail } = error as ErrorOfStripe
  if (detail instanceof ProviderUnreachable || detail instanceof BadAnswer) return detail
  switch (type) {
    case 'StripeConnectionError':
    case 'StripeAPIError':
    case 'StripeRateLimitError':
      return new ProviderUnreachable('stripe', `${statusCode ?? ''} ${message}`.trim(), { cause: error })
    case 'StripeIdempotencyError':
      return providerDeclined({ provider: 'stripe', providerCode: idempotencyConflict, providerMessage: message })
    case undefined:
      return error
    default:
      return providerDeclined({ provider: 'stripe', providerCode: String(code ?? type), providerMessage: message })
  }
}

/** The key was used before with other words: the first call stands. */
export const idempotencyConflict = 'idempotency_key_in_use'

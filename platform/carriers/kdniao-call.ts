import { carrierAnswerUnreadable, carrierUnreachable } from './errors.ts'

export interface CallLimits {
  /** From the first byte out to the last byte in (reliability rule R9). */
  readonly totalMillis: number
  readonly bodyBytes: number
}

export const carrierCallLimits: CallLimits = { totalMillis: 5_000, bodyBytes: 1_048_576 }

/**
 * Posts a form and returns the JSON answered. It always ends, follows no redirect and reads no more than allowed.
 *
 * @throws carrierUnreachable when no whole answer came in time
 * @throws carrierAnswerUnreadable when the answer is no JSON object with status 200, or too large
 */
export async function postForm(url: URL, form: Readonly<Record<string, string>>, limits: CallLimits): Promise<unknown> {
  const signal = AbortSignal.timeout(limits.totalMillis)
  const body = new URLSearchParams(form)
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal }).catch((error: Error) => {
    throw unreachable(error, limits)
  })
  const text = await readText(response, limits)
  if (response.status >= 500 || response.status === 429)
    throw carrierUnreachable({ reason: `status ${response.status}` })
  if (response.status !== 200) throw carrierAnswerUnreadable({ reason: `status ${response.status}` })
  return parseJson(text)
}

async function readText(response: Response, limits: CallLimits): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > limits.bodyBytes) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw unreachable(error as Error, limits)
  }
  if (size > limits.bodyBytes) throw carrierAnswerUnreadable({ reason: `more than ${limits.bodyBytes} bytes` })
  return Buffer.concat(chunks).toString('utf8')
}

function unreachable(error: Error, limits: CallLimits) {
  const reason =
    error.name === 'TimeoutError'
      ? `nothing within ${limits.totalMillis} ms`
      : ((error.cause as Error | undefined)?.message ?? error.message)
  return carrierUnreachable({ reason })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw carrierAnswerUnreadable({ reason: 'no JSON' })
  }
}

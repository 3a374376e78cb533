import { AnswerTooLarge, type CallLimits, callOutside, NoAnswer, type OutsideReply } from '#platform/outbound'
import { carrierAnswerUnreadable, carrierUnreachable } from './errors.ts'

/** Source: reliability rule R9: outbound connect 1 s, 5 s in all; answers up to 1 MB. */
export const carrierCallLimits: CallLimits = { connectMillis: 1_000, totalMillis: 5_000, bodyBytes: 1_048_576 }

/**
 * Posts a form and returns the JSON answered.
 *
 * @throws carrierUnreachable when no whole answer came in time
 * @throws carrierAnswerUnreadable when the answer is no JSON object with status 200, or too large
 */
export async function postForm(url: URL, form: Readonly<Record<string, string>>, limits: CallLimits): Promise<unknown> {
  const { status, body } = await send(url, new URLSearchParams(form).toString(), limits)
  if (status >= 500 || status === 429) throw carrierUnreachable({ reason: `status ${status}` })
  if (status !== 200) throw carrierAnswerUnreadable({ reason: `status ${status}` })
  return parseJson(body.toString('utf8'))
}

async function send(url: URL, body: string, limits: CallLimits): Promise<OutsideReply> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    'content-length': String(Buffer.byteLength(body)),
  }
  try {
    return await callOutside('kdniao', { url, method: 'POST', headers, body }, limits)
  } catch (error) {
    if (error instanceof AnswerTooLarge) throw carrierAnswerUnreadable({ reason: error.message })
    if (error instanceof NoAnswer) throw carrierUnreachable({ reason: error.message })
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw carrierAnswerUnreadable({ reason: 'no JSON' })
  }
}

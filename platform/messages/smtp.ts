import type { SmtpSettings } from '#platform/config'
import { MessageRefused, type MessageSender } from './senders.ts'

/** E-mail through an SMTP server. The password travels only under TLS, unless the server is this very machine. */
export function smtpSender(settings: SmtpSettings): MessageSender {
  const { from } = settings
  return {
    async send({ id, recipient, subject, body }) {
      const mail = {
        messageId: `<${id}@${new URL(`http://${from.split('@').at(-1)!.replace('>', '')}`).hostname}>`,
        from,
      }
      const transport = await transportTo(settings)
      const answer = await transport
        .sendMail({ ...mail, to: recipient, subject: subject ?? '', text: body })
        .catch(refuseForGood)
      return answer.messageId
    },
  }
}

/** Each message has a connection of its own. */
async function transportTo({ host, port, secure, user, password }: SmtpSettings) {
  const { createTransport } = await import('nodemailer')
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host)
  return createTransport({
    host,
    port,
    secure,
    auth: user ? { user, pass: password } : undefined,
    requireTLS: !secure && !isHere,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** A 5xx of the server is a no for good (RFC 5321, section 4.2.1); a wrong password is ours to mend, so that one is tried again. */
function refuseForGood(error: Error & { responseCode?: number; code?: string }): never {
  const { responseCode = 0, code } = error
  if (responseCode >= 500 && code !== 'EAUTH') throw new MessageRefused(`the mail server refused it: ${responseCode}`)
  throw new Error(`the mail server did not take it: ${code ?? responseCode}`)
}

import type { Locale } from '#kernel/text'

/** What a provider is given. */
export interface Outgoing {
  /** Ours: a repeat bears the same. */
  readonly id: string
  readonly recipient: string
  readonly template: string
  readonly values: Readonly<Record<string, string>>
  readonly locale: Locale
  readonly subject: string | null
  readonly body: string
}

/** A provider of one channel. Answers with its own id of the message; throws `MessageRefused` when it would say no again and again. */
export interface MessageSender {
  send(message: Outgoing): Promise<string>
}

/** Who takes messages away; a channel without a sender keeps them in the outbox, where a developer reads them. */
export interface MessageSenders {
  readonly sms?: MessageSender
  readonly email?: MessageSender
}

/** The provider will not take this message, however often it is asked: an unknown number, a template that is missing. */
export class MessageRefused extends Error {
  override name = 'MessageRefused'
}

import type { FastifyReply } from 'fastify'
import { sheetTypes, type WrittenForm, writeSheet } from '#platform/imports'

interface SendSheet {
  readonly form: WrittenForm
  /** Without its ending; ASCII. */
  readonly name: string
  readonly lines: readonly (readonly string[])[]
}

/** Answers with lines as a file to save. */
export async function sendSheet(reply: FastifyReply, { form, name, lines }: SendSheet): Promise<FastifyReply> {
  const bytes = await writeSheet(form, lines)
  return reply
    .type(sheetTypes[form])
    .header('content-disposition', `attachment; filename="${name}.${form}"`)
    .send(bytes)
}

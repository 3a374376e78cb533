import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { refusal } from '#kernel/refusal'
import { mustBeKeepable, type Routes } from '#platform/http'

export const fileMissing = refusal(
  'invalid',
  'request.file_missing',
  (_: { field: 'file' }) => 'the form holds no file',
)
export const fileTooLarge = refusal(
  'invalid',
  'request.file_too_large',
  (d: { field: 'file'; most: number }) => `the file is larger than ${d.most} MB`,
)

export interface Upload {
  readonly name: string
  readonly bytes: Buffer
  /** The form's other fields, texts only. */
  readonly fields: Readonly<Record<string, string>>
}

/** A scope whose routes take a form with one file of at most `bytes`. */
export function uploads(
  app: Routes,
  bytes: number,
  routes: (scope: Routes, read: (request: FastifyRequest) => Promise<Upload>) => void,
): void {
  app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: bytes, files: 1, fields: 10, fieldSize: 10_000, parts: 11 },
      throwFileSizeLimit: false,
    })
    routes(scope as Routes, (request) => readUpload(request, bytes))
  })
}

/** @throws fileMissing, fileTooLarge */
async function readUpload(request: FastifyRequest, most: number): Promise<Upload> {
  if (!request.isMultipart()) throw fileMissing({ field: 'file' })
  const fields: Record<string, string> = Object.create(null)
  let file: Omit<Upload, 'fields'> | undefined
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      file = { name: part.filename, bytes: await part.toBuffer() }
      if (part.file.truncated) throw fileTooLarge({ field: 'file', most: most / 1_048_576 })
    }
  }
  if (!file) throw fileMissing({ field: 'file' })
  mustBeKeepable('body', { ...fields, name: file.name })
  return { ...file, fields }
}

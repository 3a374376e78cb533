import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { pictureTooLarge } from '#goods/media'
import { type Refusal, refusal } from '#kernel/refusal'
import { mediaLimits } from '#model/goods/media'
import type { Context } from '#platform/context'
import { mustBeKeepable, type Routes } from '#platform/http'
import { clearCookie, setLargeText, setPlace, setSession, setVisits, visitorOf, withGuest } from '../cookies.ts'
import { isFormRefusal, problemText, showError } from './errors.ts'
import { forms } from './forms.ts'
import { type Front, places, showPage } from './front.ts'
import { laneOfPage } from './lane-of-page.ts'
import type { Answer, Form, FormRequest, UploadedFile } from './page.ts'
import { baseOf, formFiles } from './page.ts'

/** More files than anybody chooses by mistake: what is beyond `formFiles` is read to its end and let go, so that the page can say so. */
const mostFiles = 60
const mostBytes = 6 * mediaLimits.bytes

/** Every form of the storefront as plain HTML sends it, in each place. */
export async function formRoutes(app: Routes, front: Front): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => showError(front, { error, request, reply }))
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    await scope.register(multipart, {
      throwFileSizeLimit: false,
      limits: { files: mostFiles, fileSize: mediaLimits.bytes, fields: 60, fieldSize: 20_000 },
    })
    for (const { prefix } of places)
      for (const form of forms) formRoute(scope as unknown as Routes, front, prefix, form)
  })
}

function formRoute(app: Routes, front: Front, prefix: string, form: Form): void {
  const options = {
    config: { needs: form.needs, ...laneOfPage(form.path), hidden: true },
    bodyLimit: form.withFiles ? mostBytes : 100_000,
  }
  app.post(`${prefix}${form.path}`, options, async (request, reply) => {
    request.context = withGuest(request, reply)
    const { refused, ...asked } = await formRequest(front, form, request)
    try {
      if (refused) throw refused
      const answer = await form.run(asked)
      return await follow(front, request, reply, {
        answer: typeof answer === 'string' ? { to: answer } : answer,
        asked,
        form,
      })
    } catch (error) {
      if (!isFormRefusal(error)) throw error
      const view = await front.viewOf(request, asked)
      const again = { ...asked, form: { values: asked.body, problem: problemText(error, view) } }
      return showPage(front, {
        request,
        reply,
        asked: again,
        page: form.page,
        status: statusOf[error.kind] ?? 422,
      })
    }
  })
}

const statusOf: Partial<Record<Refusal['kind'], number>> = { conflict: 409, busy: 503 }

type Asked = FormRequest & Awaited<ReturnType<Front['requestOf']>>

async function formRequest(front: Front, form: Form, request: FastifyRequest): Promise<Asked & Pick<Sent, 'refused'>> {
  const { body, files, refused } = await readForm(request)
  const asked = await front.requestOf(request)
  const ctx = form.once ? withRepeatKey(asked.ctx, request, body) : asked.ctx
  return {
    ...asked,
    ctx,
    body,
    files,
    refused,
    visitor: visitorOf(request),
  }
}

interface Sent {
  readonly body: URLSearchParams
  readonly files: readonly UploadedFile[]
  /** Why its files are not taken: the page says so, and keeps what was typed. */
  readonly refused?: Refusal
}

const tooManyFiles = refusal(
  'invalid',
  'forms.too_many_files',
  (d: { field: string; most: number }) => `more than ${d.most} files in one form`,
)

async function readForm(request: FastifyRequest): Promise<Sent> {
  if (request.body instanceof URLSearchParams) return { body: request.body, files: [] }
  const body = new URLSearchParams()
  const files: UploadedFile[] = []
  let refused: Refusal | undefined
  if (!request.isMultipart()) return { body, files }
  for await (const part of request.parts()) {
    if (part.type === 'field') body.append(part.fieldname, String(part.value))
    else {
      const { fieldname: field, filename: name } = part
      if (refused || files.length === formFiles) {
        part.file.resume()
        refused ??= tooManyFiles({ field, most: formFiles })
        continue
      }
      const bytes = await part.toBuffer()
      if (part.file.truncated) refused = pictureTooLarge({ field, bytes: bytes.length })
      else if (bytes.length > 0) files.push({ field, name, bytes })
    }
  }
  mustBeKeepable('body', body)
  return { body, files, refused }
}

/** The same page sent twice with the same content is one wish; a changed one after "back" is another. */
function withRepeatKey(ctx: Context, request: FastifyRequest, body: URLSearchParams): Context {
  const fingerprint = createHash('sha256').update(`${request.url}\n${body}`).digest('base64url')
  const caller = ctx.actor.id ?? ctx.actor.guestKey ?? request.ip
  const key = `${(body.get('key') ?? '').slice(0, 64)}:${fingerprint}`
  return { ...ctx, repeat: { scope: `form:${ctx.actor.kind}:${caller}:${request.routeOptions.url}`, key, fingerprint } }
}

interface Follow {
  readonly answer: Answer
  readonly asked: Asked
  readonly form: Form
}

async function follow(
  front: Front,
  request: FastifyRequest,
  reply: FastifyReply,
  { answer, asked, form }: Follow,
): Promise<unknown> {
  const { publicUrl } = front.house.outside
  if (answer.session === 'end') clearCookie(reply, 'shop', publicUrl)
  else if (answer.session) setSession(reply, publicUrl, answer.session)
  if (answer.districtCode !== undefined) setPlace(reply, publicUrl, answer.districtCode)
  if (answer.visits) setVisits(reply, publicUrl, answer.visits === 'refused' ? undefined : answer.visits)
  if (answer.largeText !== undefined) setLargeText(reply, publicUrl, answer.largeText)
  if (answer.again)
    return showPage(front, {
      request,
      reply,
      asked: { ...asked, form: { values: asked.body } },
      page: form.page,
      again: answer.again,
    })
  const place = answer.inShop ? { ...asked.place, shopCode: answer.inShop } : asked.place
  if (!answer.outside) return reply.redirect(`${baseOf(place)}${answer.to}`, 303)
  const view = await front.viewOf(request, asked)
  return front.show(request, reply, {
    shows: 'leave',
    view,
    page: { to: answer.outside, back: answer.to },
    isPrivate: true,
  })
}

import { Type } from 'typebox'
import { addPicture, findPictures } from '#goods/media'
import {
  announce,
  beginCampaign,
  beginHome,
  cancelScheduled,
  changeAnnouncement,
  findAnnouncements,
  findUnfinished,
  listPages,
  loadPage,
  previewLink,
  publishPage,
  removeAnnouncement,
  rollBack,
  saveDraft,
  templateContent,
  versionsOf,
  withdrawPage,
} from '#growth/content'
import { mediaLimits } from '#model/goods/media'
import { type AnnouncementId, contentLimits, type PageId, templateNames } from '#model/growth/content'
import type { Context } from '#platform/context'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { AnnouncementBody, AnnouncementJson, ContentJson, PageJson, SavedJson } from '../content-shapes.ts'
import { BothBody, Nullable } from '../goods-shapes.ts'
import { uploads } from '../upload.ts'

const tags = ['decoration']
const changing = { needs: { staff: 'pages.change' } } as const
const publishing = { needs: { staff: 'pages.publish' } } as const
const closed = { additionalProperties: false }
const NumberBody = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed)
const PageEntryJson = Type.Object({
  id: IdText,
  name: Type.String({ description: '`home`, or the last part of a campaign’s address' }),
  title: Nullable(BothBody),
})
const NumberJson = Type.Object({ number: Type.Integer() })

/** The decoration of a shop: drafts, previews, versions. */
export function shopPageRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/shop-pages',
    {
      config: changing,
      schema: { tags, response: { 200: Type.Array(PageEntryJson) } },
    },
    async ({ context }) =>
      (await listPages(context)).map(({ id, name, draft }) => ({ id, name, title: draft.head?.title ?? null })),
  )
  app.post(
    '/api/v1/admin/shop-pages',
    {
      config: { ...changing, once: true },
      schema: {
        tags,
        description: 'Begins to decorate the home page with a ready-made layout, filled with the shop’s own goods.',
        body: Type.Object({ template: OneOf(templateNames) }, closed),
        response: { 201: Type.Object({ id: IdText }) },
      },
    },
    async ({ context, body }, reply) =>
      reply.code(201).send({ id: await beginHome(context, await templateContent(context, body.template)) }),
  )
  app.post(
    '/api/v1/admin/shop-pages/campaigns',
    {
      config: { ...changing, once: true },
      schema: {
        tags,
        description:
          'Begins a page for a campaign: visitors find it under /campaigns/ and its name once it is published.',
        body: Type.Object({ name: Type.String({ maxLength: 100 }), title: BothBody }, closed),
        response: { 201: Type.Object({ id: IdText }) },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send({ id: await beginCampaign(context, body) }),
  )
  app.get(
    '/api/v1/admin/shop-pages/:id',
    { config: { ...changing, versioned: true }, schema: { tags, params: IdParams, response: { 200: PageJson } } },
    ({ context, params }) => wholePage(context, params.id as PageId),
  )
  app.put(
    '/api/v1/admin/shop-pages/:id/draft',
    {
      config: { ...changing, versioned: true },
      schema: { tags, params: IdParams, body: ContentJson, response: { 200: SavedJson } },
    },
    async ({ context, params, body }) => {
      const draft = await saveDraft(context, { pageId: params.id as PageId, content: body })
      return { draft, unfinished: findUnfinished(draft) }
    },
  )
  app.post(
    '/api/v1/admin/shop-pages/:id/preview',
    {
      config: changing,
      schema: { tags, params: IdParams, response: { 200: Type.Object({ token: Type.String(), until: Instant }) } },
    },
    ({ context, params }) => previewLink(context, params.id as PageId),
  )
  app.get(
    '/api/v1/admin/shop-page-templates',
    {
      config: changing,
      schema: {
        tags,
        response: { 200: Type.Array(Type.Object({ name: OneOf(templateNames), content: ContentJson })) },
      },
    },
    ({ context }) =>
      Promise.all(templateNames.map(async (name) => ({ name, content: await templateContent(context, name) }))),
  )
}

async function wholePage(context: Context, id: PageId) {
  const page = await loadPage(context, id)
  return { ...page, unfinished: findUnfinished(page.draft), versions: await versionsOf(context, id) }
}

/** What makes visitors see a page. */
export function shopPagePublishingRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/shop-pages/:id/publish',
    {
      config: { ...publishing, once: true, versioned: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object(
          {
            note: Type.Optional(Type.String({ maxLength: contentLimits.note })),
            at: Type.Optional(Type.String({ format: 'date-time' })),
          },
          closed,
        ),
        response: { 201: NumberJson },
      },
    },
    async ({ context, params, body: { note, at } }, reply) => {
      const showsFrom = at === undefined ? undefined : Temporal.Instant.from(at)
      const number = await publishPage(context, { pageId: params.id as PageId, note, at: showsFrom })
      return reply.code(201).send({ number })
    },
  )
  app.post(
    '/api/v1/admin/shop-pages/:id/cancel',
    {
      config: publishing,
      schema: { tags, params: IdParams, body: NumberBody, response: { 204: Type.Null() } },
    },
    async ({ context, params, body }, reply) => {
      await cancelScheduled(context, { pageId: params.id as PageId, number: body.number })
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/v1/admin/shop-pages/:id/withdraw',
    { config: publishing, schema: { tags, params: IdParams, response: { 204: Type.Null() } } },
    async ({ context, params }, reply) => {
      await withdrawPage(context, params.id as PageId)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/v1/admin/shop-pages/:id/roll-back',
    {
      config: { ...publishing, once: true },
      schema: { tags, params: IdParams, body: NumberBody, response: { 201: NumberJson } },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send({ number: await rollBack(context, { pageId: params.id as PageId, number: body.number }) }),
  )
}

const PictureJson = Type.Object({ id: IdText, width: Type.Integer(), height: Type.Integer(), alt: BothBody })

/** The pictures a page can show. */
export function shopPagePictureRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/shop-page-pictures',
    {
      config: changing,
      schema: {
        tags,
        querystring: Type.Object({ ...PageQuery, text: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
        response: { 200: PageOf(PictureJson) },
      },
    },
    ({ context, query }) => findPictures(context, query),
  )
  uploads(app, mediaLimits.bytes, (scope, read) => {
    scope.post(
      '/api/v1/admin/shop-page-pictures',
      {
        config: changing,
        schema: {
          tags,
          consumes: ['multipart/form-data'],
          description: 'A form with `file`, `alt` and `altEn`. The same picture again gives the same id.',
          response: { 201: Type.Object({ id: IdText }) },
        },
      },
      async (request, reply) => {
        const { bytes, fields } = await read(request)
        const id = await addPicture(request.context, { bytes, alt: fields.alt ?? '', altEn: fields.altEn })
        return reply.code(201).send({ id })
      },
    )
  })
}

const wishOf = (body: {
  text: { zh: string; en: string }
  link: string
  showsFrom: string
  showsUntil: string | null
}) => ({
  ...body,
  showsFrom: Temporal.Instant.from(body.showsFrom),
  showsUntil: body.showsUntil === null ? null : Temporal.Instant.from(body.showsUntil),
})

/** The lines above all pages of a shop. */
export function announcementRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/announcements',
    {
      config: changing,
      schema: { tags, querystring: Type.Object(PageQuery, closed), response: { 200: PageOf(AnnouncementJson) } },
    },
    ({ context, query }) => findAnnouncements(context, query),
  )
  app.post(
    '/api/v1/admin/announcements',
    {
      config: { ...publishing, once: true },
      schema: { tags, body: AnnouncementBody, response: { 201: Type.Object({ id: IdText }) } },
    },
    async ({ context, body }, reply) => reply.code(201).send({ id: await announce(context, wishOf(body)) }),
  )
  app.put(
    '/api/v1/admin/announcements/:id',
    {
      config: publishing,
      schema: { tags, params: IdParams, body: AnnouncementBody, response: { 204: Type.Null() } },
    },
    async ({ context, params, body }, reply) => {
      await changeAnnouncement(context, params.id as AnnouncementId, wishOf(body))
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/v1/admin/announcements/:id',
    { config: publishing, schema: { tags, params: IdParams, response: { 204: Type.Null() } } },
    async ({ context, params }, reply) => {
      await removeAnnouncement(context, params.id as AnnouncementId)
      return reply.code(204).send(null)
    },
  )
}

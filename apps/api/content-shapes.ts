import { Type } from 'typebox'
import {
  type Block,
  type BlockKind,
  contentLimits,
  iconSources,
  lookCorners,
  lookDensities,
  type PageContent,
  shelfLayouts,
  shelfSources,
  storySides,
  textTones,
  versionStatuses,
} from '#model/growth/content'
import { IdText, Instant, OneOf } from '#platform/http'
import { IdOf, Nullable } from './goods-shapes.ts'

const closed = { additionalProperties: false }
const short = (maxLength: number) => Type.String({ maxLength })
const both = (maxLength: number) => Type.Object({ zh: short(maxLength), en: short(maxLength) }, closed)
const Words = both(contentLimits.text * 2)
const Link = short(contentLimits.link * 2)
const PictureOrNone = Nullable(IdOf<'Picture'>())
const Moment = Nullable(Type.String({ format: 'date-time' }))

const block = <P extends Parameters<typeof Type.Object>[0]>(kind: BlockKind, properties: P) =>
  Type.Object(
    {
      id: Type.String({ minLength: 1, maxLength: 60 }),
      kind: Type.Literal(kind),
      from: Moment,
      until: Moment,
      ...properties,
    },
    closed,
  )
const SlideJson = Type.Object(
  {
    pictureId: PictureOrNone,
    phonePictureId: PictureOrNone,
    alt: Words,
    title: Words,
    text: Words,
    button: Words,
    link: Link,
  },
  closed,
)
const IconJson = Type.Object({ pictureId: PictureOrNone, label: Words, link: Link }, closed)

const BlockJson = Type.Unsafe<Block>(
  Type.Union([
    block('welcome', { pictureId: PictureOrNone }),
    block('banner', { slides: Type.Array(SlideJson, { maxItems: 50 }) }),
    block('icons', { source: OneOf(iconSources), items: Type.Array(IconJson, { maxItems: 50 }) }),
    block('shelf', {
      title: Words,
      source: OneOf(shelfSources),
      categoryId: Nullable(IdOf<'Category'>()),
      productIds: Type.Array(IdOf<'Product'>(), { maxItems: 100 }),
      count: Type.Integer({ minimum: 1, maximum: contentLimits.count }),
      layout: OneOf(shelfLayouts),
    }),
    block('recommended', { title: Words, count: Type.Integer({ minimum: 1, maximum: contentLimits.count }) }),
    block('story', {
      pictureId: PictureOrNone,
      alt: Words,
      title: Words,
      text: Words,
      button: Words,
      link: Link,
      side: OneOf(storySides),
    }),
    block('text', { title: Words, text: Words, tone: OneOf(textTones), button: Words, link: Link }),
    block('promises', {}),
    block('offers', {}),
    block('countdown', { reductionId: Nullable(IdOf<'Reduction'>()), title: Words, link: Link }),
    block('html', { html: both(contentLimits.html * 2) }),
  ]),
)
const LookJson = Type.Object(
  {
    accent: short(20),
    corners: OneOf(lookCorners),
    density: OneOf(lookDensities),
    logoId: PictureOrNone,
    signId: PictureOrNone,
  },
  closed,
)

/** What a page shows, as it is sent and answered. */
export const ContentJson = Type.Unsafe<PageContent>(
  Type.Object(
    {
      look: LookJson,
      blocks: Type.Array(BlockJson, { maxItems: 100 }),
      head: Type.Optional(Type.Object({ title: Words, description: Words }, closed)),
    },
    closed,
  ),
)

const UnfinishedJson = Type.Object({ blockId: Nullable(Type.String()), field: Type.String(), code: Type.String() })
const VersionJson = Type.Object({
  number: Type.Integer(),
  status: OneOf(versionStatuses),
  note: Type.String(),
  again: Nullable(Type.Integer()),
  showsFrom: Instant,
  madeAt: Instant,
  madeBy: Type.String(),
})

export const PageJson = Type.Object({
  id: IdText,
  name: Type.String(),
  draft: ContentJson,
  changedAt: Instant,
  changedBy: Type.String(),
  unfinished: Type.Array(UnfinishedJson),
  versions: Type.Array(VersionJson),
})
export const SavedJson = Type.Object({ draft: ContentJson, unfinished: Type.Array(UnfinishedJson) })

export const AnnouncementBody = Type.Object(
  {
    text: both(contentLimits.announcement * 2),
    link: Link,
    showsFrom: Type.String({ format: 'date-time' }),
    showsUntil: Moment,
  },
  closed,
)
export const AnnouncementJson = Type.Object({
  id: IdText,
  text: both(1_000),
  link: Type.String(),
  showsFrom: Instant,
  showsUntil: Nullable(Instant),
  changedAt: Instant,
  changedBy: Type.String(),
})

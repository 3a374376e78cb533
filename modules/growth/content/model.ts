import type { Id } from '#kernel/id'
import type { Locale } from '#kernel/text'
import type { PictureId } from '#model/goods/media'

export { contentText } from './text.ts'

export type PageId = Id<'Page'>
export type AnnouncementId = Id<'Announcement'>
export type Both = Readonly<Record<Locale, string>>

/** The kinds of blocks, in the order of the editor's palette. */
export const blockKinds = [
  'welcome',
  'banner',
  'icons',
  'shelf',
  'recommended',
  'story',
  'text',
  'promises',
  'offers',
  'countdown',
  'html',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** What every block has: a name of its own on the page, and the time it is shown; null: from ever, for ever. Instants as in JSON. */
interface BlockOf<Kind extends BlockKind> {
  readonly id: string
  readonly kind: Kind
  readonly from: string | null
  readonly until: string | null
}

export interface Slide {
  readonly pictureId: PictureId | null
  /** Another cut for narrow screens. */
  readonly phonePictureId: PictureId | null
  /** What the picture shows, for those who do not see it. */
  readonly alt: Both
  readonly title: Both
  readonly text: Both
  readonly button: Both
  readonly link: string
}

export interface IconItem {
  readonly pictureId: PictureId | null
  readonly label: Both
  readonly link: string
}

/** The shop's name and introduction beside a picture; without one, beside that of the newest product. */
export interface WelcomeBlock extends BlockOf<'welcome'> {
  readonly pictureId: PictureId | null
}
/** Large pictures with words; several stand side by side and are moved by the visitor alone. */
export interface BannerBlock extends BlockOf<'banner'> {
  readonly slides: readonly Slide[]
}
/** 金刚区: round signs that lead on. */
export interface IconsBlock extends BlockOf<'icons'> {
  readonly source: (typeof iconSources)[number]
  readonly items: readonly IconItem[]
}
export interface ShelfBlock extends BlockOf<'shelf'> {
  readonly title: Both
  readonly source: (typeof shelfSources)[number]
  readonly categoryId: Id<'Category'> | null
  readonly productIds: readonly Id<'Product'>[]
  readonly count: number
  /** A row is moved sideways, a grid shows everything. */
  readonly layout: (typeof shelfLayouts)[number]
}
/** What each visitor may want, from what they looked at and bought; what is popular, for whoever has no past. */
export interface RecommendedBlock extends BlockOf<'recommended'> {
  readonly title: Both
  readonly count: number
}
export interface StoryBlock extends BlockOf<'story'> {
  readonly pictureId: PictureId | null
  readonly alt: Both
  readonly title: Both
  readonly text: Both
  readonly button: Both
  readonly link: string
  readonly side: (typeof storySides)[number]
}
export interface TextBlock extends BlockOf<'text'> {
  readonly title: Both
  readonly text: Both
  readonly tone: (typeof textTones)[number]
  readonly button: Both
  readonly link: string
}
/** Dispatch and return promises, out of the settings. */
export type PromisesBlock = BlockOf<'promises'>
/** The reductions in force. */
export type OffersBlock = BlockOf<'offers'>
/** How long a reduction holds; shown only while it does. */
export interface CountdownBlock extends BlockOf<'countdown'> {
  readonly reductionId: Id<'Reduction'> | null
  readonly title: Both
  readonly link: string
}
export interface HtmlBlock extends BlockOf<'html'> {
  readonly html: Both
}

export type Block =
  | WelcomeBlock
  | BannerBlock
  | IconsBlock
  | ShelfBlock
  | RecommendedBlock
  | StoryBlock
  | TextBlock
  | PromisesBlock
  | OffersBlock
  | CountdownBlock
  | HtmlBlock

export const iconSources = ['categories', 'picked'] as const
export const shelfSources = ['newest', 'sales', 'category', 'picked'] as const
export const shelfLayouts = ['grid', 'row'] as const
export const storySides = ['left', 'right'] as const
export const textTones = ['plain', 'notice'] as const
export const lookCorners = ['sharp', 'soft', 'round'] as const
export const lookDensities = ['airy', 'dense'] as const

/** How a shop looks on all its pages. */
export interface Look {
  /** `#c8372d`: buttons, prices and marks. */
  readonly accent: string
  readonly corners: (typeof lookCorners)[number]
  readonly density: (typeof lookDensities)[number]
  /** Stands for the shop where its name is short of room. */
  readonly logoId: PictureId | null
  /** 店招: the wide picture at the head of the shop. */
  readonly signId: PictureId | null
}

/** What a campaign's page is called, and what search engines show of it. */
export interface PageWords {
  readonly title: Both
  readonly description: Both
}

export interface PageContent {
  readonly look: Look
  readonly blocks: readonly Block[]
  /** A campaign's; the home is called as the shop is. */
  readonly head?: PageWords
}

export const plainLook: Look = { accent: '#c8372d', corners: 'soft', density: 'airy', logoId: null, signId: null }

/** The page at a shop's own address. */
export const homeName = 'home'

/** Where visitors find a campaign's page. */
export const campaignPath = (name: string): string => `/campaigns/${name}`

/** Whether this can be the last part of a campaign's address: small letters, digits and single hyphens. */
export const isCampaignName = (name: string): boolean =>
  name !== homeName && name.length <= contentLimits.name && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)

export const contentLimits = {
  blocks: 40,
  slides: 6,
  icons: 16,
  products: 24,
  count: 24,
  title: 80,
  text: 2_000,
  html: 20_000,
  link: 500,
  note: 200,
  announcement: 120,
  description: 300,
  name: 60,
  campaigns: 100,
} as const

export const versionStatuses = ['scheduled', 'shown', 'past', 'cancelled'] as const

/** A state of a page that visitors saw, see or shall see. */
export interface PageVersion {
  readonly number: number
  readonly status: (typeof versionStatuses)[number]
  readonly note: string
  /** The earlier version that it brings back. */
  readonly again: number | null
  readonly showsFrom: Temporal.Instant
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

/** A line above every page of a shop. */
export interface Announcement {
  readonly id: AnnouncementId
  readonly text: Both
  readonly link: string
  readonly showsFrom: Temporal.Instant
  readonly showsUntil: Temporal.Instant | null
  readonly changedAt: Temporal.Instant
  readonly changedBy: string
}

/** What keeps a page from being published: an input of a block, or of the look where no block is named. */
export interface Unfinished {
  readonly blockId: string | null
  readonly field: string
  readonly code: UnfinishedCode
}
export type UnfinishedCode =
  | 'picture_missing'
  | 'alt_missing'
  | 'words_missing'
  | 'link_missing'
  | 'entries_missing'
  | 'choice_missing'
  | 'contrast'

/** The ready-made layouts. */
export const templateNames = ['gallery', 'market', 'atelier'] as const
export type TemplateName = (typeof templateNames)[number]

/** The relation of luminances of two colours like `#c8372d`, from 1 to 21. Source: WCAG 2.2, 1.4.3. */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What accents are read on: white words on buttons, prices on paper. */
const grounds = ['#ffffff', '#faf8f5']
export const leastContrast = 4.5

/** The least contrast that words in this accent, or on it, have. */
export const contrastOfAccent = (accent: string): number =>
  Math.min(...grounds.map((ground) => contrastOf(accent, ground)))

/** Whether a link leads to a path of ours or, encrypted, elsewhere. */
export const isLink = (link: string): boolean =>
  /^\/(?![/\\])[^\s\\"<>]*$/.test(link) || (/^https:\/\/[^\s/\\"<>]+/.test(link) && URL.canParse(link))

/** Whether something is shown now. */
export const isShown = (
  { from, until }: { readonly from: string | null; readonly until: string | null },
  now: Temporal.Instant,
): boolean =>
  (!from || Temporal.Instant.compare(from, now) <= 0) && (!until || Temporal.Instant.compare(now, until) < 0)

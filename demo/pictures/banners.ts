import type { Drawing } from '../catalogue/index.ts'
import type { Job } from './keep.ts'

const pot: Drawing = { form: 'teapot', style: 'side', colour: 'terracotta', material: 'clay' }
const gaiwan: Drawing = { form: 'gaiwan', colour: 'celadon', material: 'glaze' }
const tin: Drawing = { form: 'tin', colour: 'pine', accent: 'mustard', label: '龙井' }
const cups: Drawing = { form: 'cup', style: 'palm', colour: 'honey', accent: 'walnut', count: 2 }
const twig: Drawing = { form: 'vase', style: 'bottle', colour: 'paper', material: 'matt', pattern: 'branch' }
const moonJar: Drawing = { form: 'vase', style: 'moon', colour: 'white', material: 'glaze' }
const stewPot: Drawing = { form: 'pot', style: 'oven', colour: 'cinnabar', accent: 'brass' }
const bowl: Drawing = { form: 'bowl', style: 'rice', colour: 'sage', material: 'speckle' }
const throwOver: Drawing = { form: 'throw', style: 'fringe', colour: 'cream', material: 'wool' }
const mug: Drawing = { form: 'mug', style: 'ribbed', colour: 'clay', material: 'matt' }
const lamp: Drawing = { form: 'tableLamp', style: 'mushroom', colour: 'cream' }
const candle: Drawing = { form: 'candleGlass', colour: 'slate', label: '雨' }
const tote: Drawing = { form: 'tote', style: 'tall', colour: 'cream', accent: 'walnut', label: '听檐' }
const reeds: Drawing = { form: 'reedDiffuser', colour: 'sage', label: '竹影' }
const lotion: Drawing = { form: 'pumpBottle', style: 'round', colour: 'pine', accent: 'ink', label: '侧柏' }

const scenes = [
  {
    name: 'banner-tea',
    parts: [
      { drawing: pot, at: [0, 0, 0] },
      { drawing: cups, at: [1.5, -0.55, 0] },
      { drawing: tin, at: [-1.35, 0.35, 0] },
      { drawing: twig, at: [1.75, 0.95, 0] },
    ],
    scene: 'oak',
    fill: 0.84,
  },
  {
    name: 'banner-table',
    parts: [
      { drawing: stewPot, at: [0, 0.25, 0] },
      { drawing: bowl, at: [-1.5, -0.35, 0] },
      { drawing: { ...bowl, colour: 'mist' }, at: [-2.1, 0.75, 0] },
      { drawing: mug, at: [1.65, -0.3, 0] },
      { drawing: twig, at: [1.75, 1.2, 0] },
    ],
    scene: 'beech',
    fill: 0.8,
  },
  {
    name: 'banner-evening',
    parts: [
      { drawing: throwOver, at: [-0.5, 0.3, 0] },
      { drawing: candle, at: [1.35, -0.3, 0] },
      { drawing: moonJar, at: [2.1, 1.1, 0], size: 0.9 },
      { drawing: { ...mug, colour: 'teal' }, at: [-2.1, -0.2, 0] },
    ],
    scene: 'walnut',
    fill: 0.56,
  },
] as const

/** The home page's three banners: wide with room for words on the left, and a square cut for phones. The laid table, seen closer, shows the tea lesson. */
export const banners: readonly Job[] = [
  ...scenes.flatMap((scene): Job[] => [
    { ...scene, kind: 'banner', width: 1600, height: 640, shift: [0.19, -0.02] },
    { ...scene, kind: 'banner', name: `${scene.name}-phone`, width: 900, height: 900, fill: 0.8, shift: [0, -0.12] },
  ]),
  { ...scenes[0], kind: 'banner', name: 'tea-lesson', width: 800, height: 800, fill: 0.95, shift: [0, -0.1] },
]

const signs: Readonly<Record<string, readonly [drawing: Drawing, backdrop: string]>> = {
  'tea-snacks': [tin, 'sage'],
  tableware: [gaiwan, 'blush'],
  kitchen: [stewPot, 'cool'],
  textiles: [{ form: 'cushion', pattern: 'ginkgo', colour: 'oat', accent: 'honey' }, 'sage'],
  fragrance: [reeds, 'blush'],
  'paper-bags': [tote, 'cool'],
  living: [{ ...lamp, colour: 'clay' }, 'blush'],
  skincare: [lotion, 'sage'],
}

/** One round sign for each department: `icon-<slug of the category>`. */
export const icons: readonly Job[] = Object.entries(signs).map(
  ([slug, [drawing, backdrop]]): Job => ({
    name: `icon-${slug}`,
    kind: 'icon',
    category: slug,
    view: 'front',
    drawing,
    backdrop,
  }),
)

/** Pictures of no goods: kept out of the catalogue, used by the pages and the lesson. */
export const pagePictures = [...banners, ...icons].map(({ name }) => `${name}.avif`)

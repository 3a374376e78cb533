import {
  type Block,
  type Both,
  contrastOfAccent,
  type IconItem,
  leastContrast,
  type PageContent,
  type Slide,
  type Unfinished,
  type UnfinishedCode,
} from './model.ts'

/** What is still missing before visitors may see a page, in the order of the page. Pure. */
export function findUnfinished({ look, blocks, head }: PageContent): Unfinished[] {
  const nameless = head && isEmpty(head.title)
  const pale = contrastOfAccent(look.accent) < leastContrast
  return [
    ...(nameless ? [{ blockId: null, field: 'head.title', code: 'words_missing' as const }] : []),
    ...(pale ? [{ blockId: null, field: 'accent', code: 'contrast' as const }] : []),
    ...blocks.flatMap((block) => missingIn(block).map(([field, code]) => ({ blockId: block.id, field, code }))),
  ]
}

type Missing = readonly [field: string, code: UnfinishedCode]

function missingIn(block: Block): Missing[] {
  switch (block.kind) {
    case 'banner':
      return [...needsEntries(block.slides, 'slides'), ...block.slides.flatMap(missingInSlide)]
    case 'icons':
      if (block.source === 'categories') return []
      return [...needsEntries(block.items, 'items'), ...block.items.flatMap(missingInIcon)]
    case 'shelf':
      return missingInShelf(block)
    case 'story':
      return [
        ...needsPicture(block.pictureId, block.alt, ''),
        ...needsWords(block.title, 'title'),
        ...needsWay(block, ''),
      ]
    case 'recommended':
      return needsWords(block.title, 'title')
    case 'text':
      return [...(isEmpty(block.title) ? needsWords(block.text, 'text') : []), ...needsWay(block, '')]
    case 'html':
      return needsWords(block.html, 'html')
    case 'countdown':
      return block.reductionId ? [] : [['reductionId', 'choice_missing']]
    default:
      return []
  }
}

function missingInShelf({ title, source, categoryId, productIds }: Extract<Block, { kind: 'shelf' }>): Missing[] {
  const chosen: Missing[] = source === 'category' && !categoryId ? [['categoryId', 'choice_missing']] : []
  return [
    ...needsWords(title, 'title'),
    ...chosen,
    ...(source === 'picked' ? needsEntries(productIds, 'productIds') : []),
  ]
}

const missingInSlide = (slide: Slide, at: number): Missing[] => [
  ...needsPicture(slide.pictureId, slide.alt, `slides.${at}.`),
  ...needsWay(slide, `slides.${at}.`),
]

const missingInIcon = ({ pictureId, label, link }: IconItem, at: number): Missing[] => [
  ...(pictureId ? [] : ([[`items.${at}.pictureId`, 'picture_missing']] as const)),
  ...needsWords(label, `items.${at}.label`),
  ...(link ? [] : ([[`items.${at}.link`, 'link_missing']] as const)),
]

const needsPicture = (id: string | null, alt: Both, at: string): Missing[] => [
  ...(id ? [] : ([[`${at}pictureId`, 'picture_missing']] as const)),
  ...(isEmpty(alt) ? ([[`${at}alt`, 'alt_missing']] as const) : []),
]
/** Words on a button promise that it leads somewhere. */
const needsWay = ({ button, link }: { readonly button: Both; readonly link: string }, at: string): Missing[] =>
  isEmpty(button) || link ? [] : [[`${at}link`, 'link_missing']]
const needsEntries = (entries: readonly unknown[], field: string): Missing[] =>
  entries.length > 0 ? [] : [[field, 'entries_missing']]
const needsWords = (words: Both, field: string): Missing[] => (isEmpty(words) ? [[field, 'words_missing']] : [])
const isEmpty = ({ zh, en }: Both): boolean => !zh && !en

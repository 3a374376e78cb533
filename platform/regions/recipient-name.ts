import type { Chunk } from './read-address.ts'

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武戴莫孔向汤欧阳司马上官诸葛安文'
const placeWords = /[路街道巷弄号楼栋幢座室层村镇乡区县市省州苑园城厦店厂场站库院校队组期户社馆局司部铺桥]|\d/
const honorific = /(?:先生|女士|小姐|老师|阿姨|师傅|同学)$/

interface Pieces {
  /** What stands before the region and after it. */
  readonly before: readonly Chunk[]
  readonly after: readonly Chunk[]
  /** Whether the first piece after it belongs to the region without a gap, and so to the street. */
  readonly isGlued: boolean
  readonly hasRegion: boolean
}

/** Tells the piece that is most likely the recipient's name from the pieces of the street. */
export function takeName({ before, after, isGlued, hasRegion }: Pieces): { name: string; rest: readonly Chunk[] } {
  const all = [...before, ...after]
  const firstAfter = before.length
  const marks = all.map((chunk, index) => {
    const isStreet = index === firstAfter && hasRegion && (isGlued || !hasMore(after, before))
    return isStreet ? 0 : likeness(chunk, { isBefore: index < firstAfter, isLast: index === all.length - 1 })
  })
  const best = Math.max(0, ...marks)
  const at = best > 0 ? marks.lastIndexOf(best) : -1
  return { name: at < 0 ? '' : clean(all[at]!.text), rest: all.filter((_, index) => index !== at) }
}

/** Whether a street is left when the first piece after the region is the name. */
const hasMore = (after: readonly Chunk[], before: readonly Chunk[]): boolean => after.length > 1 || before.some(isPlace)

const isPlace = ({ text }: Chunk): boolean => placeWords.test(text)

const clean = (text: string): string => text.replace(/\(?收\)?$/, '').replace(/^[(【]|[)】]$/g, '')

/** 0 for what is no name; more for what stands where names stand and looks like one. */
function likeness(chunk: Chunk, { isBefore, isLast }: { isBefore: boolean; isLast: boolean }): number {
  const text = clean(chunk.text)
  if (text === '' || text.length > 20 || !/^[\p{L}·.*'’\- ]+$/u.test(text)) return 0
  const isTitled = honorific.test(text)
  const isShort = text.length <= 4 || /^[A-Za-z]/.test(text)
  if (isPlace(chunk) && !isTitled && !(chunk.byPhone && text.length <= 3)) return 0
  if (!isShort && !isTitled && !chunk.byPhone) return 0
  const hasSurname = surnames.includes(text[0]!)
  return 1 + (isTitled ? 4 : 0) + (chunk.byPhone ? 3 : 0) + (hasSurname ? 2 : 0) + (isBefore ? 2 : 0) + (isLast ? 2 : 0)
}

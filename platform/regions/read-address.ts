import { refusal } from '#kernel/refusal'
import { findRegion } from './find-region.ts'
import { takeName } from './recipient-name.ts'

export const addressUnread = refusal(
  'invalid',
  'regions.address_unread',
  (_: { field: 'paste' }) => 'neither a place of mainland China nor a phone number can be read in it',
)

/** What could be read out of a pasted address; an empty text is what was not found. */
export interface ReadAddress {
  readonly name: string
  /** As written, without spaces: a mobile or landline number, whole or masked (138****0000). */
  readonly phone: string
  readonly postcode: string
  /** Codes of two, four and six digits; the deeper ones stay empty where the text does not decide. */
  readonly provinceCode: string
  readonly cityCode: string
  readonly districtCode: string
  readonly street: string
}

const labels =
  /(?:收货人|收件人|联系人|姓名|(?:手机|电话|联系|收货)(?:号码|电话|手机|方式)?|所在地区|省市区|地区|(?:详细|收货|收件|邮寄|联系)?地址|邮政编码|邮编)(?:姓名|信息)?\s*[:：]/g
const nameLabel = /(?:收货人|收件人|联系人|姓名)(?:姓名)?\s*[:：]\s*([^\s,;:：]{1,20})/
const phones = [
  /(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d(?:[-\s]?\d{4}){2}(?:(?:-|转)\d{1,6})?)(?!\d)/,
  /(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d\*{4,6}\d{2,4})(?!\d)/,
  /(?<!\d)(\(?0\d{2,3}\)?[-\s]?\d{7,8}(?:(?:-|转)\d{1,6})?)(?!\d)/,
  /(?<!\d)([48]00[-\s]?\d{3}[-\s]?\d{4})(?!\d)/,
]
/** Stands where the phone stood, so that the name beside it is known. */
const phoneMark = '☎'
const postcode = /(?<![\w\-一-龥号])(\d{6})(?![\w\-一-龥])/

/**
 * Reads a pasted address: name, phone and place in any order, with any separators, with or without labels. Nothing is made
 * up: what the text does not say stays empty, for the person to fill in.
 */
export function readAddress(pasted: string): ReadAddress {
  const given = pasted
    .normalize('NFKC')
    .replace(/[，;；]/g, ',')
    .replace(/[\r\n\t]+/g, ',')
  const labelled = nameLabel.exec(given)?.[1]
  const [phone, withoutPhone] = take(given.replace(labels, ','), phones, phoneMark)
  const [code, rest] = take(withoutPhone, [postcode], ',')
  const { name, region, street } = place(labelled ? rest.replace(labelled, ',') : rest, labelled)
  return {
    name: region || phone || labelled ? name : '',
    phone: tidyPhone(phone),
    postcode: code,
    provinceCode: region.slice(0, 2),
    cityCode: region.length >= 4 ? region.slice(0, 4) : '',
    districtCode: region.length === 6 ? region : '',
    street,
  }
}

/** A mobile number without gaps, its extension kept; a landline as written. */
const tidyPhone = (phone: string): string =>
  phone.startsWith('1') ? phone.replace(/^(1\d\d)[-\s]?(\d{4})[-\s]?(\d{4})/, '$1$2$3') : phone.replace(/\s/g, '')

/** What the first of these patterns finds, and the text with a mark in its place. */
function take(text: string, patterns: readonly RegExp[], mark: string): readonly [found: string, rest: string] {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return [found[1]!, `${text.slice(0, found.index)}${mark}${text.slice(found.index + found[0].length)}`]
  }
  return ['', text]
}

function place(text: string, labelled: string | undefined): { name: string; region: string; street: string } {
  const found = findRegion(text.replaceAll(phoneMark, ',')) ?? { code: '', from: 0, to: 0 }
  const before = chunksOf(text.slice(0, found.from))
  const after = chunksOf(text.slice(found.to))
  const isGlued = found.to > 0 && /[^\s,。☎]/.test(text[found.to] ?? ' ')
  const { name, rest } = labelled
    ? { name: labelled, rest: [...before, ...after] }
    : takeName({ before, after, isGlued, hasRegion: found.code !== '' })
  return { name, region: found.code, street: rest.map((chunk) => chunk.text).join(' ') }
}

/** A piece between separators, and whether the phone stood beside it. */
export interface Chunk {
  readonly text: string
  readonly byPhone: boolean
}

function chunksOf(text: string): Chunk[] {
  const parts = text.split(/(☎|[\s,。|]+)/)
  const isPhone = (index: number) => parts[index] === phoneMark
  return parts
    .map((part, index) => ({
      text: part.replace(/^[-:.、/]+|[-:、/]+$/g, ''),
      byPhone: nearby(parts, index, isPhone),
      isText: index % 2 === 0,
    }))
    .filter((chunk) => chunk.isText && chunk.text !== '')
    .map(({ text, byPhone }) => ({ text, byPhone }))
}

/** Beside it, or with nothing but separators between. */
function nearby(parts: readonly string[], index: number, isPhone: (index: number) => boolean): boolean {
  for (const step of [-1, 1])
    for (let at = index + step; at >= 0 && at < parts.length; at += step) {
      if (isPhone(at)) return true
      if (at % 2 === 0 && parts[at] !== '') break
    }
  return false
}

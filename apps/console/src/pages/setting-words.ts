import type { AnswerOf } from '#client'
import { settingValue } from '../../../audit/setting-value.ts'
import { useLocale, useText } from '../frame/language.ts'
import { settingsText } from './settings-text.ts'

export type Value = Setting['value']

export type Setting = AnswerOf<'GET /api/v1/admin/settings'>[number]

/** A value with its unit, as people say it: "48 小时", "开". */
export function useValueText(): (value: unknown, unit: Setting['unit']) => string {
  const language = useLocale()
  return (value, unit) => settingValue(value, unit, language)
}

/** The text of a word that rooms make up (their names, owners); the word itself where none is known. */
export function useWord(): (kind: 'room' | 'owner', word: string) => string {
  const t = useText(settingsText)
  return (kind, word) => {
    const key = kind === 'room' ? `room.${word}` : `owner.${word}`
    return key in settingsText ? t(key as keyof typeof settingsText) : word
  }
}

/** Settings by the room they belong to, in the order they come. */
export const byRoom = (settings: readonly Setting[]): [room: string, settings: Setting[]][] => [
  ...Map.groupBy(settings, ({ name }) => name.split('.')[0]!),
]

export const matches = ({ name, zh, en, source }: Setting, text: string): boolean =>
  `${name} ${zh} ${en} ${source}`.toLowerCase().includes(text.trim().toLowerCase())

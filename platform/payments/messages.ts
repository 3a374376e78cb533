import type Type from 'typebox'
import { Compile } from 'typebox/compile'

/** A reader that gives a message when it has the form the provider documents, else undefined. */
export function readerOf<const Schema extends Type.TSchema>(
  schema: Schema,
): (value: unknown) => Type.Static<Schema> | undefined {
  const form = Compile(schema)
  return (value) => (form.Check(value) ? (value as Type.Static<Schema>) : undefined)
}

/** JSON in strict UTF-8; undefined when it is neither. */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** As providers limit a text: by characters, never through the middle of one. */
export const shortened = (text: string, most: number): string => [...text].slice(0, most).join('')

import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Routes } from './shapes.ts'

const formats = addFormats.default ?? addFormats
const strict = formats(
  new Ajv({ coerceTypes: false, useDefaults: true, removeAdditional: false, allErrors: false, strict: false }),
) as Ajv
const lenient = formats(
  new Ajv({ coerceTypes: 'array', useDefaults: true, removeAdditional: false, allErrors: false, strict: false }),
) as Ajv

/** What a request brings is taken as declared; only texts of addresses and headers are read as the numbers they stand for. */
export const compileRequest = (schema: object, part?: string): ValidateFunction =>
  (part === 'body' ? strict : lenient).compile(schema)

const serializers = SerializerSelector()()
/** Only what is declared leaves. Of the route the compiler reads nothing but the shape. */
export const compileAnswer = (schema: object): ((answer: unknown) => string) =>
  serializers({ schema, method: '', url: '', httpStatus: '' })

/** Shapes are compiled when somebody first asks: compiled at the start, more than a thousand of them took 50 MB, most of them for what is rarely asked. */
export function compileLate(app: Routes): void {
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const validate = once(() => compileRequest(schema as object, httpPart))
    return (data: unknown) => validate()(data) || { error: validate().errors ?? undefined }
  })
  app.setSerializerCompiler(({ schema }) => {
    const serialize = once(() => compileAnswer(schema as object))
    return (answer) => serialize()(answer)
  })
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

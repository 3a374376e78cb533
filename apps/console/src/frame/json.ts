/** A room's value as it arrives over the wire: times and days are text. */
export type Json<Value> = Value extends Temporal.Instant | Temporal.PlainDate
  ? string
  : Value extends readonly (infer Each)[]
    ? readonly Json<Each>[]
    : Value extends string | number | boolean | null | undefined
      ? Value
      : Value extends object
        ? { readonly [Name in keyof Value]: Json<Value[Name]> }
        : Value

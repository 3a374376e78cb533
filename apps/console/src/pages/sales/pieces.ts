import type { FormRule } from 'antd'

/** A rule on the last of several counts, which stand together under `group`: at least one of them is not nothing. */
export const someOf =
  (group: string, message: string): FormRule =>
  ({ getFieldValue }) => ({
    validator: async () => {
      if (!Object.values(getFieldValue(group)).some(Boolean)) throw new Error(message)
    },
  })

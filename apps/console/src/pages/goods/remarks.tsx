import { Form, Typography } from 'antd'
import { createContext, type ReactNode, useContext, useId } from 'react'

/** Something said about a field: what the server refused, or what the data check found. */
export interface Remark {
  readonly field: string
  readonly text: string
  readonly severity: 'error' | 'warning'
}

const Remarks = createContext<readonly Remark[]>([])
export const RemarksProvider = Remarks.Provider

/** What is said about a field, or about anything below it. */
export function useRemarks(at: string, withBelow = false): readonly Remark[] {
  return useContext(Remarks).filter(({ field }) => field === at || (withBelow && field.startsWith(`${at}.`)))
}

interface FieldProps {
  readonly label: ReactNode
  /** The field's name in requests and findings: `texts.zh.name`. */
  readonly at: string
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly children: (id: string) => ReactNode
}

/** A labelled input with everything that is said about it below. */
export function Field({ label, at, hint, required, children }: FieldProps) {
  const id = useId()
  const remarks = useRemarks(at)
  const worst = remarks.find(({ severity }) => severity === 'error') ?? remarks[0]
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={required}
      validateStatus={worst?.severity}
      extra={(hint || worst) && <Below remarks={remarks} hint={hint} />}
      style={{ marginBottom: 16 }}
    >
      {children(id)}
    </Form.Item>
  )
}

function Below({ remarks, hint }: { readonly remarks: readonly Remark[]; readonly hint: ReactNode }) {
  return (
    <>
      <RemarkLines remarks={remarks} />
      {hint}
    </>
  )
}

export function RemarkLines({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <div role={remarks.some(({ severity }) => severity === 'error') ? 'alert' : undefined}>
      {remarks.map(({ text, severity }) => (
        <div key={text}>
          <Typography.Text type={severity === 'error' ? 'danger' : 'warning'}>{text}</Typography.Text>
        </div>
      ))}
    </div>
  )
}

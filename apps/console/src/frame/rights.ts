import { use } from 'react'
import { type Permission, permissionWords } from '#model/office/roles'
import { comma } from './format.ts'
import { useLocale, useText } from './language.ts'
import { SignedIn } from './session.ts'
import { frameText } from './text.ts'

/** What a permission lets somebody do, in the reader's language; one that is gone is shown by its name. */
export function usePermissionText(): (permission: string) => string {
  const language = useLocale()
  return (permission) => {
    const words = permissionWords[permission as Permission]
    return words ? words[language === 'zh' ? 1 : 2] : permission
  }
}

/** Why somebody may not do what takes this permission, and who may; undefined when they may. */
export function useMissing(permission: string | null | undefined): string | undefined {
  const t = useText(frameText)
  const language = useLocale()
  const permissionText = usePermissionText()
  const me = use(SignedIn)
  if (!permission || !me || me.permissions.includes(permission)) return undefined
  const roles = me.lacks.find((each) => each.permission === permission)?.roles ?? []
  return t('needs.right', {
    right: permissionText(permission),
    roles: roles.map((name) => name[language]).join(comma()),
  })
}

import { permissionWords } from '#model/office/roles'
import { useLocale } from '../../frame/language.ts'

/** What a permission lets somebody do, in the reader's language; one that is gone is shown by its name. */
export function usePermissionText(): (permission: string) => string {
  const locale = useLocale()
  return (permission) => {
    const words = permissionWords[permission as keyof typeof permissionWords]
    return words ? words[locale === 'zh' ? 1 : 2] : permission
  }
}

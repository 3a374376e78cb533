import { rolesText } from '#model/office/roles'
import { useText } from '../../frame/language.ts'

/** What a role is called; its code where the house does not know it. */
export function useRoleName(): (role: string) => string {
  const say = useText(rolesText)
  return (role) => {
    const key = `roles.${role}`
    return key in rolesText ? say(key as keyof typeof rolesText) : role
  }
}

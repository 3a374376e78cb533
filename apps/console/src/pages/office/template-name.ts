import { useText } from '../../frame/language.ts'
import { templatesText } from './templates-text.ts'

/** What a kind of message is called; a template that only a provider knows is shown as it stands. */
export function useTemplateName(): (template: string) => string {
  const t = useText(templatesText)
  return (template) => (template in templatesText ? t(template as keyof typeof templatesText) : template)
}

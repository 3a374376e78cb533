export { screenTexts } from './screen-texts.ts'
export { screeningSettings } from './settings.ts'
export {
  listRules,
  resetRule,
  rulesFor,
  type SetRule,
  setRule,
  wordInvalid,
  wordNotOurs,
  wordReasonMissing,
} from './words.ts'

import { reasonTexts } from '../rules/reasons.ts'

export default reasonTexts

import { limitReasonTexts } from '../rules/limit-reasons.ts'

export default {
  ...limitReasonTexts,
} as const

import { changeTexts } from '../rules/change-reasons.ts'

export default {
  ...changeTexts,
  'page.case.what-if': 'What would have changed this',
  'page.case.what-if-all': 'Only all of these together would have changed this',
  'page.case.what-if-gain': '{credits} more in all',
  'page.case.choices': 'Other choices',
} as const

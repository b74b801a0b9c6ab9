import { limitReasonTexts } from '../rules/limit-reasons.ts'

export default {
  ...limitReasonTexts,

  'calculation.title': 'How credit and grades were calculated',
  'calculation.lead':
    'Every step from what the transcript states to what is recorded, so that it can be repeated by hand.',
  'calculation.none': 'Nothing was calculated yet',
  'calculation.none-why':
    'The rules have not converted the credit or the grade of any line of this case.',
  'calculation.credit': 'Credit',
  'calculation.grade': 'Grade',
  'calculation.together': 'Together: {codes}',
  'calculation.picture': '{grade} between both grading tables; it becomes {home}',
} as const

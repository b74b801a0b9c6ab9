import { creditReasonTexts } from '../rules/credit-reasons.ts'
import { gradeReasonTexts } from '../rules/grade-reasons.ts'

export default {
  ...gradeReasonTexts,
  ...creditReasonTexts,

  'page.case.grade-method.grading-table':
    '{host} becomes {home} by the grading tables of both institutions',
  'page.case.grade-method.bavarian': '{host} becomes {home} by the modified Bavarian formula',
  'rule-set.says.grading-table':
    'By the grading tables of both institutions: {rule, select, maximum {the best} minimum {the lowest} other {the average}} comparable grade',
  'rule-set.says.bavarian':
    'By the modified Bavarian formula; {rounding, select, cut {cut to one decimal, between two grades the better one} nearest {the nearest grade, exactly between two the better one} other {cut to one decimal}}',
  'rule-set.says.first': 'The first of these that fits the host’s scale: {list}',
} as const

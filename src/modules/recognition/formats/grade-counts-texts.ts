/** The English text of every remark on a file of grades; the other languages are in `messages/grading.*.ts`. */
export const gradeCountTexts = {
  'grade-counts.unreadable':
    '“{value}” is not on the grade scale. Correct it, or choose the scale that these grades belong to.',
  'grade-counts.no-grade': 'This row has no grade: {value}',
  'grade-counts.no-count': '“{value}” is no count. A count is a whole number that is not below 0.',
  'grade-counts.too-many-grades':
    '“{value}” was left out: the column holds too many different grades. Count whole marks or bands.',
} as const

export type GradeCountIssueKey = keyof typeof gradeCountTexts

/** A remark on a row, counted from 1 as a spreadsheet shows it. */
export interface GradeCountIssue {
  row: number
  key: GradeCountIssueKey
  args: { value: string }
}

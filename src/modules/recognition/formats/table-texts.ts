/** The English text of every remark on a table; the other languages are in `messages/table.*.ts`. */
export const tableTexts = {
  'table.empty': 'The table has no rows.',
  'table.no-header': 'No row with column names was recognised. Say for each column what it holds.',
  'table.no-column':
    'No column is chosen for {field, select, code {the course code} title {the title} other {the credit}}.',
  'table.missing-code': 'The course code is missing.',
  'table.kept-without-code':
    'The course code is missing. The row is kept: enter its code, or leave it out.',
  'table.total-row':
    '“{value}” looks like a sum or an average, not like a course, and is left out unless you say that it is one.',
  'table.missing-title': 'The title is missing.',
  'table.missing-credit': 'The credit is missing.',
  'table.missing-grade': 'The grade is missing.',
  'table.not-a-number': '“{value}” is no number. Write it as 3 or 1.5.',
  'table.negative-credit': 'The credit {value} is below zero.',
  'table.not-a-date': '“{value}” is no date. Write it as 2026-01-31.',
  'table.ambiguous-date': '“{value}” can be read as two different days. Write it as 2026-01-31.',
  'table.buddhist-year': '“{value}” was read as a year of the Buddhist era: {day, date, long}.',
  'table.buddhist-term': '“{value}” was read as a year of the Buddhist era: {term}.',
  'table.contact-hours-unread': '“{value}” could not be read as contact hours and was left empty.',
  'table.duplicate-code':
    'The code {code} stands in row {first, number} already; this row was left out.',
  'table.repeated-course':
    'The code {code} stands in row {first, number} too. Keep both only if the course was taken twice.',
  'table.conflicting-repeat':
    'The code {code} stands in row {first, number} with {field, select, credit {another credit} other {another title}}; the first was kept.',
  'table.code-too-long':
    'The code is longer than {limit, number} characters. Is this the right column?',
  'table.unknown-kind':
    '“{value}” is no kind of learning that is known here. The course counts as one in class until you choose another.',
  'table.more-cells':
    'The row has {count, number} cells, but there are {names, number} column names. Was a cell shifted?',
} as const

export type TableIssueKey = keyof typeof tableTexts

/**
 * A remark on a row. `error`: the row, or the value named by `field`, was not taken. Rows count
 * from 1 as a spreadsheet shows them; 0 stands for the whole table.
 */
export interface TableIssue {
  severity: 'error' | 'warning'
  row: number
  field: string | null
  key: TableIssueKey
  args: Record<string, string | number>
}

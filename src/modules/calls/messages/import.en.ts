export default {
  'import.title': 'Bring in applications',
  'list.import': 'Bring in from a table',
  'import.lead':
    'Paste a table or choose a file. One row for each applicant, one column for each question; you see first what would come of it.',
  'import.template': 'Empty table with headings',
  'import.paste': 'Rows from a spreadsheet, with their headings',
  'import.paste-hint':
    'A student number or a mail address names the applicant. Several choices stand apart by semicolons.',
  'import.file': 'Or a file (XLSX, CSV)',
  'import.look': 'Look at it',
  'import.nothing': 'Paste rows or choose a file.',
  'import.not-now':
    'Applications are brought in from the publication until the decisions are closed.',
  'import.column-address': 'Mail address',
  'import.column-number': 'Student number',
  'import.understood':
    '{count, plural, =0 {No application can be brought in} one {One application can be brought in} other {# applications can be brought in}}',
  'import.faulty':
    '{count, plural, one {One row is not right and would be left out.} other {# rows are not right and would be left out.}}',
  'import.already':
    '{count, plural, one {One row is of somebody who has applied already; it is passed over.} other {# rows are of people who have applied already; they are passed over.}}',
  'import.ignored': 'Columns that mean nothing here: {columns}',
  'import.do': 'Bring in {count, plural, one {# application} other {# applications}}',
  'import.do-without-faulty':
    'Bring in {count, plural, one {# application} other {# applications}} without the faulty rows',
  'import.edit': 'Change the table',
  'import.has-faults': 'Some rows are not right. Mend them, or leave them out.',
  'import.faults': 'What is not right',
  'import.duplicates': 'Have applied already',
  'import.row': 'Row',
  'import.column': 'Column',
  'import.what': 'What is wrong',
  'import.more': 'and {count, number} more',
  'import.unanswered': 'Has to be answered and is empty.',
  'import.nobody-named': 'A student number or a mail address is needed.',
  'import.nobody-here': 'Nobody who studies here has it. Enter them among the people first.',
  'import.two-people': 'Number and address belong to different people.',
  'import.done':
    '{count, plural, one {One application was brought in.} other {# applications were brought in.}}',
}

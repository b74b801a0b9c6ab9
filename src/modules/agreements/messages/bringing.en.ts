/** Bringing in the agreements that an institution has already. */
export default {
  'import.title': 'Bring in existing agreements',
  'import.lead':
    'From a spreadsheet: one row for each condition. Each agreement is recorded as in force in your own copy; the partners see it beside theirs.',
  'import.template': 'Empty list (XLSX)',
  'import.paste': 'Paste rows',
  'import.paste-hint': 'With their headings, as copied from a spreadsheet.',
  'import.file': 'Or choose a file (XLSX, CSV)',
  'import.look': 'Look at it first',
  'import.back': 'Back',
  'import.nothing': 'Paste rows or choose a file.',
  'import.understood':
    '{count, plural, =0 {No agreement can be brought in} one {One agreement can be brought in} other {# agreements can be brought in}}',
  'import.faulty': '{count, plural, one {One row is faulty.} other {# rows are faulty.}}',
  'import.already':
    '{count, plural, one {One agreement stands here already and is left as it is.} other {# agreements stand here already and are left as they are.}}',
  'import.ignored': 'Not understood and left out: {columns}',
  'import.problems': 'What is wrong',
  'import.row': 'Row',
  'import.column': 'Column',
  'import.what': 'What to mend',
  'import.agreements': 'As it was understood',
  'import.do': '{count, plural, one {Bring in one agreement} other {Bring in # agreements}}',
  'import.do-without-faulty':
    '{count, plural, one {Bring in one agreement without the faulty rows} other {Bring in # agreements without the faulty rows}}',
  'import.edit': 'Change the list',
  'import.has-faulty-rows': 'Some rows are faulty. Mend them, or bring in the rest without them.',
  'import.unknown-institution': '{name} is not an institution that is known here.',
  'import.unknown-kind': 'Write study, traineeship, teaching or staff training.',
  'import.not-yours': 'Your institution is not among the partners of this row.',
  'import.only-agreements': 'Frameworks and annexes are made on their own pages.',
  'import.example-title': 'Student exchange, arts',
  'flash.imported':
    '{count, plural, one {One agreement was brought in.} other {# agreements were brought in.}}',
}

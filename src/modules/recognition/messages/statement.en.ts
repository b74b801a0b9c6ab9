export default {
  'statement.revision': 'Revision',
  'statement.revision-replaces': '{revision}, replaces revision {before} of {day}',
  'statement.verify':
    'Scan the code, or type it at the address, to see whether this statement is genuine and still holds.',
  'statement.check.title': 'Check a statement of recognition',
  'statement.check.lead':
    'The code stands beside the QR code of every statement. Nothing of the student is shown here.',
  'statement.check.code': 'Code of the statement',
  'statement.check.code-hint': 'Twelve letters and digits, such as 4TNE-8VRA-3CKS',
  'statement.check.number-hint':
    'As it stands on the paper. You are told whether it belongs to this statement.',
  'statement.check.submit': 'Check',
  'statement.check.result': 'What is on record',
  'statement.check.holds': 'This statement is genuine and holds.',
  'statement.check.compare':
    'Compare what stands on the paper with the lines below. The paper is a copy of this record, not the reverse.',
  'statement.check.reopened':
    'This statement is genuine, but the case has been reopened. A new decision may change it.',
  'statement.check.replaced':
    'This statement is genuine, but revision {revision} has taken its place.',
  'statement.check.replaced-hint': 'Ask for the statement of {day}.',
  'statement.check.unknown': 'No statement has this code.',
  'statement.check.unknown-hint':
    'Type it again as it stands on the paper. If it still has no match, ask the institution named there before you rely on the paper.',
  'statement.check.no-code': 'This is not the code of a statement.',
  'statement.check.no-code-hint':
    'It has twelve letters and digits; the letters I, L, O and U do not occur.',
  'statement.check.number-same': 'The student number belongs to this statement.',
  'statement.check.number-other':
    'The student number does not belong to this statement. The paper may have been altered.',
  'statement.check.institution': 'Recognised by',
  'statement.check.host': 'Credit earned at',
  'documents.title': 'Documents of case {number}',
  'documents.link': 'Documents',
  'documents.statement.lead': 'In two languages on one paper; the first one is set larger.',
  'documents.language.first': 'First language',
  'documents.language.second': 'Second language',
  'documents.table': 'The lines as a table',
  'documents.table.lead':
    'Every course with its verdict, for a spreadsheet or a program. Credit is exact.',
} as const

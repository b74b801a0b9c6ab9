export default {
  'checking.file': 'Or the statement as a PDF',
  'checking.file-hint': 'The code is read out of it; nothing of the file is kept.',
  'checking.no-code-in-file': 'No code was found in this file',
  'checking.no-code-in-file-hint':
    'That says nothing about the paper: a scan, for example, carries no readable code. Type the code that stands on it.',
  'checking.courses': 'What this statement recognises',
  'checking.courses-lead': 'Every course, credit and grade on the paper must be the same as here.',
  'checking.appealed':
    'An appeal to this decision is being looked into. Until it is answered the decision holds.',
} as const

import archive from './archive.en.ts'
import operations from './operations.en.ts'
import checked from './checked.en.ts'
import statement from './statement.en.ts'

export default {
  ...archive,
  ...statement,
  ...checked,
  ...operations,
  'refusal.too-many-rows':
    'The document has {count, number} courses; a transcript may have {limit, number}. If it is a list of an institution’s courses, bring it in as a catalogue; if it holds several students, send a file for each.',
  'documents.encoding.label': 'Encoding of the text',
  'documents.encoding.hint':
    'Choose the one in which these lines read right. The file itself is not changed.',
  'documents.encoding.found': '{encoding}, found in the file',
  'documents.encoding.broken': '{encoding}: not possible, some characters do not exist in it',
  'documents.encoding.summary': 'Encoding: {encoding}',
  'documents.encoding.reread':
    'The file was read as {encoding}. Corrections made before were replaced.',
  'documents.off-scale':
    '{count, plural, one {One grade is} other {# grades are}} not on the scale “{scale}”',
  'documents.off-scale.hint':
    'Compare with the original. If the grade stands there, the line can be taken and a person decides it.',
  'documents.off-scale.line': 'Line {line, number}, {code}: “{grade}”',
} as const

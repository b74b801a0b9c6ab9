/** The English text of every remark on an ELMO file; the other languages are in `messages/elmo.*.ts`. */
export const elmoTexts = {
  'elmo.empty': 'The file is empty.',
  'elmo.too-large':
    'The file is larger than {limit} MB when unpacked. Ask for it without attachments.',
  'elmo.too-deep':
    'The elements are nested more than {limit} deep, which no transcript needs. The file was not read.',
  'elmo.too-many': 'The file has more than {limit, number} elements. It was not read.',
  'elmo.compressed-broken':
    'The file is compressed, and the compressed data is damaged. Ask for it again.',
  'elmo.encoding-broken': 'The file cannot be read as {encoding}. Ask for it in UTF-8.',
  'elmo.doctype':
    'The file has a document type declaration (DOCTYPE). ELMO needs none and it can be misused, so the file was not read.',
  'elmo.malformed':
    'From here on the file is not well-formed XML: a tag is not closed, or a character is not allowed. Ask for the file again.',
  'elmo.not-elmo': 'The file begins with {root}, not with elmo. It is no ELMO transcript.',
  'elmo.namespace-unknown':
    'The file names a version of ELMO that is not known here: {namespace}. It was not read.',
  'elmo.namespace-old':
    'The file is in a form from before ELMO 1.0. It was read as far as the names are the same; compare it with the original.',
  'elmo.namespace-missing':
    'The file does not say which version of ELMO it follows. It was read as version 1; compare it with the original.',
  'elmo.missing': '{element} is missing in {parent}.',
  'elmo.unexpected': '{element} has no place in {parent} and was not read.',
  'elmo.order': '{element} stands after {before}, but belongs before it. It was read all the same.',
  'elmo.repeated':
    '{element} occurs {count, number} times in {parent}; at most {most, number} are allowed. The first was read.',
  'elmo.missing-attribute': '{element} does not say its {attribute}.',
  'elmo.stray-text': 'There is text in {element} that belongs to no part of it: “{value}”.',
  'elmo.not-a-date': '“{value}” in {element} is no date of the form 2026-01-31. It was left empty.',
  'elmo.not-a-time':
    '“{value}” in {element} is no time of the form 2026-01-31T09:00:00Z. It was left empty.',
  'elmo.not-a-number':
    '“{value}” in {element} is no number with a decimal point. It was left empty.',
  'elmo.not-in-list': '“{value}” is not allowed in {element}; allowed are: {list}.',
  'elmo.empty-value': '{element} is empty.',
  'elmo.no-courses': 'The transcript has no courses.',
  'elmo.negative-credit': 'The credit {value} is below zero.',
  'elmo.term-order': 'The term ends on {end, date, long}, before it starts on {start, date, long}.',
  'elmo.grading-scheme-unknown': 'The grading scheme {id} is named but not described in the file.',
  'elmo.attachment-unreadable': 'The attachment {title} cannot be decoded. Ask for it again.',
  'elmo.more': 'There are {count, number} more remarks of this kind in the file.',
} as const

export type ElmoIssueKey = keyof typeof elmoTexts

/**
 * A remark on a file. `error`: the file breaks the format here; what is sound can be taken after a
 * person agrees. `warning`: allowed, and worth a look. Line and column count from 1.
 */
export interface ElmoIssue {
  severity: 'error' | 'warning'
  line: number
  column: number
  path: string
  key: ElmoIssueKey
  args: Record<string, string | number>
}

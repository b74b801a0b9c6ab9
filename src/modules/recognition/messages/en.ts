export default {
  'task.decide': 'Decide recognition case {number}',
  'task.kind.case-decision': 'Recognition to decide',
  'entry.case-opened':
    'Transcript received with {lines, plural, one {# course} other {# courses}}; case {number} opened',
  'entry.case-evaluated':
    'Evaluated by the rules: {recognised} recognised, {refused} not recognised, {open} left to a person',
  'entry.line-changed': 'Line {line} changed by the evaluator',
  'entry.line-restored': 'Line {line} set back to what the rules found',
  'entry.case-decided': 'Case {number} decided: {credit} credits recognised',
  'entry.case-withdrawn': 'Case {number} withdrawn',
  'entry.catalogue-published':
    'Course catalogue published with {courses, plural, one {# course} other {# courses}}',
  'entry.equivalence-judged': '{host} judged equivalent to {home}',
  'entry.equivalence-withdrawn': 'Equivalence of {host} and {home} withdrawn',
  'entry.rule-set-published': 'Recognition rules published, version {version}',
  'refusal.no-enrolment': 'Choose a student who is enrolled at your institution',
  'refusal.no-rules':
    'No recognition rules of your institution apply to this degree programme and intake. Publish rules first; then the transcript can be evaluated.',
  'refusal.no-lines': 'The transcript has no course in it',
  'refusal.too-many-lines': 'A transcript may have at most {limit, number} courses',
  'refusal.host-is-home':
    'The transcript is from the home institution itself; choose the host institution',
  'refusal.no-host': 'Choose the institution that issued the transcript',
  'refusal.same-transcript': 'The same transcript is already in case {number}',
  'refusal.no-case': 'There is no such case, or it is not open to you',
  'refusal.reason': 'Say why, in a sentence the student can understand',
  'refusal.home-course': 'Name the home course that is recognised',
  'refusal.unknown-course': '{code} is not in the current catalogue of the home institution',
  'refusal.credit': 'Give more than 0 credits',
  'refusal.already-decided': 'This case has been decided already. Nothing was changed.',
  'refusal.withdrawn': 'This case was withdrawn. Nothing was changed.',
  'refusal.changed-meanwhile':
    'The rules, an equivalence or a line changed since you opened this page. The case was not decided; evaluate it again and look at the lines.',
  'refusal.open-lines':
    '{count, plural, one {One line still waits} other {# lines still wait}} for your verdict',
  'refusal.over-share':
    '{credit} credits would be recognised, but the degree programme allows only {limit} more. Refuse a line or lower its credit.',
  'refusal.draft-changed':
    'This transcript was changed in another window. Load the page again to see how it stands; nothing was overwritten.',
  'refusal.draft-taken': 'This transcript was taken already',
  'refusal.line-without-code':
    '{count, plural, one {One course has} other {# courses have}} no code. Enter the code or do not take the line.',
  'refusal.check-grid':
    'Some cells of the grid cannot be read. Nothing was saved yet, and nothing you typed is lost.',
  'notice.kind.case-decided': 'Decision on a recognition case',
  'notice.case-decided':
    'Your recognition case {number} is decided: {credit} credits are recognised.',
  'refusal.course-twice':
    '{course} is already recognised by another line or an earlier decision. A home course counts once.',
  'refusal.over-term':
    '{credit} credits would be recognised for {term}, but the rules allow only {limit} a term. Refuse a line or lower its credit.',
  'refusal.line-too-long':
    'The code, title, grade or term of the course {code} is too long. Shorten it or do not take the line.',
  'erasure.kept-decisions':
    'Transcripts and recognition decisions, without the name: the credit of a degree must stay provable.',
} as const

export default {
  'check.title': 'Second check of the typed transcript of case {number}',
  'check.lead':
    'Type credit and grade of each course from the original. What was typed first is not shown; what differs is shown afterwards.',
  'check.differs-lead':
    'Look at the original again. What stands there counts, whoever typed it; give a reason for each line.',
  'check.nobody': 'Typed by hand, checked by nobody yet',
  'check.nobody-hint':
    '{typist} typed this transcript. A second person types credit and grades again from the original, without sight of the first typing.',
  'check.before-decision': 'The case cannot be decided before.',
  'check.waits':
    '{count, plural, one {One line was typed differently by the second person} other {# lines were typed differently by the second person}}',
  'check.never': 'Typed by {typist}, and not checked by a second person',
  'check.typed-by': 'Typed by {typist}',
  'check.typed-twice': 'Typed by {typist}, and again by {by} on {day}',
  'check.done-by': 'Typed by {typist}, checked by {by} on {day}',
  'check.settled-by': 'What differed was settled by {by} on {day}.',
  'check.result':
    '{lines, plural, one {One line typed twice} other {# lines typed twice}}; {differences, plural, =0 {none differed} one {one differed} other {# differed}}.',
  'check.start': 'Check it',
  'check.settle-link': 'Settle the differences',
  'check.see': 'See the check',
  'check.no-scan': 'There is no scan. Type from the paper original.',
  'check.grid': 'Credit and grade from the original',
  'check.course': 'Course',
  'check.complete':
    '{count, plural, one {The original has exactly this one course, with this code and title} other {The original has exactly these # courses, with these codes and titles}}',
  'check.complete-hint':
    'Correct a wrong code or title first: the code leads there. Where a course is missing or stands twice, withdraw the case and bring the transcript in again.',
  'check.compare': 'Compare',
  'check.same': 'Checked: both typings are the same.',
  'check.differs':
    '{count, plural, one {One line differs} other {# lines differ}}. Settle it below.',
  'check.stands': 'What stands on the original',
  'check.first': 'As typed first: {reading}',
  'check.second': 'As typed again: {reading}',
  'check.other': 'Neither of the two',
  'check.if-other': 'If neither: what stands there',
  'check.reading': 'credit {credit}, grade {grade}',
  'check.reason': 'Reason',
  'check.reason-hint': 'For example: 8 was read as 3',
  'check.settle': 'Settle',
  'check.settled':
    'Settled. {corrected, plural, =0 {No line had to be corrected.} one {One line was corrected and the case evaluated again.} other {# lines were corrected and the case evaluated again.}}',
  'check.record': 'What was typed twice',
  'check.column.first': 'Typed first',
  'check.column.second': 'Typed again',
  'check.column.stands': 'What stands',
  'check.both': 'The same',
  'check.open': 'Not settled',
  'check.stood.first': 'As typed first',
  'check.stood.second': 'As typed again',
  'check.stood.other': 'Neither',
  'check.refusal.another':
    'An evaluator or registrar of your institution checks it. Whoever typed it, or stands in for them, does not.',
  'check.refusal.closed': 'The case is not open any more. Nothing was changed.',
  'check.refusal.not-typed':
    'This transcript was read from a file; there is nothing to type again.',
  'check.refusal.twice': 'A colleague has typed it again already. Nothing was changed.',
  'check.refusal.cut-off': 'Not every line came with the form. Open the page again.',
  'check.refusal.nothing-typed': 'Type credit and grade of each line',
  'check.refusal.complete': 'Say that the original has exactly these courses',
  'check.refusal.nothing-differs': 'Nobody has typed it again yet; nothing differs.',
  'check.refusal.settled': 'A colleague has settled it already. Nothing was changed.',
  'check.refusal.each-line': 'Settle each line that differs',
  'check.refusal.choose': 'Choose what stands on the original',
  'check.refusal.reason': 'Give a reason',
  'check.refusal.corrected-meanwhile':
    'A line was corrected meanwhile. Choose what stands on the original, and type it if it is neither.',
  'check.refusal.unsettled':
    'The typed transcript was typed again and differs. Settle the differences first.',
  'check.refusal.demanded':
    'Nobody but its typist has checked this transcript. Your institution asks for a second person’s check first.',
  'check.task': 'Check the typed transcript of case {number}',
  'check.task-kind': 'Second check of typed transcripts',
  'check.entry.same':
    'Typed transcript checked by a second person: {lines, plural, one {one line} other {# lines}}, none different',
  'check.entry.differs':
    'Typed transcript typed again by a second person: {differences, plural, one {one} other {#}} of {lines, plural, one {one line} other {# lines}} different',
  'check.entry.settled':
    'Differences between two typings settled: {differences}, of which corrected: {corrected}',
  'settings.check': 'Typed transcripts',
  'settings.demandsCheck': 'Decide only after a second person’s check',
  'settings.demandsCheck-hint':
    'Without it the check is asked for and shown as an open point, and the case may be decided all the same.',
  'correction.blind-lead':
    'Code, title and term as they stand on the original. Credit and grade are yours to read without sight of the first typing; they stay as they are here.',
  'correction.back-to-check': 'Back to the check',
} as const

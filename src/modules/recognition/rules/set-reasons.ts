/**
 * The English text of every reason that lines have together, in ICU syntax; the other languages are in
 * `messages/set-reasons.*.ts`, with the same keys. Lists of courses are joined by ' + '.
 */
export const setReasonTexts = {
  'reason.set.found':
    '{hosts} together stand for {homes}, as {judge} decided on {day, date, long}.',
  'reason.set.package':
    '{count, plural, one {# course is} other {# courses are}} recognised as a package for {homes}, as {judge} decided on {day, date, long}: what was studied counts as a whole.',
  'reason.set.together': 'Counts together with {others} for {homes}.',
  'reason.set.incomplete':
    '{host} counts for {homes} only together with {missing}, and the transcript has no passed result there.',
  'reason.set.partner-against':
    '{homes} needs {partner} as well, and that course does not meet the rules.',
  'reason.set.partner-open': '{homes} needs {partner} as well, and that course waits for a person.',
  'reason.set.partner-used':
    '{host} counts for {homes} only together with {partner}, which is recognised for {other} here: this choice recognises the most credit.',
  'reason.set.too-many':
    'The courses of the transcript can be put together for {homes} in more ways than are calculated here. Choose by hand.',

  'reason.set.grade-met':
    'The mean grade {grade}, weighted by credit, meets the minimum of {required}, which corresponds to {threshold} on the host’s scale.',
  'reason.set.grade-below':
    'The mean grade {grade}, weighted by credit, is below the minimum of {required}, which corresponds to {threshold} on the host’s scale.',
  'reason.set.grade-open':
    'The rule compares the mean grade of these courses with the minimum of {required}, and their grades have no mean: not all are numbers, or nothing says what the minimum is on the host’s scale. Decide these lines.',
  'reason.set.grades-differ':
    'These courses would be entered with different grades ({grades}), and one entry is needed. Enter the home grade by hand.',

  'reason.set.hours-met':
    'The courses had {hours, number} hours of class in all; the rule asks for at least {required, number}.',
  'reason.set.hours-below':
    'The courses had {hours, number} hours of class in all; the rule asks for at least {required, number}.',
  'reason.set.hours-unknown':
    'The rule asks for at least {required, number} hours of class in all, and the hours of {host} are not known. Enter them from the syllabus.',

  'reason.set.package-short':
    'The courses that count into the package for {homes} bring {converted, number} credits; it needs {needed, number}.',

  'reason.choice.by-hand':
    'These courses can count in so many combinations that the best one is not proved. One with {found, number} credits is known, and none has more than {bound, number}. Choose by hand.',
} as const

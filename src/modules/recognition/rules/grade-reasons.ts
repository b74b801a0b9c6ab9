const sides = '{side, select, host {Host institution} other {Home institution}}'

/** The English text of what conversion of grades says; the other languages are in `messages/conversion.*.ts`. */
export const gradeReasonTexts = {
  'reason.grade.no-method':
    'None of the methods that the rules name fits the grade scale of this host, so {grade} is not converted. Add a table for the two scales, or enter the home grade by hand.',
  'reason.grade.by-grading-table':
    '{grade} becomes {home}, as the grading tables of both institutions compare.',
  'reason.grade.by-formula': '{grade} becomes {home} by the modified Bavarian formula.',
  'reason.grade.fail-unconverted': 'Only passing grades are converted; {grade} is none.',
  'reason.grade.word-unconverted':
    '{grade} has no place in the order of the grades, so it cannot be converted. Enter the home grade by hand.',
  'reason.grade.no-grading-table':
    '{side, select, host {The host institution has} other {The home institution has}} no grading table for this scale and reference group, and the rules convert by grading tables. Enter the table, or the home grade by hand.',
  'reason.grade.not-in-table':
    'The grading table of the host has no place for {grade}. Complete the table, or enter the home grade by hand.',
  'reason.grade.no-ends':
    'The formula needs the best and the lowest passing grade of the host as numbers, and its scale gives none for {grade}. Enter both in the rules, or the home grade by hand.',
  'reason.grade.beyond-ends':
    '{grade} is better than {best, number}, which the formula takes as the best grade (lowest pass {pass, number}). Check both figures in the rules.',

  'reason.grade-step.recorded': 'The rules enter {label}, whatever the grade was.',
  'reason.grade-step.row': 'The agreed table has a row for {grade}. It gives {home}.',
  'reason.grade-step.row-range':
    'The agreed table has a row from {from, number} to {to, number}, in which {grade} lies. It gives {home}.',
  'reason.grade-step.group': `${sides}: {cycle, select, short_cycle {short cycle} bachelor {bachelor} master {master} doctorate {doctorate} other {all cycles}}, {field, select, all {all fields} other {field {field} of ISCED-F 2013}}, academic years {from, date, ::y}–{to, date, ::y}, {unit, select, count {{count, number} passing grades} other {percentages as published}}.`,
  'reason.grade-step.small-group': `${sides}: only {count, number} passing grades were counted, so chance moves the shares.`,
  'reason.grade-step.span':
    'Counted from the best, {grade} takes up the passing grades of the host from {from, number, ::percent .###} to {to, number, ::percent .###}.',
  'reason.grade-step.border':
    'The table of the host counts no {grade}. Counted from the best, its place is at {at, number, ::percent .###}.',
  'reason.grade-step.overlap':
    'The home grade {home} covers {share, number, ::percent .###} of all passing grades within that span.',
  'reason.grade-step.middle': 'The middle of the span is at {middle, number, ::percent .###}.',
  'reason.grade-step.choice':
    'The rules take {rule, select, maximum {the best of the home grades within the span} minimum {the lowest of the home grades within the span} other {the home grade in which the middle lies}}: {home}.',
  'reason.grade-step.formula':
    '1 + 3 × ({best, number} − {value, number}) ÷ ({best, number} − {pass, number}) = {result, number, ::.####}',
  'reason.grade-step.rounding':
    '{rounding, select, cut {Decimals after the first are cut off, and between two grades the better one counts} nearest {The nearest grade counts, exactly between two the better one} other {Decimals after the first are cut off}}: {home}.',
} as const

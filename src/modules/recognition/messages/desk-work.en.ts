export default {
  'grid.total-row':
    'Looks like a sum or an average and is left out. Tick the box if it is a course.',
  'grid.removed': 'Line {line, number} was taken away: {name}',
  'grid.removed-empty': 'Line {line, number} was taken away; it was empty.',
  'grid.put-back-button': 'Put it back',
  'grid.put-back': 'The line stands where it was.',
  'refusal.looks-like-total':
    '{count, plural, one {# line looks} other {# lines look}} like a sum or an average, not like a course. Leave {count, plural, one {it} other {them}} out as shown, or tick the box of what is a course; then evaluate.',
  'suggestion.chance.decided': 'Decided before',
  'word.left-open': '{name} decided; the rules had left it open: {reason}',
  'word.same-verdict': '{name} came to the same verdict as the rules: {reason}',
  'word.more-credit': '{credit} credits, where the conversion gives {given}: {reason}',
  'word.credit-reason': 'Why more credit than the conversion gives',
  'word.credit-reason-hint': 'The student reads this beside the line.',
  'word.from-suggestion': '{code} comes from the suggestions; nothing is decided yet',
  'word.from-suggestion-hint':
    'The reason below is a proposal made of the suggestion’s reasons. It becomes the reason of your decision: compare the courses and say it in your own words.',
  'refusal.more-than-converted':
    'The conversion gives {given} credits; you would recognise {credit}. Say below why it is more, or enter no more than {given}.',
  'decide.lines-wait':
    '{count, plural, one {# line still waits} other {# lines still wait}} for a verdict. Then the case can be decided.',
  'decide.next-line': 'Next waiting line: {code}',
  'search-kind.case': 'Recognition case',
  'search-kind.course': 'Course',
  'search-kind.case-number': 'Case {number}',
  'search-kind.between': '{host} → {home}',
  'check.open-case': 'Open the case with its courses',
  'check.no-courses':
    'The courses stand on the paper; the institution that issued it shows them to those concerned.',
  'check.footer': 'Check a statement of recognition',
  'home.own': 'My recognition',
  'home.own-case': '{label} · {host}',
  'home.late': '{count, plural, one {case is late} other {cases are late}}',
  'home.waiting': '{count, plural, one {case waits} other {cases wait}} for a verdict',
  'home.ready': '{count, plural, one {case is} other {cases are}} ready to be decided',
  'home.decided': 'decided in the last 30 days',
  'home.due': 'Case {number} · {host}',
  'home.due-day': 'due {day}',
  'home.all-cases': 'All cases',
  'home.imports': 'Last imports',
  'home.import': '{file}',
  'home.import-day': 'brought in {day}',
  'home.all-imports': 'All catalogues',
  'word.credit-reason-given':
    'Needed where you recognise more than the {given} credits that the conversion gives. The student reads it beside the line.',
} as const

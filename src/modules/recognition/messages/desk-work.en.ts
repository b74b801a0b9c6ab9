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
  'word.reason-language': 'Language of the reason',
  'word.second-reason': 'The same reason in a second language',
  'word.second-reason-hint':
    'A statement in two languages then says it in both; otherwise it says it once, as it was typed.',
  'word.second-language': 'Second language',
  'word.second-same':
    'Both reasons are in one language. Give the second one in another, or leave it out.',
  'word.from-suggestion': '{code} comes from the suggestions; nothing is decided yet',
  'refusal.more-than-course':
    '{code} carries {carries} credits at home; {credit} cannot be recognised for it.',
  'refusal.issued-later': 'A transcript is not issued on a day to come.',
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
  'list.recognised': 'Courses recognised',
  'list.refused': 'Courses not recognised',
  'list.open': 'Courses left to a person',
  'list.received': 'Received on',
  'list.home-courses': 'Home courses',
  'list.home-term-credit': 'Credit at home in that term',
  'list.too-many':
    'A file holds at most {most, number} rows. Narrow the list first, by its state, institution or search.',
  'grid.terms-read':
    '{count, plural, one {A term was} other {# terms were}} typed in a year of the Buddhist era. Look at what it was read as, then evaluate.',
  'grid.terms-saved':
    '{count} terms were read as years of the Buddhist era, such as “{value}”: {term}.',
  'decide.go': 'To the decision',
} as const

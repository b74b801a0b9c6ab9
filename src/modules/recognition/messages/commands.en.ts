export default {
  'command.as':
    'Act with the rights of this person (e-mail or id); without it with those of the machine.',
  'command.no-person': 'Nobody has the e-mail or id {person}.',
  'command.no-file': 'The file {file} cannot be read.',
  'command.remark': '  line {line}: {text}',
  'command.transcript.summary':
    'Take a transcript in (ELMO, XLSX or CSV), open its case and evaluate it.',
  'command.transcript.student': 'The student number at the home institution.',
  'command.transcript.host': 'The institution that issued it: id, acronym or name.',
  'command.transcript.usage': 'Wanted are a file, --student NUMBER and --host ORGANISATION.',
  'command.transcript.done':
    'Case {number} is open with {lines, plural, one {# course} other {# courses}}.',
  'command.no-enrolments': 'No student has the number {called}.',
  'command.several-enrolments':
    'Several students have the number {called}; give the id of the enrolment instead.',
  'command.no-organisations': 'No organisation has the id, acronym or name {called}.',
  'command.several-organisations':
    'Several organisations are called {called}; give the id instead.',
  'command.several-cases': 'Several institutions have a case of this number; give the id instead.',
  'command.evaluate.summary': 'Evaluate a case again by today’s rules, or all open ones.',
  'command.evaluate.all': 'All open cases.',
  'command.evaluate.usage': 'Name one case by its number or id, or say --all.',
  'command.evaluate.progress': 'cases',
  'command.evaluate.case':
    '{number}: {credit} credits; {recognised} recognised, {refused} not recognised, {open} left to a person',
  'command.evaluate.refused': '{number}: {reason}',
  'command.evaluate.done': 'Evaluated: {cases}. Changed: {changed}.',
} as const

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
  'command.several-cases': 'Several institutions have a case of this number; give the id instead.',
  'command.evaluate.summary': 'Evaluate a case again by today’s rules, or all open ones.',
  'command.evaluate.all': 'All open cases.',
  'command.evaluate.usage': 'Name one case by its number or id, or say --all.',
  'command.evaluate.progress': 'cases',
  'command.evaluate.case':
    '{number}: {credit} credits; {recognised} recognised, {refused} not recognised, {open} left to a person',
  'command.evaluate.refused': '{number}: {reason}',
  'command.evaluate.done': 'Evaluated: {cases}. Changed: {changed}.',
  'command.ready.summary': 'List open cases that rules and precedents have settled line by line.',
  'command.ready.usage': 'This command takes no words.',
  'command.ready.case':
    '{number}: {credit} credits; {courses, plural, one {# result} other {# results}}',
  'command.ready.done': 'Ready to be decided: {cases, number}.',
  'command.facts.summary':
    'Show what is known of a case beside its transcript, or state it from a JSON file and evaluate again.',
  'command.facts.usage':
    'Name one case by its number or id, and a file where facts are to be stated.',
  'command.facts.as': 'Say with --as who states the facts: a statement is somebody’s word.',
  'command.facts.case':
    '{number}: abroad from {from} to {to}; something is known of {known, number} of {courses, number} courses',
  'command.facts.done': '{number}: stated and evaluated again.',
  'command.checks.summary':
    'Say how far typed transcripts are checked by a second person; exit code 1 where a check waits.',
  'command.checks.usage': 'Name one case by its number or id, or none for all open ones.',
  'command.checks.case':
    '{number}: {state, select, not_typed {read from a file, needs no check} unchecked {checked by nobody yet} unsettled {{differences, plural, one {# difference waits} other {# differences wait}}} other {checked}}',
  'command.checks.none': 'No open case has a typed transcript.',
} as const

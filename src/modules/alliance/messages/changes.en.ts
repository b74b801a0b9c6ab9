export default {
  'unit.part-of': 'Part of',
  'unit.mailboxes': 'E-mail addresses of units are office mailboxes',
  'fault.unit-in-itself': 'A unit cannot be a part of itself, nor of one of its parts.',
  'entry.unit-changed': 'A unit was changed.',
  'import.starts-on': 'First day of rows that name none',
  'import.starts-on-students': 'Without it, the first of January of the intake year.',
  'import.starts-on-staff': 'Without it, today.',
  'invitation.welcome.subject': 'Your access at {organisation}',
  'invitation.welcome.text':
    '{organisation} has entered you on this platform. With this invitation you sign in; nothing else changes.',
  'home.cannot-sign-in':
    '{count, plural, one {# person cannot sign in yet} other {# people cannot sign in yet}}',
  'home.cannot-sign-in-at': '{organisation}: look at them and invite them together',
  'home.numbers': 'The alliance in numbers',
  'home.numbers.members': 'Members',
  'home.numbers.programmeYears': 'Programme years under way',
  'home.numbers.participants': 'Participants now',
  'home.numbers.completed': 'Completed so far',
  'home.numbers.initiatives': 'Initiatives under way',
  'people.access-none': 'Cannot sign in yet',
  'people.welcome-chosen': 'Invite to sign in',
  'done.welcomed':
    '{count, plural, =0 {Nobody had to be invited: whoever was chosen can sign in, is invited already or has no address.} one {# person is invited to sign in.} other {# people are invited to sign in.}}',
}

export default {
  'unit.part-of': 'Part of',
  'unit.mailboxes': 'E-mail addresses of units are office mailboxes',
  'fault.unit-in-itself': 'A unit cannot be a part of itself, nor of one of its parts.',
  'entry.unit-changed': 'A unit was changed.',
  'import.starts-on': 'First day of rows that name none',
  'import.starts-on-students': 'Without it, the first of January of the intake year.',
  'import.starts-on-staff': 'Without it, today.',
}

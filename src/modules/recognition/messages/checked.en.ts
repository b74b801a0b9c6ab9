export default {
  'checked.title': 'What was checked',
  'checked.code': 'The code belongs to a statement that {institution} issued on {day}.',
  'checked.latest': 'No later revision has taken its place.',
  'checked.later': 'Revision {revision} of {day} has taken its place.',
  'checked.stands': 'The decision stands: nobody has reopened the case.',
  'checked.open': 'The case has been reopened and waits for a new decision.',
  'checked.same': 'The student number that you typed is the one on this statement.',
  'checked.other': 'The student number that you typed is not the one on this statement.',
  'checked.no-number': 'The student number was not compared. Type it below to have it compared.',
  'checked.paper':
    'Only you can check the paper itself: every figure on it must be the same as here.',
  'checked.again': 'Check again, or another statement',
} as const

/** The inbox: what waits, what was put off, what was told. */
export default {
  'inbox.state.later': 'Later',
  'inbox.empty.later.title': 'Nothing is put off',
  'inbox.empty.later.why':
    'When you say that you do something on a later day, it waits here until that day.',
  'inbox.kind': 'Kind of task',
  'inbox.column.about': 'About',
  'inbox.column.actions': 'What you can do',
  'inbox.done': 'Done',
  'inbox.later': 'Do later',
  'inbox.give': 'Pass on',
  'inbox.do-later': 'Do later',
  'inbox.give-all': '{count, plural, one {Pass this task on} other {Pass these # on}}',
  'inbox.planned': 'You do it by {on}',
  'inbox.given-by': 'Passed on by {name}',
  'inbox.undo': 'Undo',
  'inbox.taken-back':
    '{count, plural, =0 {There was nothing to take back: it has moved on.} one {Taken back: # task waits again.} other {Taken back: # tasks wait again.}}',
  'plan.title': 'Do it later',
  'plan.done':
    '{count, plural, one {# task stands aside until that day.} other {# tasks stand aside until that day.}}',
  'inbox-notices.lead':
    '{count, plural, =0 {You have read everything.} one {# notice is new.} other {# notices are new.}}',
  'inbox-notices.read-all': 'Mark all as read',
  'inbox-notices.read-chosen': 'Mark as read',
  'inbox-notices.read-one': 'Mark as read',
  'inbox-notices.read':
    '{count, plural, one {# notice is marked as read.} other {# notices are marked as read.}}',
  'inbox-notices.unread-again':
    '{count, plural, =0 {Nothing was changed.} one {# notice is new again.} other {# notices are new again.}}',
  'inbox-notices.none-chosen': 'Choose at least one notice.',
  'inbox-notices.none-left': 'They were read already.',
  'inbox-notices.none-unread': 'No new notices',
  'inbox-notices.show-unread': 'Show only new ones',
  'inbox-notices.show-all': 'Show all',
  'inbox-notices.new': 'New',
  'inbox-notices.is-read': 'Read',
  'inbox-notices.column.what': 'Notice',
  'inbox-notices.column.state': 'State',
} as const

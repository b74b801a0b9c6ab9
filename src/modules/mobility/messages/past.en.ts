/** Exchanges of past years that are brought in from a list. */
export default {
  'past.title': 'Bring in past exchanges',
  'past.open': 'Past exchanges from a list',
  'past.lead':
    'Exchanges of your students that are over, from a spreadsheet. They count in the figures and stand in each student’s story. Nobody is written to, no place is used, and nothing is left to do. Students who have left are found by their number as well.',
  'past.understood':
    '{count, plural, =0 {No exchange can be brought in} one {# exchange can be brought in} other {# exchanges can be brought in}}',
  'past.twice':
    '{count, plural, one {# row tells of an exchange that is known or stands in the list already} other {# rows tell of exchanges that are known or stand in the list already}}; no second one is made.',
  'past.stays': 'Exchanges',
  'past.do': '{count, plural, one {Bring in # exchange} other {Bring in # exchanges}}',
  'past.do-without-faulty':
    '{count, plural, one {Bring in # exchange without the faulty rows} other {Bring in # exchanges without the faulty rows}}',
  'past.becomes-new': 'Brought in',
  'past.becomes-merged': 'Joined with another row',
  'past.becomes-known': 'Known already',
  'past.not-over': 'This exchange is not over yet. Nominate the student instead.',
  'past.recognised-when': 'Credit is recognised after the first day and not in the future.',
  'past.unknown-student':
    'No student of yours, past or present, has this number or address. Register the student first.',
  'past.flash':
    '{count, plural, =0 {Nothing was brought in} one {# past exchange is brought in} other {# past exchanges are brought in}}',
  'past.said':
    'Brought in from a list of past exchanges on {day}; the host has not confirmed it here.',
  'past.lists': 'Brought in so far',
  'past.lists-at': 'Brought in',
  'past.lists-by': 'By',
  'past.undo': 'Take back',
  'past.no-list': 'There is no such list. It may have been taken back already.',
  'past.worked-on':
    '{count, plural, one {# exchange of it has been worked on since} other {# exchanges of it have been worked on since}}: it stays.',
  'past.taken-back':
    '{count, plural, one {# exchange is taken back} other {# exchanges are taken back}}',
  'story.taken-back': 'A past exchange was taken back with its list',
  'column.recognisedOn': 'Credit recognised on',
  'story.imported': 'A past exchange was brought in from a list',
  'story.widened': 'Two rows of a list were joined to one exchange',
}

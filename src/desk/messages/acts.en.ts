/** The pages of single-act links, and the end of a kind of mail. */
export default {
  'act.for': 'In the name of',
  'act.what': 'About',
  'act.open': 'See the whole page (you sign in first)',
  'act.gone.title': 'This link is closed',
  'act.gone.text':
    'It was taken back, or it was cut off on its way to you. If something is still to be done, ask whoever sent it for a new one.',
  'act.complete.kicker': 'Is this done?',
  'act.complete': 'It is done',
  'act.complete.next': 'It then leaves your list and everybody else’s. Nothing else changes.',
  'act.give-away.kicker': 'Give it to somebody else',
  'act.give-away.to': 'Who does it instead',
  'act.give-away.self': '{name} (you alone)',
  'act.give-away.office':
    'I am not the right one: the coordinators of {organisation} find somebody',
  'act.give-away': 'Give it to them',
  'act.give-away.next': 'They are told at once, and it leaves your list.',
  'act.plan.kicker': 'When will you do it?',
  'act.plan.on': 'I do it by',
  'act.plan.other-day': 'Or on another day',
  'act.plan.planned': 'So far you have said: {on}.',
  'act.plan': 'Remember this day',
  'act.plan.next':
    'Until then it stands aside in your list, and on that day you are reminded. The day on which it is due stays.',
  'act.over.inbox': 'See what else waits for you (you sign in first)',
  'act.over.done.title': 'Done',
  'act.over.done.text':
    'You marked this as done on {on}. Was it a mistake? Sign in and put it back within a day.',
  'act.over.done-by-other.title': 'It is done already',
  'act.over.done-by-other.text': 'Somebody else did it on {on}. You have nothing to do.',
  'act.over.cancelled.title': 'It is no longer needed',
  'act.over.cancelled.text':
    'Whatever this was about has been settled in another way. You have nothing to do.',
  'act.over.given.title': 'Given on',
  'act.over.given.text': 'Your colleague is being told. It has left your list.',
  'act.over.with-other.title': 'It waits for somebody else now',
  'act.over.with-other.text':
    'It was given to somebody else, so this link does nothing any more. You have nothing to do.',
  'act.over.planned.title': 'The day is noted',
  'act.over.planned.text':
    'You do it by {on}. On that day you are reminded; the link in your mail can still change the day.',
  'act.over.expired.title': 'The time of this link is over',
  'act.over.expired.text': 'It still waits for you. Sign in and do it on its own page.',
  'stop.title': 'No more mail of this kind: {kind}',
  'stop.lead':
    'You still find everything on your page of notices. Letters that you ask for yourself, such as a sign-in link, still come.',
  'stop.digest.lead':
    'No more summaries come. You still find everything in your inbox; mails that you want at once still come.',
  'stop.button': 'Stop these mails',
  'stop.done.title': 'Stopped: {kind}',
  'stop.done.text': 'You get no more mail of this kind.',
  'stop.again': 'Send them again as before',
  'stop.all': 'Choose for every kind of mail (you sign in first)',
  'stop.gone.text': 'It no longer works. You can choose which mail you get on your own page.',
} as const

export default {
  'cases.similar': 'Nobody is called “{search}”. These names are similar.',
  'issuer.title': 'Is this the right institution?',
  'issuer.missing': 'Which institution issued this transcript?',
  'issuer.names':
    'The document names {issuer} as its issuer; it was brought in as a transcript of {host}.',
  'issuer.take': 'It is from {institution}',
  'issuer.choose': 'Take this institution',
  'issuer.not-listed': 'The institution is not in the list?',
  'issuer.not-listed-what':
    'The secretariat of the alliance enters it. Your transcript is kept meanwhile under “Transcripts you have not finished”, and you are told when you can go on.',
  'issuer.asked': 'The secretariat has been asked to enter {institution}.',
  'issuer.enter': 'Enter an organisation',
  'issuer.institution': 'Name of the institution, as the document gives it',
  'issuer.ask': 'Ask the secretariat',
  'issuer.requested':
    'The secretariat has been asked. The transcript is kept; you are told when the institution is there.',
  'issuer.changed': 'The institution was changed. Everything typed is kept.',
  'issuer.confirm': 'I have compared it with the original: it is a transcript of {host}',
  'issuer.confirm-button': 'It is a transcript of {host}',
  'issuer.confirmed': '{by} confirmed on {day} that it is a transcript of {host}.',
  'issuer.confirmed-now': 'Confirmed. The case can be decided.',
  'issuer.before-decision':
    'Compare it with the original and confirm it. Without that the case is not decided; a transcript of another institution is withdrawn and brought in anew.',
  'issuer.none-of-these': 'It is not in this list',
  'issuer.none-of-these-hint':
    'Choose “It is not in this list” when it is missing: the transcript is kept until the secretariat has entered the institution.',
  'issuer.here-now':
    '{institution} is among the organisations now. Go on with the transcript that you brought in.',
  'notice.kind.host-entered': 'An institution that a transcript of yours waits for',
  'task.missing-host': 'Enter {institution} among the organisations: a transcript waits for it',
  'task.kind.missing-host': 'Institution to be entered',
  'entry.issuer-confirmed':
    'Confirmed that the transcript is the host’s, though it names another issuer',
  'refusal.issuer-unconfirmed':
    'The document names {issuer} as its issuer, not {host}. Choose the institution that issued it, or confirm that it is a transcript of {host}.',
  'refusal.issuer-in-doubt':
    'The document names another issuer than the host institution. Confirm that it is the host’s, then decide.',
  'refusal.institution-name': 'Give the name of the institution',
  'command.transcript.issuer-confirmed':
    'It is the host’s, though the document names another issuer',
} as const

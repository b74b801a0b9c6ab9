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
  'page.case.in-place-of': '{name}, in the place of {other}',
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
  'correction.open': 'Correct the line',
  'correction.title': 'Correct {code}',
  'correction.lead':
    'Enter what stands on the original. What was there before is kept with your name and reason, and the case is evaluated again at once.',
  'correction.no-scan': 'No scan of the original was brought in. Have the paper beside you.',
  'correction.field.code': 'Course code',
  'correction.field.title': 'Title',
  'correction.field.credit': 'Credit',
  'correction.field.hours': 'Class hours',
  'correction.field.grade': 'Grade',
  'correction.field.status': 'Result',
  'correction.field.term': 'Term',
  'correction.field.completedOn': 'Completed on',
  'correction.status.unsaid': 'Not stated',
  'correction.status.passed': 'Passed',
  'correction.status.failed': 'Failed',
  'correction.status.in-progress': 'Not finished',
  'correction.hours.lecture': 'Lectures',
  'correction.hours.practice': 'Practice',
  'correction.hours.placement': 'Placement',
  'correction.hours.self-study': 'Self-study',
  'correction.result': 'Credit and grade',
  'correction.when': 'When',
  'correction.reason': 'Why it is corrected',
  'correction.reason-hint':
    'For example: grade misread, the original says 88. The student reads this.',
  'correction.save': 'Save and evaluate again',
  'correction.back': 'Back to the case',
  'correction.stands': 'How the line stands now',
  'correction.earlier': 'Earlier corrections',
  'correction.change': '{before} → {after}',
  'correction.done': 'The line was corrected and the case evaluated again.',
  'correction.by': 'Corrected by {by} on {day}: {changes}. {reason}',
  'correction.after-verdict':
    'The line was corrected after this verdict was given. Look at it again.',
  'entry.line-corrected': 'Line {line} corrected to what stands on the original',
  'refusal.line-corrected-meanwhile':
    'A colleague corrected this line since you opened the page. How it stands now is shown below; what you typed is kept. Compare both, then save again.',
  'refusal.nothing-corrected': 'Nothing differs from how the line stands now',
  'refusal.correction-reason': 'Say why the line is corrected',
} as const

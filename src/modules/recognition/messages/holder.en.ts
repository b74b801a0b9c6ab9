export default {
  'holder.same': 'It is the same person: {student}',
  'holder.number':
    'The document gives the student number {number}, which is not that of {student}.',
  'holder.days': 'The document gives the date of birth {day}; the record of {student} has {own}.',
  'holder.confirmed': '{by} said on {day} that it is the same person.',
  'holder.confirmed-title': 'The document names its holder differently',
  'holder.confirmed-now': 'It is kept that this is the same person.',
  'holder.other-student':
    'If it is somebody else’s, discard this transcript and bring it in for the right student.',
  'refusal.holder-unconfirmed':
    'The document is in the name of {holder}, and the student is {student}. Compare them; if it is the same person, tick that it is.',
  'entry.holder-confirmed':
    'Confirmed that the transcript is the student’s, though it names its holder differently',
  'command.transcript.holder-confirmed':
    'It is the same person, though the document names its holder differently',
} as const

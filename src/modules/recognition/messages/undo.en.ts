export default {
  'undo.yours': 'You decided the case. You can take it back until {until}.',
  'undo.theirs': '{by} decided the case and can take the decision back until {until}.',
  'undo.meanwhile': 'The student is told and the statement can be had from {until} on.',
  'undo.button': 'Take the decision back',
  'undo.done':
    'The decision on case {number} was taken back. The case is open again; nobody was told of it.',
  'undo.statement-later': 'The statement can be had once the decision is final, from {until} on.',
  'undo.decided':
    'Case {number} is decided. The student is told at {until}; until then you can take it back.',
  'entry.decision-retracted': 'Decision taken back before it was final (revision {revision})',
  'entry.decision-released': 'Decision on case {number} final; the student is told',
  'refusal.decision-final':
    'The decision is final: the student has been told. A mistake is mended by a revision.',
  'settings.navigation': 'How we work',
  'settings.title': 'How your institution works on recognition',
  'settings.lead':
    'Time limits are in working days of your country. What is due already keeps its day.',
  'settings.case': 'Cases and decisions',
  'settings.caseWorkingDays': 'Working days for a case',
  'settings.caseWorkingDays-hint': 'From the day on which the transcript arrives',
  'settings.undoMinutes': 'Minutes in which a decision can be taken back',
  'settings.undoMinutes-hint':
    'The student is told when they are over. 0: the decision is final at once',
  'settings.evidence': 'What students are asked for',
  'settings.evidenceWorkingDays': 'Working days for an answer',
  'settings.evidenceWorkingDays-hint': 'Proposed for each request; it can be changed there',
  'settings.reminderWorkingDays': 'Reminder, working days before the end',
  'settings.reminderWorkingDays-hint':
    'For requests to an address at the host institution; students are reminded of their task. 0: no reminder',
  'settings.evidencePauses': 'The time for the case stands still while the student is asked',
  'settings.evidencePauses-hint':
    'It runs on with the answer, or when the time for the answer is over',
  'settings.appeal': 'Appeals',
  'settings.appealWorkingDays': 'Working days for an appeal',
  'settings.appealWorkingDays-hint':
    'From the day on which the student is told. Empty: appeals are not made here',
  'settings.save': 'Save',
  'settings.saved': 'Saved. It applies to what begins from now on.',
  'settings.unchanged': 'Nothing was changed.',
  'settings.fault.range': 'A whole number from {from, number} to {to, number}',
  'entry.settings-changed': 'Rules for working on cases changed',
  'refusal.nothing-to-take-back': 'There is no decision to take back: the case is open.',
  'refusal.not-your-decision': 'Only whoever decided can take the decision back.',
  'settings.none': 'These settings are not yours to change',
  'settings.none-why':
    'They are set for the institution as a whole, by its registrar or administrator.',
} as const

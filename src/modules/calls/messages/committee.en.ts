export default {
  'held.minutes-stay':
    'Approved minutes name who sat in the committee; they show how it was decided and are not changed.',
  'held.sittings': 'Sittings of committees',
  'reads.committee': 'A committee’s agenda and minutes',
  'sitting.absent': 'Absent',
  'sitting.abstained': 'Abstained',
  'sitting.add': 'Put applications on the agenda',
  'sitting.add-do': 'Put on the agenda',
  'sitting.add-number': 'By number',
  'sitting.add-rank': 'By rank or filter',
  'sitting.added':
    '{put, plural, one {# application was} other {# applications were}} put on the agenda. Passed over because they wait on an agenda already: {passed, number}.',
  'sitting.against': 'Against',
  'sitting.agenda': 'Agenda',
  'sitting.agenda-none': 'Nothing is on the agenda',
  'sitting.agenda-none-why': 'Put applications on it by rank, by filter or by their numbers.',
  'sitting.application': 'Application',
  'sitting.approve': 'Approve the minutes',
  'sitting.approve-done':
    'The minutes are approved; {count, plural, one {# application is} other {# applications are}} decided.',
  'sitting.approve-lead':
    'With your approval all outcomes become decisions at once, and nothing of the minutes can be changed. Nobody is told before the set moment.',
  'sitting.approved-on': 'Approved on {day}',
  'sitting.chair': 'Chair',
  'sitting.change': 'Change day, place or members',
  'sitting.change-do': 'Save',
  'sitting.changed': 'The sitting is changed.',
  'sitting.document': 'Minutes of the committee',
  'sitting.draft': 'Draft, not approved',
  'sitting.file': 'minutes',
  'sitting.for': 'For',
  'sitting.held': 'Day',
  'sitting.lead':
    'Sittings of the committee of this call. What stands in the minutes that the chair approves is decided.',
  'sitting.left': 'Left the room',
  'sitting.left-hint':
    'Who must not judge this applicant is ticked. They are not counted among those who vote.',
  'sitting.members': 'Members',
  'sitting.members-hint': 'Chair and minute-taker sit in it without being chosen here.',
  'sitting.minutes': 'Minutes',
  'sitting.minutes-lead':
    'What was said beside the outcomes. Agenda, votes, reasons and who left the room stand in the minutes by themselves.',
  'sitting.minutes-save': 'Save the minutes',
  'sitting.minutes-saved': 'The minutes are saved.',
  'sitting.minutes-text': 'What was said',
  'sitting.must-leave': 'Must leave: {names}',
  'sitting.name': 'Sitting of {day}',
  'sitting.next.approved':
    'What was decided has entered the decisions of the call; nothing of the minutes changes any more.',
  'sitting.next.planned':
    'Record what came of each application; the chair then approves the minutes.',
  'sitting.none': 'No sitting yet',
  'sitting.none-why': 'Plan the first one below; the agenda is made from the applications.',
  'sitting.numbers': 'Numbers of applications',
  'sitting.numbers-hint':
    'In the order in which they are to be spoken of; a column of a sheet can be pasted.',
  'sitting.order': 'Order of the agenda',
  'sitting.order-hint':
    'Those named come first, in this order; the others keep theirs behind them.',
  'sitting.order-number': 'By number',
  'sitting.order-pasted': 'As pasted',
  'sitting.order-rank': 'By rank',
  'sitting.ordered': 'The agenda has its new order.',
  'sitting.outcome': 'Outcome',
  'sitting.outcome.accepted': 'Award',
  'sitting.outcome.none': 'Not recorded',
  'sitting.outcome.put-off': 'Put off',
  'sitting.outcome.refused': 'Refuse',
  'sitting.outcome.waiting': 'Waiting list',
  'sitting.pdf': 'Minutes (PDF)',
  'sitting.place': 'Place or link',
  'sitting.plan': 'Plan a sitting',
  'sitting.planned': 'The sitting is planned. Chair and minute-taker find it in their inbox.',
  'sitting.presence': 'Who is there',
  'sitting.presence-lead':
    '{present, plural, one {# member is} other {# members are}} present. Votes are counted among those in the room.',
  'sitting.presence-save': 'Save who is there',
  'sitting.presence-saved':
    '{present, plural, one {# member is} other {# members are}} noted as present.',
  'sitting.present': 'Present',
  'sitting.ranks': 'Ranks',
  'sitting.ranks-hint': 'As 1–30. Left empty: all, in order of merit.',
  'sitting.reason': 'Reason',
  'sitting.record': 'What the committee decided',
  'sitting.record-do': 'Record, and go to the next',
  'sitting.recorded':
    'Recorded for {count, plural, one {# application} other {# applications}}. Nothing is decided before the chair approves the minutes.',
  'sitting.recorded-count': 'Recorded',
  'sitting.recorded-of': '{recorded, number} of {items, number}',
  'sitting.refusal.absent': 'There is no such sitting, or it is not open to you.',
  'sitting.refusal.approved': 'The minutes are approved already; nothing of them changes any more.',
  'sitting.refusal.changed':
    'Somebody changed this sitting since you opened the page. Nothing was done: read what stands now, and try again.',
  'sitting.refusal.day': 'Write the day of the sitting.',
  'sitting.refusal.decided':
    'Application no. {number} was decided elsewhere since the committee spoke of it. Record its outcome anew, or put it off.',
  'sitting.refusal.destination': 'Choose a destination of this call, or none.',
  'sitting.refusal.early':
    'Outcomes are recorded, and minutes approved, from the day of the sitting on.',
  'sitting.refusal.long':
    'An agenda has at most {most, number} applications. Plan a second sitting.',
  'sitting.refusal.no-chair':
    'The chair is not noted as present. Name in the sitting who was in the chair.',
  'sitting.refusal.no-number': 'Write the numbers of applications.',
  'sitting.refusal.no-order': 'None of these numbers is on the agenda.',
  'sitting.refusal.none-match': 'No application is within these ranks and this filter.',
  'sitting.refusal.officer': 'Choose somebody of the list.',
  'sitting.refusal.officer-applies':
    'Application no. {number} is the chair’s or the minute-taker’s own. Name somebody else for this sitting.',
  'sitting.refusal.ranks': 'Write ranks as 1–30, or one rank.',
  'sitting.refusal.recorded':
    'Application no. {number} was recorded since you opened the page. Nothing was done.',
  'sitting.refusal.recorded-by':
    '{name} recorded application no. {number} since you opened the page. Nothing was done: read what stands now, and record anew if you must.',
  'sitting.refusal.stayed':
    'Application no. {number}: {name} must leave the room before the vote ({conflict}). Note that they left, and record it then.',
  'sitting.refusal.unknown': 'There is no application no. {number}, or it was withdrawn.',
  'sitting.refusal.unrecorded':
    '{count, plural, one {# application has} other {# applications have}} no outcome yet. Record one, or put them off.',
  'sitting.refusal.votes-lost':
    'Application no. {number}: of the {inRoom, number} members in the room more voted against this outcome than for it.',
  'sitting.refusal.votes-none':
    'Application no. {number}: write how many of the {inRoom, number} members in the room voted for it.',
  'sitting.refusal.votes-unreadable':
    'Application no. {number}: votes are whole numbers, such as 4.',
  'sitting.refusal.votes-too-many':
    'Application no. {number}: there are more votes than the {inRoom, number} members in the room.',
  'sitting.secretary': 'Minute-taker',
  'sitting.send-out': 'Note who must leave',
  'sitting.sent-out':
    'Noted who left the room for {count, plural, one {# application} other {# applications}}.',
  'sitting.state.approved': 'Minutes approved',
  'sitting.state.planned': 'Minutes open',
  'sitting.take-off': 'Take off the agenda',
  'sitting.taken-off':
    '{count, plural, one {# application was} other {# applications were}} taken off the agenda.',
  'sitting.title': 'Committee',
  'sitting.votes': 'Votes',
  'sitting.votes-hint': 'For : against : abstained',
  'sitting.waiver': 'Members of the applicants’ institution',
  'sitting.waiver-lead':
    'Members of the applicants’ own institution vote only where you say why they may.',
  'sitting.withdrawn': 'Withdrawn',
  'sitting.xlsx': 'Minutes (sheet)',
  'story.minutes-approved': 'The committee’s minutes were approved',
  'story.sitting-planned': 'A sitting of the committee was planned',
  'task.chair': 'Chair the sitting and approve its minutes',
  'task.kind.minutes': 'Sitting of a committee',
  'task.secretary': 'Take the minutes of the sitting',
}

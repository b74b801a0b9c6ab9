export default {
  'judging.references': 'References',
  'judging.references-lead':
    'Applicants name referees, who get one link each and answer without an account.',
  'judging.references-count': '{count, plural, =0 {None} one {# reference} other {# references}}',
  'judging.references-shown': 'Applicants may read their references',
  'judging.references-hint':
    'Otherwise they are confidential. Referees are told which before they write. Where reviewers do not learn whose application it is, only the office reads references.',
  'references.title': 'References',
  'references.lead':
    '{each, plural, one {# reference is needed.} other {# references are needed.}} Whom you name gets a link by mail and answers to the office; you do not read what is written.',
  'references.lead-shown':
    '{each, plural, one {# reference is needed.} other {# references are needed.}} Whom you name gets a link by mail. You may read what is written.',
  'references.lacking': '{count, plural, one {Name one more referee} other {Name # more referees}}',
  'references.ask-hint': 'The mail goes out at once. Ask them beforehand, and give them time.',
  'references.name': 'Name of the referee',
  'references.address': 'Mail address at their institution',
  'references.language': 'Language of the mail',
  'references.ask': 'Send the request',
  'references.drop': 'Take back',
  'references.asked': 'Asked',
  'references.given': 'Given',
  'references.declined': 'Declined',
  'references.asked-now': 'The request is on its way.',
  'references.dropped': 'The request is taken back; its link is closed.',
  'references.missing':
    '{count, plural, one {One reference is missing.} other {# references are missing.}}',
  'references.file': 'File of the reference',
  'list.references': 'References',
  'list.references-of': '{given, number} of {each, number}',
  'reference.act': 'Write the reference',
  'reference.title': 'Reference for {applicant}',
  'reference.until': 'Wanted by {until}',
  'reference.confidential':
    'Only those who decide read what you write. The applicant learns that you answered, not what.',
  'reference.shown': 'In this call the applicant may read what you write.',
  'reference.rating': 'Among those whom you taught in the last years, {applicant} is',
  'rating.1': 'among the best 5 %',
  'rating.2': 'among the best 10 %',
  'rating.3': 'among the best 25 %',
  'rating.4': 'in the upper half',
  'rating.5': 'in the lower half',
  'reference.text': 'Your reference',
  'reference.text-hint':
    'How you know them, what they can do, what you would tell a colleague. At most {most, number} characters.',
  'reference.file': 'A signed letter, if you have one',
  'reference.give': 'Send the reference',
  'reference.decline': 'I cannot give this reference',
  'reference.decline-lead':
    '{applicant} is told so, without a reason, and can ask somebody else in time.',
  'reference.decline-do': 'Decline',
  'reference.not-you':
    'This link is for {name}. If that is not you, close the page and do not pass it on.',
  'reference.given': 'The reference is given',
  'reference.given-text': 'Thank you. It can no longer be changed by this link.',
  'reference.declined': 'You declined',
  'reference.declined-text': 'The applicant has been told. Thank you for answering.',
  'reference.over': 'This reference is no longer needed',
  'reference.over-text':
    'The application was withdrawn, the request was taken back, or the decisions are closed.',
  'reference.mail.ask': 'Reference for {applicant}: {call}',
  'reference.mail.remind': 'Still wanted: reference for {applicant}',
  'reference.mail.greeting': 'Dear {name}',
  'reference.mail.why':
    '{applicant} applies to “{call}” at {organisation} and names you as a referee.',
  'reference.mail.until': 'Please answer by {until}. It is one page; no account is needed.',
  'reference.mail.late':
    'The call has closed. Your reference is still read until the decisions are made; please answer soon.',
  'notice.kind.reference': 'A referee answered',
  'notice.reference-given': '{name} gave the reference for your application.',
  'notice.reference-declined': '{name} cannot give a reference. Name somebody else.',
  'notice.reference-gone': 'A referee whom you named cannot be asked any more. Name somebody else.',
  'held.references': 'References that you were asked for, with your name and address',
  'held.references-stay':
    'That a reference was given, and its rating, stay, so that a decision can be explained; your name, address, words and files go.',
  'held.open-reference':
    'A selection still rests on a reference that you gave. Wait until its results are told.',
  'held.reviewing': 'Calls for which you read applications, and ties to applicants that were said',
  'story.reference-given': 'A reference was given',
  'refusal.referee-name': 'Write the name of the referee.',
  'refusal.referee-address': 'Write a mail address, such as name@university.example.',
  'refusal.referee-twice': 'This address was asked already. Name somebody else.',
  'refusal.referee-own': 'This is your own address. A referee is somebody else.',
  'refusal.referees-many':
    'You have named {most, plural, one {the one referee} other {all # referees}} already. Take one back first.',
  'refusal.referees-missing':
    '{count, plural, one {One referee is still to be named.} other {# referees are still to be named.}}',
  'refusal.reference-given': 'The reference has been answered; it cannot be taken back.',
  'refusal.reference-short': 'Write at least {least, number} characters.',
  'refusal.reference-rating': 'Choose one of the lines.',
  'refusal.reference-over': 'This reference is not wanted any more, or was given already.',
  'operation.references': 'Name a referee, who is sent a link',
}

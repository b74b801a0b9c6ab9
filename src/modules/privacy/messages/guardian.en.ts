export default {
  'guardian.act': 'Read and answer',
  'guardian.title': 'May data of {student} go to {recipient}?',
  'guardian.lead':
    '{student} is under age and has allowed this. It counts only with your agreement as parent or guardian.',
  'guardian.which': 'What {student} has allowed',
  'guardian.agree': 'I agree as parent or guardian',
  'guardian.refuse': 'I do not agree',
  'guardian.not-you':
    'If you are not a parent or guardian of this person, close this page and do nothing.',
  'guardian.born': 'Your date of birth',
  'guardian.born-hint':
    'We do not know it. The law asks it here: under {below} a parent or guardian has to agree as well. It is kept with this answer only.',
  'guardian.is-minor': 'You are under {below}: your parent or guardian has to agree as well',
  'guardian.if-minor': 'If you are under {below}: your parent or guardian',
  'guardian.hint':
    'They get a mail with a link to this one question. Until they agree, nothing is handed over.',
  'guardian.name': 'Name of your parent or guardian',
  'guardian.address': 'Their e-mail address',
  'guardian.language': 'Their language',
  'guardian.sent':
    'Kept. We have written to your parent or guardian; nothing is handed over before they agree.',
  'guardian.agreed': 'Thank you. Your agreement is kept.',
  'guardian.agreed-text':
    'What was allowed can be handed over from now on. It can be taken back at any time by the person it is about.',
  'guardian.refused': 'Your answer is kept.',
  'guardian.refused-text': 'Nothing of it is handed over.',
  'guardian.over': 'Nothing waits for you here',
  'guardian.over-text':
    'It was taken back, is not asked any more, or the time of this link is over. Nothing is handed over without your agreement.',
  'guardian.mail.subject': 'Your agreement is asked: data for {recipient}',
  'guardian.mail.greeting': 'Dear {name},',
  'guardian.mail.why':
    '{student} has named you as parent or guardian. {exporter} would like to hand data of {student} to {recipient}; as {student} is under age, it needs your agreement too.',
  'guardian.mail.how':
    'Open the page, read who gets what and for what, and answer. You need no account. The link works until {until}, for this one answer.',
  'refusal.born-missing': 'Give your date of birth.',
  'refusal.guardian-missing':
    'Under {below} your parent or guardian has to agree as well. Name them.',
  'refusal.guardian-name': 'Give the name of your parent or guardian.',
  'refusal.guardian-address': 'Give a complete e-mail address.',
  'refusal.guardian-own': 'This is your own address. Give that of your parent or guardian.',
  'refusal.guardian-gone': 'This is not asked any more. Nothing was changed.',
  'refusal.guardian-choose': 'Choose whether you agree.',
  'entry.consent-awaits-guardian': 'Consent waits for a guardian: {purpose}',
  'held.guardian': 'Consents beside which you were asked to sign as parent or guardian',
  'held.guardian-stays':
    'That a parent or guardian agreed or refused stays with the consent; your name, your address and our letters go.',
  'notice.guardian-gone':
    'Your parent or guardian can no longer be reached. If your data may still be handed on, answer again and name somebody else.',
}

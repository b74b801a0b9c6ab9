export default {
  'person.mail-returned': 'Mail to {address} comes back',
  'person.mail-returned-on': 'The last one on {on}. Ask for another address.',
  'person.mails': 'Mails',
  'person.mails-show': 'Mails that were filed here',
  'invitation.letter': 'Letter',
  'invitation.letter-returned': 'came back',
}

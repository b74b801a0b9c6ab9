export default {
  'person.mail-returned': 'Les messages à {address} reviennent',
  'person.mail-returned-on': 'Le dernier le {on}. Demandez une autre adresse.',
  'person.mails': 'Messages',
  'person.mails-show': 'Messages classés ici',
  'invitation.letter': 'Lettre',
  'invitation.letter-returned': 'revenue',
}

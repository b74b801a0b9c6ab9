export default {
  'reason.no-mailbox':
    'Cette boîte n’existe pas : l’adresse est peut-être mal écrite, ou la personne est partie.',
  'reason.no-host':
    'Aucun serveur de messagerie ne répond pour cette adresse : vérifiez ce qui suit le @.',
  'reason.closed': 'La boîte est fermée.',
  'reason.full': 'La boîte est pleine.',
  'reason.too-large': 'Le message était trop volumineux pour cette boîte.',
  'reason.blocked': 'Le serveur a refusé le message, comme indésirable ou selon une règle interne.',
  'reason.no-answer': 'Le serveur de messagerie est resté injoignable pendant deux jours.',
  'reason.other': 'Le serveur de messagerie n’a pas accepté le message.',
}

export default {
  'receive-mail.summary':
    'Recevoir un message sur l’entrée standard, transmis par un serveur de messagerie.',
  'receive-mail.option.to': 'L’adresse à laquelle le serveur de messagerie le remet.',
  'receive-mail.exit-codes':
    'Codes de sortie pour le serveur de messagerie : 0 reçu, 65 message illisible ou trop volumineux, 67 adresse de retour inconnue, 75 à représenter.',
  'receive-mail.mail': 'Le message attend d’être classé.',
  'receive-mail.bounce': 'Un de nos messages est revenu ; c’est noté.',
  'receive-mail.report': 'Un avis qui ne concerne aucun de nos messages, ou seulement un retard.',
  'receive-mail.known': 'Ce message est déjà reçu.',
  'receive-mail.own': 'Un de nos propres messages, renvoyé ici.',
  'failure.receive-mail': 'Le message n’a pas pu être reçu. {detail}',
  'receive-mail.server-ended': 'Le serveur s’est arrêté avant d’avoir répondu.',
  'variable.WEFT_BOUNCE_ADDRESS':
    'donnez une adresse électronique sans « + », par exemple bounces@example.org, ou retirez-la',
}

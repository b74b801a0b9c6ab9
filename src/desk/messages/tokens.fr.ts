export default {
  'password.set.tokens-stay':
    'Le mot de passe est défini. Vous êtes déconnecté partout ailleurs. {count, plural, one {# jeton d’accès reste valable} other {# jetons d’accès restent valables}} : mettez fin à ceux que d’autres pourraient connaître.',
  'account.tokens': 'Jetons d’accès',
  'tokens.lead':
    'Avec un jeton, un de vos programmes utilise l’API en votre nom : il peut ce que vous pouvez, rien de plus. Il n’ouvre aucune page et ne crée aucun autre jeton.',
  'tokens.none': 'Aucun jeton',
  'tokens.none-why':
    'Créez-en un ci-dessous lorsqu’un programme doit lire ou écrire ici pour vous, par exemple un système de scolarité.',
  'tokens.scope': 'Le programme peut',
  'tokens.scope.read': 'Lire',
  'tokens.scope.write': 'Lire et écrire',
  'tokens.scope.read.hint': 'Il voit ce que vous voyez et ne modifie rien.',
  'tokens.scope.write.hint':
    'Il modifie aussi ce que vous pouvez modifier ; ce qu’il fait est consigné à votre nom.',
  'tokens.until': 'Jusqu’au {date}',
  'tokens.unused': 'pas encore utilisé',
  'tokens.used': 'dernière utilisation {when}',
  'tokens.end': 'Mettre fin',
  'tokens.ended': 'Le jeton a pris fin. Un programme qui le détient est désormais refusé.',
  'tokens.make': 'Créer un jeton',
  'tokens.make.lead':
    'Donnez à chaque programme son propre jeton : vous pourrez mettre fin à l’un sans toucher aux autres.',
  'tokens.label': 'À quoi sert-il ?',
  'tokens.label.hint': 'Par exemple : système de scolarité, traitement de nuit',
  'tokens.days': 'Durée de validité',
  'tokens.days.count': '{count, plural, one {# jour} other {# jours}}',
  'tokens.made': 'Votre nouveau jeton',
  'tokens.made.lead':
    'Il est valable jusqu’au {date}. Placez-le là où le programme garde ses secrets.',
  'tokens.once':
    'Il n’est affiché que maintenant. Personne ne peut l’afficher à nouveau, nous non plus.',
  'tokens.how': 'Le programme l’envoie à chaque appel :',
  'tokens.kept': 'Je l’ai mis en lieu sûr',
  'tokens.api': 'Ce que peuvent les programmes : la description de l’API',
  'operation.tasks': 'Ce qui attend le lecteur, le plus urgent d’abord',
}

/** Large files that come in pieces. */
export default {
  'upload.amount': '{sent} sur {total}',
  'upload.cancel': 'Annuler l’envoi de {name}',
  'upload.cancel-this': 'Annuler',
  'upload.comparing': 'Comparaison avec ce qui est déjà arrivé',
  'upload.elsewhere': 'L’envoi en est à un autre endroit ; continuez à partir de là.',
  'upload.failed': 'Pas accepté',
  'upload.go-on': 'Continuer',
  'upload.large-piece': 'Une requête apporte trop à la fois. Envoyez des morceaux plus petits.',
  'upload.not-appended':
    'Une suite indique sa position, si elle est la dernière, et le type application/partial-upload.',
  'upload.not-begun':
    'Un envoi commence sans contenu, avec la taille du fichier et Upload-Complete: ?0.',
  'upload.offline': 'En attente de la connexion',
  'upload.pause': 'Suspendre',
  'upload.paused': 'Suspendu',
  'upload.put-away': 'Le fichier est écarté.',
  'upload.put-away-do': 'Écarter {name}',
  'upload.sending': 'Envoi en cours',
  'upload.state.complete':
    'Tout est arrivé ; vérification en cours. Vous pouvez quitter cette page.',
  'upload.state.open':
    'Une partie est arrivée. Choisissez le même fichier ci-dessus pour continuer, dans la semaine.',
  'upload.state.taken': 'Accepté',
  'upload.title': 'Grands fichiers en cours d’envoi',
  'refusal.model-large': 'Un modèle fait au plus {most} : chaque visiteur le charge en entier.',
}

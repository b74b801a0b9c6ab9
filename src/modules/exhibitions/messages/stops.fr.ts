/** What stops of a tour show. */
export default {
  'refusal.time': 'Donnez un temps comme 1:30 ou en secondes, et une fin après le début.',
  'steps.distance': 'Distance, en pour cent de sa taille',
  'steps.from': 'De',
  'steps.keep-time': 'Garder ce moment',
  'steps.keep-view': 'Garder cette vue',
  'steps.phi': 'Depuis le haut, en degrés',
  'steps.theta': 'Autour, en degrés',
  'steps.time-hint':
    'Un moment de {name} : comme 1:30 ou en secondes. Sans fin, la lecture continue.',
  'steps.until': 'À',
  'steps.view-hint': 'Tournez le modèle jusqu’à la bonne vue, ou saisissez-la.',
}

export default {
  'jobs.summary':
    'Dire ce qui a échoué en arrière-plan : tâches, et écritures qui n’ont pas pu être traitées.',
  'jobs.retry.summary': 'Relancer ce qui a échoué en arrière-plan.',
  'jobs.option.subscription': 'Retraiter les écritures que cet abonnement n’a pas pu traiter.',
  'jobs.option.all': 'Relancer tout ce qui a échoué.',
  'jobs.retry.which':
    'Dites ce qu’il faut relancer : des identifiants de tâches échouées, un abonnement, ou --all.',
  'jobs.retry.no-id': '« {word} » n’est pas l’identifiant d’une tâche. Voir : weft jobs',
  'jobs.counts':
    'Tâches : {waiting, plural, one {# en attente} other {# en attente}}, {running, plural, one {# en cours} other {# en cours}}, {failed, plural, one {# échouée} other {# échouées}}.',
  'jobs.failed':
    '  {id}  {type} : échec le {at} après {attempts, plural, one {# tentative} other {# tentatives}}. {error}',
  'jobs.held-up':
    '  {name} : une écriture a échoué {attempts} fois et retient {behind, plural, one {# position} other {# positions}} de la chaîne ; prochaine tentative : {at}. {error}',
  'jobs.put-aside':
    '  {name} : {count, plural, one {# écriture mise de côté} other {# écritures mises de côté}}.',
  'jobs.letter': '    position {position}, {type}, le {at}. {error}',
  'failure.jobs': 'L’arrière-plan n’a pas pu être consulté ou relancé. {detail}',
  'jobs.server-ended': 'Le serveur en marche s’est arrêté avant de répondre. Réessayez.',
  'jobs.well': 'Rien n’a échoué.',
  'jobs.advice':
    'Corrigez la cause (le journal en dit plus au niveau « error »), puis : weft jobs retry ID …, weft jobs retry --subscription NAME, ou weft jobs retry --all',
  'jobs.unknown': 'Il n’y a ni tâche échouée ni abonnement « {name} ».',
  'jobs.retried':
    '{jobs, plural, one {# tâche attend} other {# tâches attendent}} de nouveau ; {entries, plural, one {# écriture mise de côté est désormais traitée} other {# écritures mises de côté sont désormais traitées}}.',
  'doctor.background.ok': 'Rien n’a échoué en arrière-plan',
  'doctor.background.failed':
    'Échecs en arrière-plan : {jobs, plural, one {# tâche} other {# tâches}}, {subscriptions, plural, one {# abonnement} other {# abonnements}}',
  'doctor.background.advice':
    'Lancez « weft jobs » : la commande dit quoi et pourquoi, et comment relancer une fois la cause corrigée.',
}

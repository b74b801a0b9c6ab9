export default {
  'held.part': 'Fichiers en attente',
  'held.staged': 'Fichiers d’un formulaire non encore accepté, supprimés au bout d’un jour',
  'held.uploads':
    'Grands fichiers dont l’envoi n’est pas terminé, supprimés une semaine après le dernier morceau',
}

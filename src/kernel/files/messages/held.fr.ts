export default {
  'held.part': 'Fichiers en attente',
  'held.staged': 'Fichiers d’un formulaire non encore accepté, supprimés au bout d’un jour',
}

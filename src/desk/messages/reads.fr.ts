export default {
  'reads.journey': 'Parcours dans l’alliance',
  'reads.search': 'Affiché par une recherche',
  'reads.tasks': 'Nommé dans une liste de tâches',
  'reads.act': 'Affiché par le lien d’un courriel',
}

export default {
  'reads.journey': 'Parcours dans l’alliance',
  'reads.search': 'Affiché par une recherche',
}

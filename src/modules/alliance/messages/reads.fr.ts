export default {
  'reads.people': 'Liste de personnes',
  'reads.people-file': 'Liste de personnes, téléchargée',
  'reads.person': 'Coordonnées, fonctions et inscriptions',
  'reads.duplicates': 'Comparaison de fiches qui pourraient désigner une même personne',
  'reads.cohort': 'Participants d’une année de programme',
  'reads.cohort-file': 'Participants d’une année de programme, liste téléchargée',
}

export default {
  'reads.cases': 'Liste des dossiers de reconnaissance',
  'reads.case': 'Dossier de reconnaissance',
  'reads.original': 'Relevé de notes tel qu’il a été remis',
  'reads.statement': 'Attestation de reconnaissance',
  'reads.draft': 'Brouillon de relevé',
  'reads.students': 'Choix d’un étudiant pour un relevé de notes',
  'reads.postings': 'Crédits à inscrire au dossier',
  'reads.past': 'Dossiers décidés qu’un changement de règles modifierait',
}

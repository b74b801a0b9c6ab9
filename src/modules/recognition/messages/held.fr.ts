export default {
  'held.part': 'Reconnaissance de crédits',
  'held.drafts': 'Relevés commencés et non repris',
  'held.originals': 'Originaux et numérisations de relevés',
  'held.transcripts': 'Relevés : cours, crédits et notes',
  'held.cases': 'Dossiers et décisions de reconnaissance',
  'held.stays':
    'Conservé sans le nom : les crédits sur lesquels repose un diplôme doivent rester vérifiables. La durée relève de l’établissement d’origine ; aucun terme n’est fixé ici.',
  'hinder.open-case':
    'Votre dossier de reconnaissance {number} (établissement : {organisation}) n’est pas encore décidé.',
}

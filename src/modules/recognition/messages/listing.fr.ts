export default {
  'listing.stage': 'Ce qui reste à faire',
  'listing.stage.late': 'En retard',
  'listing.stage.waiting': 'Lignes à trancher',
  'listing.stage.ready': 'Prêt pour décision',
  'listing.stage.evidence': 'En attente de pièces',
  'listing.evaluator': 'Évalué par',
  'listing.office': 'Le service',
  'listing.own': 'Mes dossiers de reconnaissance',
  'listing.own-lead': 'Ce que vous avez déposé, où cela en est, et ce qui a été reconnu.',
  'listing.own-none': 'Aucun dossier pour l’instant',
  'listing.own-none-why':
    'Un dossier s’ouvre lorsque vous, ou votre établissement pour vous, déposez un relevé de notes d’un établissement d’accueil.',
  'listing.received': 'Reçu le',
} as const

import type en from './archive.en.ts'

export default {
  'archive.title': 'Attestations d’une promotion',
  'archive.lead':
    'Les attestations des dossiers décidés, réunies en un fichier ZIP avec un PDF par étudiant.',
  'archive.link': 'Attestations d’une promotion (ZIP)',
  'archive.nothing': 'Aucun dossier n’est encore décidé',
  'archive.nothing-why': 'Une attestation est établie quand un dossier est décidé.',
  'archive.which': 'Quelles attestations',
  'archive.any': 'Tous',
  'archive.from': 'Décidés à partir du',
  'archive.to': 'Décidés jusqu’au',
  'archive.pack': 'Réunir les attestations',
  'archive.made': 'Déjà réunies',
  'archive.column.made': 'Commencé',
  'archive.column.count': 'Attestations',
  'archive.state.making': 'En préparation',
  'archive.state.ready': 'Prêt',
  'archive.state.failed': 'Échec',
  'archive.state.removed': 'Supprimé',
  'archive.next.making': 'Vous pouvez quitter cette page ; le fichier s’y trouvera',
  'archive.next.ready': 'Téléchargez-le ; il est supprimé après {days} jours',
  'archive.next.failed': 'La place a manqué ; prévenez les exploitants, puis recommencez',
  'archive.next.removed': 'Réunissez de nouveau les attestations',
  'archive.progress': '{done, number} sur {all, number}',
  'archive.one': '{count, plural, one {Une attestation} other {# attestations}}',
  'archive.download': 'Télécharger (ZIP)',
  'archive.file-name': 'Attestations de reconnaissance {day}',
  'archive.refusal.none': 'Aucun dossier décidé ne correspond à ce choix. Élargissez-le.',
  'archive.refusal.too-many':
    'Plus de {limit, number} attestations correspondent à ce choix. Réunissez-les en plusieurs fois, par exemple par promotion.',
} satisfies Record<keyof typeof en, string>

import type en from './balance.en.ts'

export default {
  'balance.title': 'Équilibre des places',
  'balance.lead':
    'Combien vous avez envoyé et reçu, à côté des places convenues, par partenaire et par année.',
  'balance.empty': 'Rien à comparer pour le moment',
  'balance.empty-why': 'Aucun accord en vigueur n’a de places de ce type pour ces années.',
  'balance.sent': 'Envoyés : {partner}',
  'balance.received': 'Reçus : {partner}',
  'balance.used': 'Personnes, sur les places convenues',
  'balance.of': '{used} sur {seats}',
  'balance.of-pool': '{used} sur {seats} et {pooled} en commun',
  'balance.sum': 'En tout, {sent} envoyés et {received} reçus',
  'seats.title': 'Importer les places utilisées',
  'seats.lead':
    'Une ligne par accord, sens et année. Une ligne importée de nouveau remplace l’ancienne.',
  'seats.hint': 'En-têtes : numéro, mobilité, de, vers, année universitaire, personnes.',
  'seats.take': 'Importer',
  'seats.faulty':
    '{count, plural, one {Une case est fautive} other {# cases sont fautives}} ; rien n’a été importé. Elles sont ci-dessous, par ligne.',
  'seats.no-agreement': 'Aucun accord en vigueur unique ne convient. Écrivez son numéro.',
  'flash.seats': '{count, plural, one {Une ligne enregistrée.} other {# lignes enregistrées.}}',
  'task.renewal': '{title} prend fin avec l’année {year} : renouvelez-le ou laissez-le finir',
  'column.year': 'Année universitaire',
  'column.used': 'Personnes',
  'story.seats-recorded': 'Les places utilisées d’un accord ont été enregistrées',
} satisfies Record<keyof typeof en, string>

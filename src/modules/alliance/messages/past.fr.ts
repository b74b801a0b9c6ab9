import type en from './past.en.ts'

export default {
  'import-column.yearFrom': 'Premier jour de l’année',
  'import-column.yearUntil': 'Dernier jour de l’année',
  'past-years.import': 'Importer les années passées',
  'past-years.lead':
    'Chaque ligne est un participant d’une année ; les colonnes nommées comme une étape portent le jour où elle fut franchie. Les années manquantes sont ajoutées.',
  'past-years.added': 'Années ajoutées : {years}.',
  'import.year-needed': 'L’année manque.',
  'import.year-days':
    'Les jours de l’année {year} ne sont pas clairs : les lignes se contredisent, ou le dernier précède le premier.',
  'done.past-years':
    '{joined, plural, one {# participant importé} other {# participants importés}}, {years, plural, =0 {aucune année ajoutée} one {# année ajoutée} other {# années ajoutées}}.',
  'past-years.undone':
    '{members, plural, one {# participant d’une année passée retiré} other {# participants d’années passées retirés}}. Les personnes restent connues.',
  'fault.past-years-changed-since':
    'Certaines participations ou années ont été modifiées depuis. Modifiez-les une par une.',
  'fault.past-years-in-use':
    'Une année ajoutée par la liste est désormais utilisée, par exemple par des échanges. Retirez-les d’abord.',
  'entry.cohort-import-undone': 'Une participation issue d’une liste importée a été annulée.',
  'entry.past-years-import-undone': 'Une liste importée d’années passées a été annulée.',
} satisfies Record<keyof typeof en, string>

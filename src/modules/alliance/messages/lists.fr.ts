import type en from './lists.en.ts'

export default {
  'import-column.year': 'Année',
  'import.other-year':
    'La ligne concerne {year}, cette liste {own} ; importez-la sur la page de son année.',
  'import.no-year': '« {text} » n’est pas une année.',
  'import.mapping': 'À quoi correspond chaque colonne',
  'import.mapping-lead':
    'Choisissez de nouveau là où une colonne a été mal lue ; une colonne laissée vide n’est pas reprise.',
  'import.no-heading': 'Colonne sans titre',
  'import.example': 'Première valeur : {text}',
  'import.look-again': 'Relire',
  'import.template': 'Liste vide (XLSX)',
} satisfies Record<keyof typeof en, string>

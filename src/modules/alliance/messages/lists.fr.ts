import type en from './lists.en.ts'

export default {
  'import-column.year': 'Année',
  'import.other-year':
    'La ligne concerne {year}, cette liste {own} ; importez-la sur la page de son année.',
  'import.no-year': '« {text} » n’est pas une année.',
} satisfies Record<keyof typeof en, string>

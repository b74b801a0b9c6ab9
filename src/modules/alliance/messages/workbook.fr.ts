import type en from './workbook.en.ts'

export default {
  'import-column.latinName': 'Nom en caractères latins',
  'import-column.unit': 'Composante',
  'import.students-passed-over':
    '{count, plural, one {# ligne concerne un étudiant et est passée ; « Importer les étudiants » la prend.} other {# lignes concernent des étudiants et sont passées ; « Importer les étudiants » les prend.}}',
  'import.staff-passed-over':
    '{count, plural, one {# ligne concerne le personnel et est passée ; « Importer le personnel » la prend.} other {# lignes concernent le personnel et sont passées ; « Importer le personnel » les prend.}}',
} satisfies Record<keyof typeof en, string>

export default {
  'import-column.year': 'Year',
  'import.other-year':
    'The row is of {year}, this list is of {own}. Import it on the page of its own year.',
  'import.no-year': '“{text}” is not a year.',
  'import.mapping': 'As what each column counts',
  'import.mapping-lead':
    'Choose again where a column was read wrongly; what is left empty is left out.',
  'import.no-heading': 'Column without a heading',
  'import.example': 'First: {text}',
  'import.look-again': 'Look again',
  'import.template': 'Empty list (XLSX)',
}

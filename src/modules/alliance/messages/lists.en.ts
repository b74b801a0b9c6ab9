export default {
  'import-column.year': 'Year',
  'import.other-year':
    'The row is of {year}, this list is of {own}. Import it on the page of its own year.',
  'import.no-year': '“{text}” is not a year.',
}

export default {
  'import-column.latinName': 'Name in Latin letters',
  'import-column.unit': 'Unit',
  'import.students-passed-over':
    '{count, plural, one {# row is of a student and is passed over; “Import students” takes it.} other {# rows are of students and are passed over; “Import students” takes them.}}',
  'import.staff-passed-over':
    '{count, plural, one {# row is of staff and is passed over; “Import staff” takes it.} other {# rows are of staff and are passed over; “Import staff” takes them.}}',
}

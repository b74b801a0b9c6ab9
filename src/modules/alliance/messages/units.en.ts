export default {
  'import-column.unitName': 'Name',
  'import-column.nameEn': 'Name in English',
  'import-column.nameZhHans': 'Name in Chinese',
  'import-column.nameTh': 'Name in Thai',
  'import-column.nameKo': 'Name in Korean',
  'import-column.nameFr': 'Name in French',
  'import-column.unitCode': 'Code',
  'import-column.unitKind': 'Kind',
  'import-column.partOf': 'Part of (code or name)',
  'import-column.closedOn': 'Closed on',
  'unit.import': 'Import a list',
  'unit.import-lead':
    'Each row adds a unit or changes a known one: known by its code, without one by its name and what it is a part of. Empty cells leave what stands.',
  'unit.download-csv': 'Download as CSV',
  'unit.too-many-columns':
    'Line {line} has more than a name and a code. Import the list instead: there it may have names in five languages, kind and parent.',
  'import.is-added': 'is added',
  'import.is-changed': 'is changed',
  'import.no-unit-name': 'The name is missing, and no unit has this code.',
  'import.long-cell': 'A name has more than 300 characters, or a code more than 40.',
  'import.unknown-kind':
    '“{text}” is not a kind of unit. Write for example faculty, department or office.',
  'import.unknown-parent': 'No unit has the code or name “{text}”.',
  'import.ambiguous-unit': 'Several units are called “{text}”. Write the code.',
  'import.future-close': 'A unit is closed as of today or earlier.',
  'unit.imported': '{added, plural, one {# unit added} other {# units added}}, {changed} changed',
  'unit.undone': 'The imported list was taken back.',
  'fault.import-changed-since': 'Some of these units were changed since. Change them one by one.',
  'fault.import-in-use':
    'Some of the added units are in use already: people, degree programmes or cases belong to them. Close them instead.',
  'entry.units-imported': 'A list of units was imported: {added} added, {changed} changed.',
  'entry.units-import-undone': 'An imported list of units was taken back.',
}

/** Many objects at once. */
export default {
  'bulk.again': 'Give them again',
  'bulk.archive-part':
    '{taken, plural, =0 {None of its files} one {One of its files} other {# of its files}} can be shown and {taken, plural, one {waits} other {wait}} for the sheet; {count, plural, one {one file} other {# files}} cannot: {names}.',
  'bulk.counts':
    '{good, plural, one {One object can be made} other {# objects can be made}}; {wrong, plural, =0 {no row has a fault} one {one row has a fault and is left out} other {# rows have faults and are left out}}.',
  'bulk.done':
    '{count, plural, one {One object was made.} other {# objects were made.}} Their pictures are ready within minutes.',
  'bulk.empty': 'An empty sheet with all columns (XLSX)',
  'bulk.empty-sheet': 'The sheet has no row but its heads.',
  'bulk.file-twice':
    'More than one of the files that were sent is called “{name}”. Give each a name of its own.',
  'bulk.files': 'Files',
  'bulk.files-hint':
    'Pictures, recordings, films and models, or one ZIP archive of them: 128 MB at a time; what is larger goes in pieces, up to 4 GB a file. A row names its files in the column “files”, with semicolons between.',
  'bulk.fine': 'No fault',
  'bulk.give': 'The sheet and its files',
  'bulk.gone':
    'What was sent is no longer here: it is kept for a day and used once. Send it again.',
  'bulk.here': '{count, plural, one {One file is} other {# files are}} here already',
  'bulk.here-until':
    'They need not be sent again: they are kept until {at}, for this sheet or another. A file sent again under its name takes its place.',
  'bulk.lead':
    'One sheet and a folder of files become objects in one go. First you see what would be made, and what stands against it.',
  'bulk.long-sheet': 'A sheet may have at most 8 MB.',
  'bulk.look': 'Show what would be made',
  'bulk.make': '{count, plural, one {Make one object} other {Make # objects}}',
  'bulk.many-files': 'At most {most} files go into one sheet.',
  'bulk.much-here':
    'More waits here than one person may keep. Use it or put some of it away first.',
  'bulk.no-file': 'The file “{name}” is not among those that were sent.',
  'bulk.no-sheet': 'Choose the sheet.',
  'bulk.none-chosen': 'Choose the files first.',
  'bulk.number-twice': 'Another row has the same inventory number.',
  'bulk.preview': 'What would be made',
  'bulk.put-all': 'Put all away',
  'bulk.put-away': '{count, plural, one {One file was put away.} other {# files were put away.}}',
  'bulk.put-chosen': 'Put the chosen away',
  'bulk.refused': 'These files cannot be shown',
  'bulk.release': 'Show them to whom the sheet says at once',
  'bulk.release-hint': 'Only those whose terms are named; the others stay drafts.',
  'bulk.rights': '“{rights}” is no address of RightsStatements.org or Creative Commons.',
  'bulk.row': 'Row',
  'bulk.sent': '{sent} of {all} files are here',
  'bulk.sheet': 'Sheet',
  'bulk.sheet-hint': 'XLSX or CSV, at most 1,000 rows.',
  'bulk.sheet-name': 'Objects',
  'bulk.title': 'Make many objects',
  'bulk.unknown': 'These columns are not known and are passed over',
  'bulk.unnamed': 'No row names these files',
  'refusal.zip-broken': 'The archive is damaged.',
  'refusal.zip-slip':
    'The archive names a place outside of itself (“{name}”). It is refused as a whole.',
}

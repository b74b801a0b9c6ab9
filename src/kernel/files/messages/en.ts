import held from './held.en.ts'
import uploads from './uploads.en.ts'

export default {
  ...held,
  ...uploads,
  empty: 'The file is empty.',
  'too-large': 'The file is larger than {most}. Choose a smaller one.',
  'kind-unknown': 'The content of this file is not of a kind we can read. Accepted: {allowed}.',
  'kind-not-allowed': 'This is a {kind} file. Accepted here: {allowed}.',
  pixels: 'The picture has more than {most} million pixels. Save it at a lower resolution.',
  'image-broken': 'The picture is damaged and cannot be opened. Save or scan it again.',
  'pdf-broken': 'The PDF is damaged and cannot be opened. Export it again from the original.',
  'pdf-encrypted': 'The PDF is protected by a password. Save a copy without the password.',
  'pdf-active':
    'The PDF contains a program that runs when it is opened. Print it to a new PDF and send that one.',
  'two-kinds':
    'The file pretends to be two kinds at once. Save it again with the program that made it.',
  'archive-broken': 'The file is damaged and cannot be unpacked. Save it again.',
  'archive-bomb':
    'Unpacked, the file would be far larger than it looks, so it was not opened. Save only the needed sheets to a new file.',
  'office-locked':
    'The file is protected by a password or is in the old .xls or .doc format. Save it as .xlsx without a password.',
  'xml-doctype':
    'The XML declares its own document type or entities, which is not accepted. Remove the DOCTYPE.',
  'svg-active':
    'The drawing contains a program or refers to other addresses. Save it as plain SVG, or as PNG.',
  'store-full':
    'There is no room left to store files. Nothing was saved; the operators must free space before you try again.',
  gone: 'This file is no longer there. Add it again.',
  'table-empty': 'The table has no header row and no data.',
  'table-kind': 'This is not a table. Send XLSX, CSV, TSV, JSON or JSON Lines.',
  'table-rows': 'The table has more than {most} rows. Split it into several files.',
  'table-columns': 'Row {row} has more than {most} columns.',
  'table-cell': 'Row {row}, column {column}: the cell has more than {most} characters.',
  'table-quotes':
    'Row {row}: a quotation mark is opened and not closed, or stands in the middle of a cell.',
  'table-json': 'The JSON cannot be read: {detail}',
  'table-json-shape': 'The JSON must be a list of objects, each with the same kind of fields.',
  'table-json-line': 'Line {row} is not a JSON object.',
  'table-sheet': 'The workbook has no sheet named “{sheet}”. Its sheets: {sheets}.',
  'table-encoding': 'The text cannot be read as {encoding}. Save the file as UTF-8.',
  'table-workbook':
    'The workbook is damaged: {detail}. Open it in a spreadsheet program and save it again.',
  'reading-slow':
    'Reading the file took more than {seconds, number} seconds and was stopped; nothing was saved. Send a smaller file, or save it again with the program that made it.',
  'reading-memory':
    'Reading the file needed more memory than one file is given, so it was stopped; nothing was saved. Split it into several files.',
  'reading-busy':
    'Too many files are being read at the moment. Nothing was lost; send the form again in a minute.',
}

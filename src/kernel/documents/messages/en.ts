export default {
  'page-of': 'Page {page} of {pages}',
  'scan-empty': 'Add at least one file: a photograph or scan of the paper, or a PDF.',
  'scan-repeated': 'The same file was added twice. Remove one of the two.',
  'scan-coarse':
    'Picture {number} is too small to read. Scan it again at 150 dots per inch or more, or take the photograph from closer.',
  'scan-long':
    'The scan has {pages} pages; at most {most} are accepted. Send only the pages that matter.',
}

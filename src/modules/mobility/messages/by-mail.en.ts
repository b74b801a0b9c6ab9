/** What partners wrote in mails that are filed with a stay. */
export default {
  'by-mail.works-here': 'The partner has an office here, which answers itself.',
  'by-mail.answer': 'The partner answered by mail',
  'by-mail.which': 'In which mail',
  'by-mail.gone': 'This mail or file is not filed with this exchange.',
  'by-mail.files': 'Files that came by mail',
  'by-mail.files-lead':
    'From mails that are filed with this exchange. What you take as the transcript is kept as it came.',
  'by-mail.from': 'From',
  'by-mail.day': 'Came on',
  'by-mail.take': 'Take as the transcript',
}

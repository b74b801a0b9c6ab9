export default {
  'upload-closed': 'This file is not being sent any more. Begin again.',
  'upload-cut': 'The connection broke. What had arrived is kept; go on from there.',
  'upload-digest': 'The bytes that arrived are not those that were sent. Send them again.',
  'upload-length':
    'The file has another length than was announced. Begin again with the whole file.',
  'uploads-full':
    'Too many large files are under way on this server. Try again when some of them are done.',
  'uploads-large':
    'You have as much under way as one person may ({most}). Finish or cancel some of it first.',
  'uploads-many': 'You have {most, number} files under way. Finish or cancel some of them first.',
}

export default {
  'reads.journey': 'Journey through the alliance',
  'reads.search': 'Found by a search',
  'reads.tasks': 'Named in a list of tasks',
  'reads.act': 'Shown by the link of a mail',
}

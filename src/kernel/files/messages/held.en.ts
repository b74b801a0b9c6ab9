export default {
  'held.part': 'Files under way',
  'held.staged': 'Files of a form that was not accepted yet; gone after a day',
}

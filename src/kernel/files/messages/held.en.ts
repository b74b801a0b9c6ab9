export default {
  'held.part': 'Files under way',
  'held.staged': 'Files of a form that was not accepted yet; gone after a day',
  'held.uploads': 'Large files whose sending is not finished; gone a week after the last piece',
}

export default {
  'held.part': 'Tasks and leave',
  'held.open': 'Tasks that wait for you',
  'held.done': 'Tasks that you have done',
  'held.done-stays': 'What was done stays on record under a number that names nobody.',
  'held.leaves': 'Leaves, and for whom you stand in',
}

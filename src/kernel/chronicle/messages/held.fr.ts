export default {
  'held.part': 'Chronique',
  'held.entries': 'Entrées sur ce qui a eu lieu',
}

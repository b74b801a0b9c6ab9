export default {
  'held.part': 'Chronicle',
  'held.entries': 'Entries about what happened',
}

export default {
  'held.part': 'Notices',
  'held.notices': 'Notices to you',
  'held.choices': 'How you want to be told',
}

export default {
  'held.part': 'Mail',
  'held.sent': 'Mails that were sent to you from here',
  'held.received': 'Mails that came from your addresses',
}

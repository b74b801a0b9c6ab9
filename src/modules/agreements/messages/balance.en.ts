/** Balance of places over the years, used places, renewal. */
export default {
  'balance.title': 'Balance of places',
  'balance.lead':
    'How many you sent and received, beside the places agreed, partner by partner and year by year.',
  'balance.empty': 'Nothing to compare yet',
  'balance.empty-why': 'No agreement in force has places of this kind in these years.',
  'balance.sent': 'Sent to {partner}',
  'balance.received': 'Received from {partner}',
  'balance.used': 'People, of places agreed',
  'balance.of': '{used} of {seats}',
  'balance.of-pool': '{used} of {seats} and {pooled} shared',
  'balance.sum': '{sent} sent and {received} received in all',
  'seats.title': 'Bring in used places',
  'seats.lead':
    'One row for each agreement, direction and year. A row that comes again replaces what stood.',
  'seats.hint': 'Headings: number, mobility, from, to, academic year, people.',
  'seats.take': 'Bring in',
  'seats.faulty':
    '{count, plural, one {One cell is faulty} other {# cells are faulty}}; nothing was taken in. They stand below, by row.',
  'seats.no-agreement': 'No single agreement in force fits. Write its number.',
  'flash.seats': '{count, plural, one {One row was recorded.} other {# rows were recorded.}}',
  'task.renewal': '{title} ends with the academic year {year}: renew it or let it end',
  'column.year': 'Academic year',
  'column.used': 'People',
  'story.seats-recorded': 'Used places of an agreement were recorded',
}

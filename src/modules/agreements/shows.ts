import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of agreements show: of those who acted for their institutions. */
export const agreementShows: Shows = {
  'agreements.agreement.open': null,
  'agreements.agreement.make': null,
  'agreements.agreement.read': m('shows.authors'),
  'GET /agreements/:id/iias.xml': null,
  'GET /agreements/:id/paper.pdf': null,
  'GET /agreements/:id/proposal': null,
  'GET /agreements/:id/signature': m('shows.asked'),
  'agreements.agreement.edit': m('shows.authors'),
  'GET /agreements/:id/copy': null,
  'POST /agreements/:id/copy': null,
  'agreements.agreement.send': m('shows.authors'),
  'agreements.agreement.approve': m('shows.authors'),
  'agreements.agreement.refuse': m('shows.authors'),
  'agreements.agreement.end': m('shows.authors'),
}

import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of signing show. */
export const signingShows: Shows = {
  'signing.document.open': m('reads.list'),
  'signing.document.read': m('reads.document'),
  'signing.document.manage': m('reads.document'),
  'GET /signing/documents/:id/evidence': m('reads.evidence'),
  'GET /signing/steps/:id/evidence': m('reads.evidence'),
  'signing.step.open': m('reads.list'),
  'signing.step.read': m('reads.document'),
  'signing.step.sign': m('reads.document'),
}

import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of exhibitions show. */
export const exhibitionShows: Shows = {
  'exhibitions.office.open': null,
  'exhibitions.exhibition.edit': m('reads.exhibition'),
  'exhibitions.exhibition.preview': m('reads.exhibition'),
  'exhibitions.exhibition.publish': m('reads.exhibition'),
  'exhibitions.exhibition.review': m('reads.exhibition'),
  'exhibitions.object.edit': null,
  'exhibitions.upload.continue': null,
}

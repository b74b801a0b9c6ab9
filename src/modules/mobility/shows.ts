import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of mobility show. */
export const mobilityShows: Shows = {
  'mobility.stay.open': m('reads.list'),
  'GET /mobility/seats': null,
  'GET /mobility/figures': null,
  'GET /mobility/figures/export': null,
  'mobility.own-stay.open': null,
  'mobility.nomination.open': m('reads.students'),
  'GET /mobility/nominations/list/template': null,
  'GET /mobility/past/template': null,
  'mobility.stay.read': m('reads.stay'),
  'mobility.stay.withdraw': m('reads.stay'),
  'mobility.nomination.make': m('reads.stay'),
  'mobility.nomination.answer': m('reads.stay'),
  'mobility.agreement.edit': m('reads.stay'),
  'mobility.stay.confirm': m('reads.stay'),
  'mobility.stay.change': m('reads.stay'),
  'mobility.transcript.give': m('reads.stay'),
  'GET /mobility/selections': null,
  'GET /mobility/selections/new': null,
  'POST /mobility/selections/new': null,
  'mobility.preparation.read': m('reads.preparation'),
  'mobility.preparation.keep': m('reads.preparation'),
  'mobility.selection.read': m('reads.selection'),
  'mobility.contact.keep': m('reads.stay'),
  'mobility.visit.open': null,
  'mobility.visit.make': null,
  'mobility.visit.read': m('reads.visit'),
  'mobility.visit.edit': m('reads.visit'),
  'mobility.visit.answer': m('reads.visit'),
}

import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of recognition show. Catalogues, precedents, rules and scales are about courses. */
export const recognitionShows: Shows = {
  'recognition.case.list': m('reads.cases'),
  'recognition.case.read': m('reads.case'),
  'GET /recognition/cases/:id/original': m('reads.original'),
  'recognition.case.evaluate': m('reads.case'),
  'recognition.case.decide': m('reads.case'),
  'recognition.case.withdraw': m('reads.case'),
  'recognition.statement.read': m('reads.statement'),
  'recognition.archive.begin': null,
  'recognition.archive.read': null,
  'GET /recognition/statements/:id/file': m('reads.statement'),
  'recognition.transcript.begin': m('reads.students'),
  'recognition.draft.read': m('reads.draft'),
  'recognition.draft.edit': m('reads.draft'),
  'GET /recognition/drafts/:id/scan': m('reads.original'),
  'recognition.plan.open': m('reads.plans'),
  'recognition.plan.begin': m('reads.plans'),
  'recognition.plan.read': m('reads.plan'),
  'recognition.plan.edit': m('reads.plan'),
  'recognition.course.list': null,
  'recognition.catalogue.open': null,
  'recognition.catalogue.import': null,
  'recognition.equivalence.open': null,
  'recognition.equivalence.edit': null,
  'recognition.rule-set.open': null,
  'recognition.rule-set.list': null,
  'recognition.rule-set.edit': null,
  'recognition.scale.open': null,
  'recognition.scale.edit': null,
}

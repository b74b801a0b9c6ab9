import { sql, type SqlBool } from 'kysely'
import { allow, type Condition, inOrganisation, isPerson, type Rule } from '#kernel/access'

/** The person belongs, by enrolment, to the organisation at which the role is held. */
const belongsTo: Condition = {
  name: 'belongsTo(organisation_ids)',
  // A journey runs through several programmes; who reads it is asked of the school alone.
  minds: 'programme',
  holds: ({ grant }, facts) =>
    grant?.organisationId != null &&
    Array.isArray(facts['organisation_ids']) &&
    facts['organisation_ids'].includes(grant.organisationId),
  where: ({ grant }, _eb, table) =>
    grant?.organisationId == null
      ? sql<SqlBool>`false`
      : sql<SqlBool>`${grant.organisationId} = any(${sql.ref(`${table}.organisation_ids`)})`,
}

/** The row was written for no organisation: it is the alliance's own. */
const ofNoOrganisation: Condition = {
  name: 'ofNoOrganisation',
  holds: (_holder, facts) => facts['organisation_id'] === null,
  where: (_holder, _eb, table) => sql<SqlBool>`${sql.ref(`${table}.organisation_id`)} is null`,
}

const mailActions = ['mail.incoming.read', 'mail.incoming.file', 'mail.returned.list'] as const

/**
 * Who may read whose journey: everybody their own, and the office of a school that the person is enrolled at. Who reads
 * what comes in by mail: the office for which the mail was written that it answers, else the secretariat.
 */
export const deskRules: readonly Rule[] = [
  allow('student', 'desk.own-journey.open'),
  allow('self', 'desk.journey.read', isPerson('id')),
  allow('coordinator', 'desk.journey.read', belongsTo),
  allow('evaluator', 'desk.journey.read', belongsTo),
  allow('registrar', 'desk.journey.read', belongsTo),
  ...mailActions.flatMap((action) => [
    allow('secretariat', action, ofNoOrganisation),
    ...['administrator', 'coordinator', 'registrar', 'evaluator'].map((role) =>
      allow(role, action, inOrganisation('organisation_id')),
    ),
  ]),
]

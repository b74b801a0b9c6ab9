import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'
import { appointmentRoles, cohortStates } from './schema.ts'

type Label = Manifest['entries'][number]['label']

const labels: Record<keyof typeof entries, Label> = {
  organisationAdded: () => m('entry.organisation-added'),
  organisationChanged: () => m('entry.organisation-changed'),
  sectorsChanged: () => m('entry.sectors-changed'),
  membershipBegun: () => m('entry.membership-begun'),
  membershipEnded: () => m('entry.membership-ended'),
  unitsAdded: (data) => m('entry.units-added', { count: Number(data['count'] ?? 0) }),
  unitsClosed: (data) => m('entry.units-closed', { count: Number(data['count'] ?? 0) }),
  termSet: () => m('entry.term-set'),
  degreeProgrammeAdded: (data) => m('entry.degree-programme-added', { code: text(data['code']) }),
  degreeProgrammeChanged: (data) =>
    m('entry.degree-programme-changed', { code: text(data['code']) }),
  mailboxAdded: () => m('entry.mailbox-added'),
  mailboxRemoved: () => m('entry.mailbox-removed'),
  personAppointed: (data) => m('entry.person-appointed', { role: role(data['role']) }),
  appointmentEnded: (data) => m('entry.appointment-ended', { role: role(data['role']) }),
  personEnrolled: () => m('entry.person-enrolled'),
  enrolmentEnded: () => m('entry.enrolment-ended'),
  programmeAdded: (data) => m('entry.programme-added', { code: text(data['code']) }),
  programmeChanged: (data) => m('entry.programme-changed', { code: text(data['code']) }),
  programmeYearSet: () => m('entry.programme-year-set'),
  cohortJoined: () => m('entry.cohort-joined'),
  cohortStepReached: () => m('entry.cohort-step-reached'),
  cohortCreditRecorded: (data) =>
    m('entry.cohort-credit-recorded', { credit: text(data['credit']) }),
  cohortStateChanged: (data) => m('entry.cohort-state-changed', { state: state(data['state']) }),
  initiativeAdded: () => m('entry.initiative-added'),
  initiativeChanged: () => m('entry.initiative-changed'),
  initiativeOutputAdded: () => m('entry.initiative-output-added'),
}

/** Every kind of entry that the module writes, with the words for a reader's story. */
export const entryLabels: Manifest['entries'] = Object.entries(labels).map(([name, label]) => ({
  type: entries[name as keyof typeof entries].type,
  label,
}))

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A story is read from storage: a role that is no longer there is said as it was written. */
function role(value: unknown) {
  const known = appointmentRoles.find((each) => each === value)
  return known ? m(`role.${known}`) : text(value)
}

function state(value: unknown) {
  const known = cohortStates.find((each) => each === value)
  return known ? m(`cohort-state.${known}`) : text(value)
}

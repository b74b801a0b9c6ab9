import type { Manifest } from '#kernel/http'
import { allEntries } from './entries.ts'
import { formatNumber, Fraction, type Language, localised, type LocalText } from '#kernel/values'
import { m } from './messages/index.ts'
import { appointmentRoles, cohortStates } from './schema.ts'

type Label = Manifest['entries'][number]['label']

const labels: Record<string, Label> = {
  'organisation-added': () => m('entry.organisation-added'),
  'organisation-changed': () => m('entry.organisation-changed'),
  'sectors-changed': () => m('entry.sectors-changed'),
  'membership-begun': () => m('entry.membership-begun'),
  'membership-ended': () => m('entry.membership-ended'),
  'units-added': (data) => m('entry.units-added', { count: Number(data['count'] ?? 0) }),
  'units-imported': (data) =>
    m('entry.units-imported', {
      added: Number(data['added'] ?? 0),
      changed: Number(data['changed'] ?? 0),
    }),
  'units-import-undone': () => m('entry.units-import-undone'),
  'unit-changed': () => m('entry.unit-changed'),
  'units-closed': (data) => m('entry.units-closed', { count: Number(data['count'] ?? 0) }),
  'units-reopened': (data) => m('entry.units-reopened', { count: Number(data['count'] ?? 0) }),
  'persons-told-apart': () => m('entry.persons-told-apart'),
  'term-set': () => m('entry.term-set'),
  'degree-programme-added': (data) =>
    m('entry.degree-programme-added', { code: text(data['code']) }),
  'degree-programme-changed': (data) =>
    m('entry.degree-programme-changed', { code: text(data['code']) }),
  'mailbox-added': () => m('entry.mailbox-added'),
  'mailbox-removed': () => m('entry.mailbox-removed'),
  'person-appointed': (data) => m('entry.person-appointed', { role: role(data['role']) }),
  'appointment-ended': (data) => m('entry.appointment-ended', { role: role(data['role']) }),
  'appointment-continued': (data) => m('entry.appointment-continued', { role: role(data['role']) }),
  'person-enrolled': () => m('entry.person-enrolled'),
  'enrolment-ended': () => m('entry.enrolment-ended'),
  'programme-added': (data) => m('entry.programme-added', { code: text(data['code']) }),
  'programme-changed': (data) => m('entry.programme-changed', { code: text(data['code']) }),
  'programme-year-set': () => m('entry.programme-year-set'),
  'cohort-joined': () => m('entry.cohort-joined'),
  'cohort-import-undone': () => m('entry.cohort-import-undone'),
  'past-years-import-undone': () => m('entry.past-years-import-undone'),
  'cohort-step-reached': (data, language) => stepReached(data['names'], language),
  'cohort-credit-recorded': (data, language) =>
    m('entry.cohort-credit-recorded', { credit: credit(data['credit'], language) }),
  'cohort-state-changed': (data) =>
    m('entry.cohort-state-changed', { state: state(data['state']) }),
  'initiative-added': () => m('entry.initiative-added'),
  'initiative-changed': () => m('entry.initiative-changed'),
  'initiative-output-added': () => m('entry.initiative-output-added'),
  'initiative-output-changed': () => m('entry.initiative-output-changed'),
  'initiative-output-removed': () => m('entry.initiative-output-removed'),
  'initiative-output-restored': () => m('entry.initiative-output-restored'),
}

/** Every kind of entry that the module writes, with the words for a reader's story. */
export const entryLabels: Manifest['entries'] = allEntries.map(({ type }) => ({
  type,
  label: labels[type.slice('alliance.'.length)] ?? null,
}))

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Exact in the entry, written for the reader. */
function credit(value: unknown, language: Language): string {
  const exact = Fraction.parse(text(value))
  return exact ? formatNumber(exact, language, 3) : text(value)
}

/** Entries of before steps were named in them say that there was one. */
function stepReached(names: unknown, language: Language) {
  const isNamed = typeof names === 'object' && names !== null
  const step = isNamed ? localised(names as LocalText, language).text : ''
  return step === '' ? m('entry.cohort-step-reached') : m('entry.cohort-step-named', { step })
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

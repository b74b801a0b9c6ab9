import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { type Language, type LocalText, yearInField } from '#kernel/values'
import { m } from '../messages/index.ts'
import { OrganisationFormPage, localValues } from '../pages/forms.tsx'
import { MailboxesPage } from '../pages/mailboxes.tsx'
import { type Office, OfficePage, UnitsPage } from '../pages/office.tsx'
import { TermsPage } from '../pages/terms.tsx'
import type { FormState } from '../pages/scene.tsx'
import { openInvitations } from '../queries/invitations.ts'
import { holdersOfRole } from '../queries/role-holders.ts'
import {
  mailboxesOf,
  organisationPage,
  type OrganisationPage,
  termsOf,
  unitsOf,
} from '../queries/organisations.ts'
import type {
  MailboxInput,
  MembershipInput,
  OrganisationInput,
  TermInput,
  UnitInput,
} from '../inputs.ts'
import { beginMembership, changeOrganisation, endMembership } from '../service/organisations.ts'
import {
  addMailbox,
  addUnits,
  closeUnits,
  reopenUnits,
  removeMailbox,
  setTerm,
} from '../service/structure.ts'
import { unitImportOf } from '../service/import-units.ts'
import { faulty } from '../service/refusals.ts'
import { blank, inputOf, loadOrganisation, sceneOf, submit } from './web.ts'
import type { OrganisationFacts } from '../queries/organisations.ts'

type OfficeCall = Call<OrganisationFacts>

const read = { action: 'alliance.own-organisation.read', load: loadOrganisation }
const change = (action: string) => ({ action: `alliance.${action}.change`, load: loadOrganisation })

/** The pages on which an office keeps what belongs to its organisation. */
export const officeRoutes: readonly Route[] = [
  page<{ id: string }>('GET', '/my-organisation', {
    action: 'alliance.own-organisation.open',
    load: firstOrganisation,
    handle: async (call) => call.redirect(`/organisations/${call.object.id}`),
  }),
  page<OrganisationFacts>('GET', '/organisations/:id', {
    ...read,
    handle: async (call) => show(await overview(call, blank())),
  }),
  page<OrganisationFacts>('GET', '/organisations/:id/details', {
    ...change('organisation'),
    handle: async (call) => {
      const organisation = (await organisationPage(call.work, call.object.id))!
      return show(details(call, organisation, blank(valuesOf(organisation, call.language))))
    },
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/details', {
    ...change('organisation'),
    handle: (call) =>
      submit(
        call,
        (work) => changeOrganisation(work, call.object.id, inputOf(call.form) as OrganisationInput),
        async (form) => details(call, call.object, form),
        () => call.redirect(`/organisations/${call.object.id}`, m('done.saved')),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/memberships', {
    ...change('membership'),
    handle: (call) =>
      submit(
        call,
        (work) => beginMembership(work, call.object.id, inputOf(call.form) as MembershipInput),
        (form) => overview(call, form),
        () => call.redirect(`/organisations/${call.object.id}`, m('done.membership-begun')),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/memberships/end', {
    ...change('membership'),
    handle: (call) =>
      submit(
        call,
        (work) => endMembership(work, call.object.id, inputOf(call.form) as { endsOn: string }),
        (form) => overview(call, form),
        () => call.redirect(`/organisations/${call.object.id}`, m('done.membership-ended')),
      ),
  }),

  page<OrganisationFacts>('GET', '/organisations/:id/units', {
    ...read,
    handle: async (call) => show(await unitsPage(call, blank())),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/units', {
    ...change('unit'),
    handle: (call) =>
      submit(
        call,
        async (work) => {
          const lines = unitsIn(call)
          if (isRefused(lines)) return lines
          return addUnits(work, call.services.node, call.object.id, lines)
        },
        (form) => unitsPage(call, linesRefused(form)),
        ({ ids }) =>
          call.redirect(
            `/organisations/${call.object.id}/units`,
            m('done.units-added', { count: ids.length }),
          ),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/units/closures', {
    ...change('unit'),
    handle: (call) =>
      submit(
        call,
        (work) => openOrClose(work, call),
        (form) => unitsPage(call, form),
        (done) => call.redirect(`/organisations/${call.object.id}/units`, done),
      ),
  }),

  page<OrganisationFacts>('GET', '/organisations/:id/terms', {
    ...read,
    handle: async (call) => show(await terms(call, blank())),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/terms', {
    ...change('term'),
    handle: (call) =>
      submit(
        call,
        (work) => setTerm(work, call.object.id, inputOf(call.form) as TermInput),
        (form) => terms(call, form),
        () => call.redirect(`/organisations/${call.object.id}/terms`, m('done.saved')),
      ),
  }),

  page<OrganisationFacts>('GET', '/organisations/:id/mailboxes', {
    ...read,
    handle: async (call) => show(await mailboxes(call, blank())),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/mailboxes', {
    ...change('mailbox'),
    handle: (call) =>
      submit(
        call,
        (work) => addMailbox(work, call.object.id, inputOf(call.form) as MailboxInput),
        (form) => mailboxes(call, form),
        () => call.redirect(`/organisations/${call.object.id}/mailboxes`, m('done.saved')),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/mailboxes/:mailbox/removal', {
    ...change('mailbox'),
    handle: (call) =>
      submit(
        call,
        (work) => removeMailbox(work, call.object.id, call.params['mailbox'] ?? ''),
        (form) => mailboxes(call, form),
        () => call.redirect(`/organisations/${call.object.id}/mailboxes`, m('done.removed')),
      ),
  }),
]

/** What the office is, and what the reader may do there: the policy's own answers. */
export function officeOf(call: Call<OrganisationFacts>): Office {
  const { id, names } = call.object
  const facts = { id, organisation_id: id }
  return {
    id,
    names,
    may: {
      details: call.may('alliance.organisation.change', facts),
      people: call.may('alliance.person.read', facts),
      invite: call.may('alliance.person.invite', facts),
      units: call.may('alliance.unit.change', facts),
      terms: call.may('alliance.term.change', facts),
      programmes: call.may('alliance.degree-programme.change', facts),
      mailboxes: call.may('alliance.mailbox.change', facts),
      membership: call.may('alliance.membership.change', facts),
    },
  }
}

async function overview(call: OfficeCall, form: FormState) {
  const organisation = (await organisationPage(call.work, call.object.id))!
  const office = officeOf(call)
  return OfficePage({
    scene: sceneOf(call, call.object.timeZone),
    office,
    organisation,
    running:
      office.may.invite && !office.may.people
        ? {
            isRun: await isRun(call),
            invitations: await openInvitations(call.work, call.object.id),
          }
        : null,
    form,
  })
}

/** Whether somebody holds a role from which the others of an organisation are given. */
async function isRun(call: OfficeCall): Promise<boolean> {
  const place = { organisationId: call.object.id, programmeId: null }
  for (const role of ['coordinator', 'administrator']) {
    const holders = await holdersOfRole(call.work.read, { role, ...place }, call.now)
    if (holders.length > 0) return true
  }
  return false
}

function details(call: OfficeCall, current: { id: string; names: LocalText }, form: FormState) {
  return OrganisationFormPage({ scene: sceneOf(call), form, current })
}

/** The units of an organisation, with the way back from the list that was just brought in. */
export async function unitsPage(call: OfficeCall, form: FormState) {
  return UnitsPage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    units: await unitsOf(call.work, call.object.id),
    imported: officeOf(call).may.units
      ? await unitImportOf(call.work, call.object.id, call.query.get('imported'))
      : null,
    form,
  })
}

async function terms(call: OfficeCall, form: FormState) {
  return TermsPage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    terms: await termsOf(call.work, call.object.id),
    form,
  })
}

async function mailboxes(call: OfficeCall, form: FormState) {
  return MailboxesPage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    mailboxes: await mailboxesOf(call.work, call.object.id),
    form,
  })
}

async function openOrClose(work: Work, call: OfficeCall): Promise<Message | Refusal> {
  const keys = call.form.values['keys[]'] ?? []
  if (call.form.values['act']?.[0] === 'reopen') {
    const done = await reopenUnits(work, call.object.id, keys)
    return isRefused(done) ? done : m('done.units-reopened', { count: done.reopened })
  }
  const done = await closeUnits(work, call.object.id, keys)
  return isRefused(done) ? done : m('done.units-closed', { count: done.closed })
}

/** The organisation at which the reader's first appointment is. */
async function firstOrganisation(work: Work): Promise<{ id: string } | null> {
  if (work.actor.kind !== 'person') return null
  const grant = work.actor.grants.find(
    ({ organisationId }) =>
      organisationId !== null && work.may('alliance.own-organisation.open', { id: organisationId }),
  )
  return grant?.organisationId ? { id: grant.organisationId } : null
}

/**
 * One unit a line: its name, and after a tab or a bar its code. The name is in the reader's language. A line that says
 * more is refused, since nothing else of it would be written.
 */
function unitsIn(call: OfficeCall): UnitInput[] | Refusal {
  const kind = call.form.values['kind']?.[0] as UnitInput['kind']
  const lines = (call.form.values['lines']?.[0] ?? '')
    .split(/\r?\n/)
    .map((line, index) => ({
      line: index + 1,
      parts: line.split(/[\t|]/).map((part) => part.trim()),
    }))
    .filter(({ parts }) => parts.some(Boolean))
  const more = lines.find(({ parts }) => parts.slice(2).some(Boolean))
  if (more) return faulty('lines', 'unit.too-many-columns', { line: String(more.line) })
  return lines
    .filter(({ parts }) => parts[0])
    .map(({ parts: [name, code] }) => ({
      names: { [call.language]: name },
      kind,
      ...(code ? { code } : {}),
    }))
}

/** What is wrong with one of the lines stands at the box that holds them all. */
function linesRefused(form: FormState): FormState {
  const first = Object.entries(form.errors).find(([name]) => name.startsWith('units'))
  if (!first) return form
  return { ...form, errors: { lines: first[1] } }
}

function valuesOf(organisation: OrganisationPage, language: Language) {
  return {
    ...localValues('names', organisation.names),
    ...localValues('summary', organisation.summary),
    ...localValues('city', organisation.city),
    acronym: [organisation.acronym],
    'sectors[]': organisation.sectors,
    country: [organisation.country],
    latitude: [organisation.latitude],
    longitude: [organisation.longitude],
    timeZone: [organisation.timeZone],
    currency: [organisation.currency],
    ror: [organisation.ror],
    website: [organisation.website],
    establishedYear: [yearInField(organisation.establishedYear, language)],
  }
}

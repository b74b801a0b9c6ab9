import { z } from 'zod'
import { operation, problem, readValue, type Call, type Route } from '#kernel/http'
import { isRefused } from '#kernel/database'
import { isUuid, languages } from '#kernel/values'
import { degreeProgrammeSchema, enrolmentSchema, organisationSchema } from './inputs.ts'
import {
  listOrganisations,
  organisationPage,
  type OrganisationPage,
  type OrganisationRow,
} from './queries/organisations.ts'
import { peopleOf, peoplePerPage, type PersonRow } from './queries/people.ts'
import { listProgrammes, programmePage, type ProgrammePage } from './queries/programmes.ts'
import { m } from './messages/index.ts'
import { filterOf, personIds, shownFilter } from './routes/people.ts'
import { loadOrganisation } from './routes/web.ts'
import { enrolmentOutcomes, membershipKinds, sectors } from './schema.ts'
import { enrol } from './service/enrolments.ts'
import { createOrganisation } from './service/organisations.ts'
import { addDegreeProgramme } from './service/degree-programmes.ts'
import type { OrganisationFacts } from './queries/organisations.ts'

const names = z.partialRecord(z.enum(languages), z.string())
const day = z.iso.date()

const organisationAnswer = z.object({
  id: z.uuid(),
  names,
  acronym: z.string().nullable(),
  ror: z.url().nullable(),
  country: z.string(),
  city: names,
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  sectors: z.array(z.enum(sectors)),
  membership: z.object({ kind: z.enum(membershipKinds), startsOn: day }).nullable(),
  invented: z.boolean(),
})

const unitAnswer = z.object({
  id: z.uuid(),
  names,
  code: z.string().nullable(),
  kind: z.string(),
  parentId: z.uuid().nullable(),
  closedOn: day.nullable(),
})

const oneOrganisation = organisationAnswer.extend({
  website: z.url().nullable(),
  timeZone: z.string(),
  currency: z.string(),
  units: z.array(z.object({ id: z.uuid(), names, code: z.string().nullable(), kind: z.string() })),
  degreeProgrammes: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      names,
      level: z.string(),
      totalCredit: z.string(),
      creditScheme: z.string(),
    }),
  ),
  terms: z.array(
    z.object({ academicYear: z.string(), term: z.string(), names, startsOn: day, endsOn: day }),
  ),
})

const programmeAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  names,
  summary: names,
  startsOn: day,
  endsOn: day.nullable(),
  lead: z.object({ id: z.uuid(), names }),
})

const oneProgramme = programmeAnswer.extend({
  partners: z.array(z.object({ id: z.uuid(), names })),
  steps: z.array(z.object({ kind: z.string(), names, required: z.boolean() })),
  years: z.array(
    z.object({
      id: z.uuid(),
      year: z.number().int(),
      startsOn: day,
      endsOn: day,
      places: z.number().int().nullable(),
      participants: z.number().int(),
      completed: z.number().int(),
    }),
  ),
})

const personAnswer = z.object({
  id: z.uuid(),
  name: z.object({ native: z.string().nullable(), romanised: z.string() }),
  email: z.string().nullable(),
  appointments: z.array(
    z.object({ id: z.uuid(), role: z.string(), startsOn: day, endsOn: day.nullable() }),
  ),
  enrolments: z.array(
    z.object({
      id: z.uuid(),
      studentNumber: z.string(),
      degreeProgramme: z.string(),
      intakeYear: z.number().int(),
      startsOn: day,
      endsOn: day.nullable(),
      outcome: z.enum(enrolmentOutcomes).nullable(),
    }),
  ),
})

const created = z.object({ id: z.uuid() })
const tag = m('operation.tag')

type Of<Content> = Record<string, unknown> & { content: Content }

/** JSON over the same reads and verbs as the pages. */
export const apiRoutes: readonly Route[] = [
  operation('GET', '/organisations', {
    action: 'alliance.organisation.read',
    api: { summary: m('operation.members'), tag, answer: z.array(organisationAnswer) },
    handle: async (call) =>
      json((await listOrganisations(call.work, { members: true })).map(organisationJson)),
  }),
  operation('POST', '/organisations', {
    action: 'alliance.organisation.create',
    api: {
      summary: m('operation.organisation-add'),
      tag,
      body: organisationSchema,
      answer: created,
      success: 201,
    },
    handle: async (call) => {
      const body = readValue(organisationSchema, call.body)
      if (isRefused(body)) return problem(call, body)
      return answer(
        call,
        await call.perform((work) => createOrganisation(work, call.services.node, body)),
      )
    },
  }),
  operation<Of<OrganisationPage>>('GET', '/organisations/:id', {
    action: 'alliance.organisation.read',
    load: async (work, { id }) => of(isUuid(id) ? await organisationPage(work, id) : null),
    api: { summary: m('operation.organisation'), tag, answer: oneOrganisation },
    handle: async (call) => json(wholeOrganisation(call.object.content)),
  }),
  operation<OrganisationFacts>('POST', '/organisations/:id/degree-programmes', {
    action: 'alliance.degree-programme.change',
    load: loadOrganisation,
    api: {
      summary: m('operation.degree-programme-add'),
      tag,
      body: degreeProgrammeSchema,
      answer: created,
      success: 201,
    },
    handle: async (call) => {
      const body = readValue(degreeProgrammeSchema, call.body)
      if (isRefused(body)) return problem(call, body)
      const verb = (work: Parameters<typeof addDegreeProgramme>[0]) =>
        addDegreeProgramme(work, call.services.node, call.object.id, body)
      return answer(call, await call.perform(verb))
    },
  }),
  operation<Of<OrganisationPage>>('GET', '/organisations/:id/units', {
    action: 'alliance.organisation.read',
    load: async (work, { id }) => of(isUuid(id) ? await organisationPage(work, id) : null),
    api: { summary: m('operation.units'), tag, answer: z.array(unitAnswer) },
    handle: async (call) =>
      json(
        call.object.content.units.map((unit): z.output<typeof unitAnswer> => ({
          id: unit.id,
          names: unit.names,
          code: unit.code,
          kind: unit.kind,
          parentId: unit.parent_id,
          closedOn: unit.closed_on,
        })),
      ),
  }),
  operation<OrganisationFacts>('GET', '/organisations/:id/people', {
    action: 'alliance.person.read',
    load: loadOrganisation,
    api: {
      summary: m('operation.people'),
      tag,
      query: z.object({
        q: z.string().optional(),
        role: z.string().optional(),
        programmeId: z.uuid().optional(),
        when: z.enum(['now', 'past', 'all']).optional(),
        page: z.number().int().min(1).optional(),
      }),
      answer: z.object({
        total: z.number().int(),
        pageSize: z.number().int(),
        people: z.array(personAnswer),
      }),
    },
    handle: async (call) => {
      const filter = filterOf(call.query)
      const { rows, total } = await peopleOf(call.work, call.object.id, filter)
      call.shows(personIds(rows), shownFilter(filter))
      return json({ total, pageSize: peoplePerPage, people: rows.map(personJson) })
    },
  }),
  operation<OrganisationFacts>('POST', '/organisations/:id/enrolments', {
    action: 'alliance.enrolment.change',
    load: loadOrganisation,
    api: {
      summary: m('operation.enrol'),
      tag,
      body: enrolmentSchema,
      answer: created,
      success: 201,
    },
    handle: async (call) => {
      const body = readValue(enrolmentSchema, call.body)
      if (isRefused(body)) return problem(call, body)
      const verb = (work: Parameters<typeof enrol>[0]) =>
        enrol(work, call.services.node, call.object.id, body)
      return answer(call, await call.perform(verb))
    },
  }),
  operation('GET', '/programmes', {
    action: 'alliance.programme.read',
    api: { summary: m('operation.programmes'), tag, answer: z.array(programmeAnswer) },
    handle: async (call) =>
      json(
        (await listProgrammes(call.work)).map(
          ({ partners: _partners, years: _years, ...row }) => row,
        ),
      ),
  }),
  operation<Of<ProgrammePage>>('GET', '/programmes/:id', {
    action: 'alliance.programme.read',
    load: async (work, { id }) => of(isUuid(id) ? await programmePage(work, id) : null),
    api: { summary: m('operation.programme'), tag, answer: oneProgramme },
    handle: async (call) => json(call.object.content),
  }),
]

function json(data: unknown, status = 200) {
  return { kind: 'json' as const, data, status }
}

function answer(call: Call, result: unknown) {
  return isRefused(result) ? problem(call, result) : json(result, 201)
}

function of<Content>(content: Content | null): Of<Content> | null {
  return content === null ? null : { content }
}

function organisationJson(row: OrganisationRow): z.output<typeof organisationAnswer> {
  const { id, acronym, ror, country, city, place, sectors: played, membership, invented } = row
  return {
    id,
    names: row.names,
    acronym,
    ror,
    country,
    city,
    place,
    sectors: played,
    membership,
    invented,
  }
}

function wholeOrganisation(page: OrganisationPage): z.output<typeof oneOrganisation> {
  return {
    ...organisationJson(page),
    website: page.website,
    timeZone: page.timeZone,
    currency: page.currency,
    units: page.units.map((unit) => ({
      id: unit.id,
      names: unit.names,
      code: unit.code,
      kind: unit.kind,
    })),
    degreeProgrammes: page.degreeProgrammes.map((programme) => ({
      id: programme.id,
      code: programme.code,
      names: programme.names,
      level: programme.level,
      totalCredit: programme.total_credit,
      creditScheme: programme.credit_scheme,
    })),
    terms: page.terms.map((term) => ({
      academicYear: term.academic_year,
      term: `${term.academic_year}-${term.term_number}/${term.terms_in_year}`,
      names: term.names,
      startsOn: term.starts_on,
      endsOn: term.ends_on,
    })),
  }
}

function personJson(person: PersonRow): z.output<typeof personAnswer> {
  return {
    id: person.id,
    name: { native: person.name.native, romanised: person.name.romanised },
    email: person.email,
    appointments: person.appointments.map(({ id, role, startsOn, endsOn }) => ({
      id,
      role,
      startsOn,
      endsOn,
    })),
    enrolments: person.enrolments.map((each) => ({
      id: each.id,
      studentNumber: each.studentNumber,
      degreeProgramme: each.programme,
      intakeYear: each.intakeYear,
      startsOn: each.startsOn,
      endsOn: each.endsOn,
      outcome: each.outcome,
    })),
  }
}

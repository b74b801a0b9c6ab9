import { z } from 'zod'
import { isRefused, type Work } from '#kernel/database'
import { type Answer, type Call, operation, problem, readValue, type Route } from '#kernel/http'
import { dateInZone, Fraction, isDateOnly } from '#kernel/values'
import { m } from './messages/index.ts'
import { listCourses } from './queries/courses.ts'
import {
  equivalenceById,
  type EquivalenceRow,
  furtherOf,
  listEquivalences,
  requirementsOf,
} from './queries/equivalences.ts'
import { listRuleSets, type RuleSetRow, ruleSetVersions } from './queries/rule-sets.ts'
import type { JudgePackage } from './service/equivalence-input.ts'
import { judgeEquivalence, withdrawEquivalence } from './service/equivalences.ts'
import { exact as storedExact } from './stored.ts'

const exact = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('An exact fraction: "3" or "9/2"')
const localText = z.record(z.string(), z.string())
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
}
const pageSize = 100

const courseDocument = z.object({
  organisationId: z.uuid(),
  code: z.string(),
  titles: localText,
  credit: exact.nullable().describe('Null where the catalogue gives none'),
  unit: z.string().nullable(),
  level: z.string().nullable(),
})

const equivalenceDocument = z.object({
  id: z.uuid(),
  homeOrganisationId: z.uuid(),
  hostOrganisationId: z.uuid(),
  hostCourses: z
    .array(z.array(z.object({ code: z.string(), titles: localText })))
    .describe('All are required, each by one of its alternatives'),
  homeCourses: z.array(z.object({ code: z.string(), titles: localText, credit: exact })),
  package: z
    .object({
      further: z.union([z.literal('any'), z.array(z.string())]),
      accept: exact.describe('Home credit by which the package may be short'),
    })
    .nullable()
    .describe('Set where what was studied is recognised as a whole'),
  degreeProgrammeId: z.uuid().nullable().describe('Null: for every degree programme'),
  contentShare: exact.nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  judgedOn: z.iso.date(),
  withdrawn: z.boolean(),
})

const newEquivalence = z.object({
  homeOrganisationId: z.uuid(),
  hostOrganisationId: z.uuid(),
  hostCourses: z
    .array(z.array(z.string().trim().min(1).max(60)).min(1).max(40))
    .max(40)
    .describe('[["A"], ["B", "C"]] is A together with B or C'),
  homeCourses: z.array(z.string().trim().min(1).max(60)).max(40).default([]),
  package: z
    .object({
      further: z.union([z.literal('any'), z.array(z.string().trim().min(1).max(60)).max(40)]),
      accept: exact,
      block: z
        .object({ code: z.string().max(60), title: z.string().max(500), credit: exact })
        .nullable()
        .default(null)
        .describe('A block of credit that is no course of the home catalogue'),
    })
    .nullable()
    .default(null),
  degreeProgrammeId: z.uuid().nullable().default(null),
  contentShare: z.string().max(40).nullable().default(null).describe('"3/4" or "0.75"'),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().default(null),
  note: z.string().max(2000).default(''),
})

const ruleSetDocument = z.object({
  id: z.uuid(),
  version: z.number(),
  homeOrganisationId: z.uuid(),
  hostOrganisationId: z.uuid().nullable(),
  degreeProgrammeId: z.uuid().nullable(),
  intakeFrom: z.number().nullable(),
  intakeTo: z.number().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  name: localText,
  rules: z.record(z.string(), z.unknown()).describe('The figures; fractions as text'),
})

const courseQuery = z.object({
  organisation: z.uuid().optional(),
  q: z.string().max(200).optional(),
  ...paging,
})
const equivalenceQuery = z.object({
  host: z.uuid().optional(),
  home: z.uuid().optional(),
  q: z.string().max(200).optional(),
  state: z.enum(['standing', 'ended', 'withdrawn']).default('standing'),
  ...paging,
})

const tag = m('operation.tag')
const loadEquivalence = (work: Work, params: Record<string, string>) =>
  equivalenceById(work, params['id'] ?? '')

/** Catalogues, equivalences and rules over JSON: the same verbs as the pages, with the same rights. */
export const catalogueOperations: readonly Route[] = [
  operation('GET', '/recognition/courses', {
    action: 'recognition.course.list',
    api: {
      summary: m('operation.courses'),
      tag,
      query: courseQuery,
      answer: z.object({ total: z.number(), courses: z.array(courseDocument) }),
    },
    handle: courses,
  }),
  operation('GET', '/recognition/equivalences', {
    action: 'recognition.equivalence.open',
    api: {
      summary: m('operation.equivalences'),
      tag,
      query: equivalenceQuery,
      answer: z.object({ total: z.number(), equivalences: z.array(equivalenceDocument) }),
    },
    handle: equivalences,
  }),
  operation('POST', '/recognition/equivalences', {
    action: 'recognition.equivalence.open',
    api: {
      summary: m('operation.equivalence-judge'),
      tag,
      body: newEquivalence,
      answer: z.object({ id: z.uuid() }),
      success: 201,
    },
    handle: judge,
  }),
  operation<EquivalenceRow>('POST', '/recognition/equivalences/:id/withdrawal', {
    action: 'recognition.equivalence.edit',
    load: loadEquivalence,
    api: {
      summary: m('operation.equivalence-withdraw'),
      tag,
      answer: z.object({ id: z.uuid() }),
    },
    async handle(call) {
      const result = await call.perform((work) => withdrawEquivalence(work, call.object.id))
      if (isRefused(result)) return problem(call, result)
      return { kind: 'json', data: { id: result.id } }
    },
  }),
  operation('GET', '/recognition/rule-sets', {
    action: 'recognition.rule-set.open',
    api: {
      summary: m('operation.rule-sets'),
      tag,
      answer: z.object({ ruleSets: z.array(ruleSetDocument) }),
    },
    async handle(call) {
      const ruleSets = await listRuleSets(call.work)
      return { kind: 'json', data: { ruleSets: ruleSets.map(ruleSetOf) } }
    },
  }),
  operation<RuleSetRow>('GET', '/recognition/rule-sets/:id', {
    action: 'recognition.rule-set.list',
    load: async (work, params) => (await ruleSetVersions(work, params['id'] ?? ''))[0] ?? null,
    api: {
      summary: m('operation.rule-set'),
      tag,
      answer: z.object({ versions: z.array(ruleSetDocument) }),
    },
    async handle(call) {
      const versions = await ruleSetVersions(call.work, call.object.id)
      return { kind: 'json', data: { versions: versions.map(ruleSetOf) } }
    },
  }),
]

async function courses(call: Call): Promise<Answer> {
  const query = readValue(courseQuery, Object.fromEntries(call.query))
  if (isRefused(query)) return problem(call, query)
  const result = await listCourses(call.work, {
    organisationId: query.organisation,
    search: query.q,
    page: query.page,
    pageSize,
  })
  const data = {
    total: result.total,
    courses: result.courses.map((course) => ({
      organisationId: course.organisationId,
      code: course.code,
      titles: course.titles,
      credit: course.credit?.toString() ?? null,
      unit: course.unitName,
      level: course.level,
    })),
  }
  return { kind: 'json', data }
}

async function equivalences(call: Call): Promise<Answer> {
  const query = readValue(equivalenceQuery, Object.fromEntries(call.query))
  if (isRefused(query)) return problem(call, query)
  const result = await listEquivalences(call.work, {
    hostOrganisationId: query.host,
    homeOrganisationId: query.home,
    search: query.q,
    state: query.state,
    today: dateInZone(call.now, call.timeZone),
    page: query.page,
    pageSize,
  })
  const data = { total: result.total, equivalences: result.equivalences.map(equivalenceOf) }
  return { kind: 'json', data }
}

function equivalenceOf(row: EquivalenceRow) {
  return {
    id: row.id,
    homeOrganisationId: row.home_organisation_id,
    hostOrganisationId: row.host_organisation_id,
    hostCourses: requirementsOf(row.hostCourses).map((codes) =>
      codes.map((code) => ({
        code,
        titles: row.hostCourses.find((course) => course.code === code)?.titles ?? {},
      })),
    ),
    homeCourses: row.homeCourses.map(({ code, titles, credit }) => ({
      code,
      titles,
      credit: credit.toString(),
    })),
    package: row.package && {
      further: row.package.any ? 'any' : furtherOf(row.hostCourses),
      accept: row.package.accept.toString(),
    },
    degreeProgrammeId: row.degree_programme_id,
    contentShare: row.contentShare?.toString() ?? null,
    validFrom: row.validFrom,
    validTo: row.validTo,
    judgedOn: row.judgedOn,
    withdrawn: row.withdrawnAt !== null,
  }
}

async function judge(call: Call): Promise<Answer> {
  const input = call.read(newEquivalence.extend({ contentShare: shareText, validFrom: day }))
  if (isRefused(input)) return problem(call, input)
  const result = await call.perform((work) =>
    judgeEquivalence(work, {
      homeOrganisationId: input.homeOrganisationId,
      hostOrganisationId: input.hostOrganisationId,
      hostCourses: input.hostCourses,
      homeCourses: input.homeCourses,
      package: input.package && packageOf(input.package),
      degreeProgrammeId: input.degreeProgrammeId,
      contentShare: input.contentShare,
      validFrom: input.validFrom,
      validTo: input.validTo,
      note: input.note,
    }),
  )
  if (isRefused(result)) return problem(call, result)
  return { kind: 'json', status: 201, data: { id: result.equivalenceId } }
}

function packageOf(given: NonNullable<z.infer<typeof newEquivalence>['package']>): JudgePackage {
  const { further, accept, block } = given
  return {
    any: further === 'any',
    further: further === 'any' ? [] : further,
    accept: storedExact(accept),
    block: block && { ...block, credit: storedExact(block.credit) },
  }
}

const shareText = z
  .string()
  .max(40)
  .nullable()
  .default(null)
  .transform((text, context) => {
    const value = text === null ? null : Fraction.parse(text)
    if (text !== null && value === null) context.addIssue({ code: 'custom' })
    return value
  })

const day = z.iso.date().refine((text) => isDateOnly(text))

function ruleSetOf(row: RuleSetRow) {
  const { id, version, homeInstitution, hostInstitution, degreeProgramme, ...definition } =
    row.definition
  const { intakeFrom, intakeTo, validFrom, validTo, name, ...rules } = definition
  return {
    id,
    version,
    homeOrganisationId: homeInstitution,
    hostOrganisationId: hostInstitution,
    degreeProgrammeId: degreeProgramme,
    intakeFrom,
    intakeTo,
    validFrom,
    validTo,
    name,
    rules: JSON.parse(JSON.stringify(rules)) as Record<string, unknown>,
  }
}

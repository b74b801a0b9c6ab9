import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type WorkContext } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { type DateOnly, dateInZone, Fraction } from '#kernel/values'
import { chooseNotices, taskOpened } from '#kernel/notices'
import { cast, grantsOf } from '#modules/alliance'
import { ruleSetPublished } from './entries.ts'
import { publishedCreditSchemes } from './rules/credit-schemes.ts'
import { publishedGradeScales } from './rules/grade-scales.ts'
import { publishedRuleSets } from './rules/policy.ts'
import { readSet } from './rules/set-notation.ts'
import type { RecognitionRuleSet } from './rules/types.ts'
import {
  type Stage,
  seedFreshDecision,
  seedOpenCases,
  seedPrecedents,
  seedReadyCases,
  seedWaitingSet,
} from './seed/cases.ts'
import { seedContent } from './seed/content.ts'
import { seedAuthenticity } from './seed/authenticity.ts'
import { seedAppeal } from './seed/appeals.ts'
import { seedFacts, seedRuleSetDraft } from './seed/facts.ts'
import { seedEvidence } from './seed/evidence.ts'
import { seedSettings } from './seed/settings.ts'
import { linesOf, seedCatalogue, seedCatalogues } from './seed/catalogues.ts'
import { auFromPku, auFromSaebyeok, pkuFromAu } from './seed/equivalences.ts'
import { seedGradingTables } from './seed/grading-tables.ts'
import { seedPostings } from './seed/postings.ts'
import { seedSigners } from './seed/signers.ts'
import { seedCommittee } from './seed/committee.ts'
import { seedReferral } from './seed/referrals.ts'
import {
  auRuleSetId,
  auThresholds,
  pkuRuleSetId,
  rhoneRules,
  rucRuleSetId,
  saebyeokRules,
} from './seed/schemes.ts'
import type { JudgeEquivalence } from './service/equivalence-input.ts'
import { judgeEquivalence, judgeEquivalences } from './service/equivalences.ts'
import { addToPlan, beginPlan } from './service/plans.ts'
import { indexCourses } from './service/index-courses.ts'
import { toStored } from './stored.ts'

const { organisations, people } = cast

/**
 * Recognition's part of the demonstration: schemes, catalogues, equivalences, two precedents and an
 * evaluator's queue. What is there already is passed over, so that a start that was cut off goes on.
 */
export async function seedRecognition(seeding: Seeding): Promise<void> {
  const { runner, now, progress } = seeding
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const stage: Stage = {
    daysAgo,
    today: dateInZone(now, 'Asia/Bangkok'),
    // Rights are those of today: who held which office two years ago is no part of the story.
    by: async (personId, at) => ({
      actor: {
        kind: 'person',
        personId,
        grants: await grantsOf(seeding.database.kysely, personId, now),
      },
      now: at,
      language: 'en',
    }),
  }
  const system: WorkContext = {
    actor: { kind: 'system', name: 'seed' },
    now: daysAgo(700),
    language: 'en',
  }
  progress('recognition: schemes and rules')
  await seedSchemes(runner, system)
  await seedRules(runner, system)
  await seedGradingTables(seeding, system)
  progress('recognition: catalogues')
  for (const each of seedCatalogues) {
    if (!(await hasCatalogue(seeding, each.organisationId))) {
      await seedCatalogue(seeding, system, each)
    }
    await indexCourses({ runner, context: system }, each.organisationId)
  }
  progress('recognition: equivalences')
  await seedEquivalences(seeding, stage)
  await seedPackage(seeding, stage)
  progress('recognition: cases')
  // She wants to know at once: the outbox shows from the first minute what a mail lets its reader do.
  await runner.perform(await stage.by(people.evaluatorAu, daysAgo(400)), (work) =>
    chooseNotices(work, taskOpened, 'immediate'),
  )
  await seedSettings(seeding, stage)
  await seedPrecedents(seeding, stage)
  await seedAppeal(seeding, stage)
  await seedOpenCases(seeding, stage)
  await seedFacts(seeding, stage)
  await seedRuleSetDraft(seeding, stage)
  await seedAuthenticity(seeding, stage)
  await seedContent(seeding, stage)
  await seedEvidence(seeding, stage)
  await seedPlan(seeding, stage)
  await seedSigners(seeding, stage)
  progress('recognition: office')
  await seedPostings(seeding, stage)
  await seedReferral(seeding, stage)
  await seedCommittee(seeding, stage)
  await seedReadyCases(seeding, stage)
  await seedWaitingSet(seeding, stage)
  await seedFreshDecision(seeding, stage)
}

/** A student who has not left yet looks at what would count: of the first course too little does, and another would. */
async function seedPlan({ runner, services }: Seeding, { by, daysAgo }: Stage): Promise<void> {
  const context = await by(people.studentThanawat, daysAgo(3))
  const begun = await runner.perform(context, (work) =>
    beginPlan(work, {
      enrolmentId: cast.enrolments.thanawat,
      hostOrganisationId: organisations.pku,
      origin: services.node,
    }),
  )
  if (isRefused(begun)) throw new Error(begun.message.key)
  for (const [code, kind] of [
    ['04330105', null],
    ['04340203', 'blended'],
    ['04340211', 'online'],
  ] as const) {
    await runner.perform(context, (work) => addToPlan(work, { planId: begun.planId, code, kind }))
  }
}

const sides: readonly [
  organisationId: string,
  scheme: string,
  scale: string,
  from: number,
  to: number | null,
][] = [
  [organisations.au, 'th', 'au', 2000, null],
  [organisations.pku, 'cn-16', 'pku-until-2024', 2000, 2024],
  [organisations.pku, 'cn-16', 'pku-from-2025', 2025, null],
  [organisations.ruc, 'cn-16', 'ruc', 2000, null],
  [organisations.saebyeok, 'kr', 'kr-4.5', 2000, null],
  [organisations.rhone, 'ects', 'fr-20', 2000, null],
]

async function hasCatalogue({ database }: Seeding, organisationId: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('current_catalogues')
    .select('catalogue_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row !== undefined
}

async function seedSchemes(runner: Seeding['runner'], system: WorkContext): Promise<void> {
  await runner.perform(system, (work) =>
    work.writeUnchronicled(async (tx) => {
      const there = await tx.selectFrom('institution_schemes').select('id').executeTakeFirst()
      if (there) return
      for (const scheme of publishedCreditSchemes) {
        const row = { id: scheme.id, organisation_id: null, definition: toStored(scheme) }
        await tx.insertInto('credit_schemes').values(row).execute()
      }
      for (const scale of publishedGradeScales) {
        const row = {
          id: scale.id,
          organisation_id: null,
          intake_from: scale.intakeFrom,
          intake_to: scale.intakeTo,
          definition: toStored(scale),
        }
        await tx.insertInto('grade_scales').values(row).execute()
      }
      for (const [
        organisation_id,
        credit_scheme_id,
        grade_scale_id,
        intake_from,
        intake_to,
      ] of sides) {
        const row = { organisation_id, credit_scheme_id, grade_scale_id, intake_from, intake_to }
        await tx
          .insertInto('institution_schemes')
          .values({ id: randomUUIDv7(), ...row })
          .execute()
      }
      await tx.insertInto('grade_correspondences').values(thresholds()).execute()
    }),
  )
}

function thresholds() {
  const au = auThresholds.map(([host, grade]) => ({
    id: randomUUIDv7(),
    home_organisation_id: organisations.au,
    host_scale_id: host,
    home_scale_id: 'au',
    host_grade: grade,
    home_grade: 'C',
    source: null,
  }))
  const saebyeok = {
    id: randomUUIDv7(),
    home_organisation_id: organisations.saebyeok,
    host_scale_id: 'au',
    home_scale_id: 'kr-4.5',
    host_grade: 'C',
    home_grade: 'C',
    source: null,
  }
  return [...au, saebyeok]
}

async function seedRules(runner: Seeding['runner'], system: WorkContext): Promise<void> {
  const published = (name: string, id: string, homeInstitution: string): RecognitionRuleSet => ({
    ...publishedRuleSets.find((each) => each.id === name)!,
    id,
    homeInstitution,
  })
  const sets: RecognitionRuleSet[] = [
    published('au-transfer', auRuleSetId, organisations.au),
    published('pku-exchange', pkuRuleSetId, organisations.pku),
    published('ruc-exchange', rucRuleSetId, organisations.ruc),
    { ...saebyeokRules, homeInstitution: organisations.saebyeok },
    { ...rhoneRules, homeInstitution: organisations.rhone },
  ]
  for (const set of sets) {
    const there = await runner
      .reading(system)
      .read.selectFrom('recognition_rule_sets')
      .select('id')
      .where('id', '=', set.id)
      .executeTakeFirst()
    if (there) continue
    const entry = ruleSetPublished({
      object: { kind: 'recognition-rule-set', id: set.id },
      organisationIds: [set.homeInstitution],
      data: { version: set.version },
    })
    await runner.perform(system, (work) =>
      work.write(entry, (tx) =>
        tx
          .insertInto('recognition_rule_sets')
          .values({
            id: set.id,
            version: set.version,
            home_organisation_id: set.homeInstitution,
            host_organisation_id: null,
            degree_programme_id: null,
            intake_from: null,
            intake_to: null,
            valid_from: set.validFrom,
            valid_to: null,
            definition: toStored(set),
            published_at: work.now,
            published_by: null,
          })
          .execute(),
      ),
    )
  }
}

async function seedEquivalences({ runner }: Seeding, stage: Stage): Promise<void> {
  const sets = [
    { text: auFromPku, home: organisations.au, host: organisations.pku, by: people.evaluatorAu },
    {
      text: auFromSaebyeok,
      home: organisations.au,
      host: organisations.saebyeok,
      by: people.evaluatorAu,
    },
    { text: pkuFromAu, home: organisations.pku, host: organisations.au, by: people.evaluatorPku },
  ]
  for (const { text, home, host, by } of sets) {
    const context = await stage.by(by, stage.daysAgo(600))
    const there = await runner
      .reading(context)
      .read.selectFrom('equivalences')
      .select('id')
      .where('home_organisation_id', '=', home)
      .where('host_organisation_id', '=', host)
      .executeTakeFirst()
    if (there) continue
    const inputs = linesOf(text).map((cells) => judgement(cells, home, host, '2023-08-01'))
    const result = await runner.perform(context, (work) => judgeEquivalences(work, inputs))
    if (isRefused(result) || result.problems.length > 0) {
      throw new Error(`the seeded equivalences were not taken: ${JSON.stringify(result)}`)
    }
  }
}

/** A semester in Lyon counts as a whole, as Ghent University does it: at most 2 credits short. */
async function seedPackage({ runner }: Seeding, stage: Stage): Promise<void> {
  const context = await stage.by(people.evaluatorAu, stage.daysAgo(600))
  const pair = { home: organisations.au, host: organisations.rhone }
  const there = await runner
    .reading(context)
    .read.selectFrom('equivalences')
    .select('id')
    .where('home_organisation_id', '=', pair.home)
    .where('host_organisation_id', '=', pair.host)
    .executeTakeFirst()
  if (there) return
  const block = {
    code: 'DA-LYON',
    title: 'Semester of art and design in Lyon',
    credit: Fraction.of(15),
  }
  const input: JudgeEquivalence = {
    ...judgement(['-', '-', '-'], pair.home, pair.host, '2023-08-01'),
    hostCourses: [],
    homeCourses: [],
    package: { any: true, further: [], accept: Fraction.of(2), block },
  }
  const result = await runner.perform(context, (work) => judgeEquivalence(work, input))
  if (isRefused(result)) throw new Error(`the seeded package was refused: ${result.message.key}`)
}

function judgement(
  [hostCourse, homeCourse, share]: string[],
  home: string,
  host: string,
  validFrom: DateOnly,
): JudgeEquivalence {
  return {
    homeOrganisationId: home,
    hostOrganisationId: host,
    // The cells of this table are separated by the bar that else stands between alternatives.
    hostCourses: readSet(hostCourse!.replaceAll('/', '|'))!,
    homeCourses: readSet(homeCourse!)!.flat(),
    package: null,
    degreeProgrammeId: null,
    contentShare: share === '-' ? null : Fraction.parse(share!),
    validFrom,
    validTo: null,
    note: '',
  }
}

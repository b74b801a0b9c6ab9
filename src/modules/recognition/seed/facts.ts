import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays, Fraction } from '#kernel/values'
import { cast } from '#modules/alliance'
import { linesOfCase } from '../queries/cases.ts'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import { valuesOf } from '../routes/rule-set-form.ts'
import { saveRuleSetDraft } from '../service/rule-set-drafts.ts'
import { stateFacts } from '../service/state-facts.ts'
import type { Stage } from './cases.ts'
import { auRuleSetId } from './schemes.ts'

const { organisations, people, enrolments } = cast

/** What an evaluator knows of a stay: when it was, that studies were suspended, and that one course was online. */
export async function seedFacts({ database, runner }: Seeding, stage: Stage): Promise<void> {
  const owner = await database.kysely
    .selectFrom('recognition_cases as c')
    .leftJoin('case_stays as s', 's.case_id', 'c.id')
    .select(['c.id', 's.id as stated'])
    .where('c.enrolment_id', '=', enrolments.wang)
    .where('c.host_organisation_id', '=', organisations.au)
    .where('c.state', '=', 'open')
    .executeTakeFirst()
  if (!owner || owner.stated !== null) return
  const context = await stage.by(people.evaluatorPku, stage.daysAgo(0.25))
  const lines = await linesOfCase(runner.reading(context), owner.id)
  const result = await runner.perform(context, (work) =>
    stateFacts(work, {
      caseId: owner.id,
      seen: '',
      stay: {
        from: addDays(stage.today, -165),
        to: addDays(stage.today, -38),
        suspended: true,
        lastTerm: false,
        homeTerms: [{ term: '2026/2027-1', credit: Fraction.of(2) }],
      },
      // Of the course in class only the syllabus has come: it still waits for proof of its hours.
      lines: lines.map(({ id, code }) => ({
        lineId: id,
        was: { kind: null, evidence: [] },
        kind: code === 'GE1101' ? 'online' : null,
        evidence: code === 'DA2204' ? ['syllabus'] : ['syllabus', 'hours'],
      })),
      reason: '学籍异动记录；易三仓大学课程大纲及学时证明',
    }),
  )
  if (isRefused(result)) throw new Error(`seeded facts were refused: ${result.message.key}`)
}

/** A registrar's next version, put aside until a figure is known. */
export async function seedRuleSetDraft({ database, runner }: Seeding, stage: Stage): Promise<void> {
  const there = await database.kysely.selectFrom('rule_set_drafts').select('id').executeTakeFirst()
  if (there) return
  const context = await stage.by(people.registrarAu, stage.daysAgo(6))
  const [latest] = await ruleSetVersions(runner.reading(context), auRuleSetId)
  if (!latest) return
  const values = {
    ...valuesOf(latest.definition, stage.today, 'en'),
    validFrom: addDays(stage.today, 120),
    'kind.0.kinds': 'online',
    'kind.0.accept': 'yes',
    'kind.0.perTerm': '6',
    'kind.0.evidence': 'syllabus hours',
    // The council has not settled it.
    'kind.0.share': '25 %?',
  }
  const boxes = /\.(kinds|evidence)$/
  const form = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      boxes.test(name) ? value.split(' ').filter(Boolean) : [value],
    ]),
  )
  const saved = await runner.perform(context, (work) =>
    saveRuleSetDraft(work, {
      draftId: null,
      homeOrganisationId: organisations.au,
      basedOn: { ruleSetId: latest.id, version: latest.version },
      form,
      revision: 0,
    }),
  )
  if (isRefused(saved)) throw new Error(`a seeded draft was refused: ${saved.message.key}`)
}

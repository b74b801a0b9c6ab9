import { randomUUIDv7 } from 'node:crypto'
import { type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { gradeScaleEntered, creditSchemeEntered, schemeSet } from '../entries.ts'
import { m } from '../messages/index.ts'
import { lockSchemesOf, scaleById, schemeById } from '../queries/scales.ts'
import { type DraftScale, type ScaleFault, scaleFaults, scaleFrom } from '../rules/check-scale.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import { covers, layPeriod, type SchemePeriod } from '../rules/scheme-periods.ts'
import type { CreditScheme } from '../rules/types.ts'
import { fromStored, toStored } from '../stored.ts'

/** A fault of a scale in words; the row is named by the page that shows the rows. */
export function faultMessage({ fault, label }: ScaleFault): Message {
  return m(`scale.fault.${fault}`, { label })
}

/** Enters a grade scale of an institution's own. It is a new row beside earlier ones, because decisions name those. */
export async function enterScale(
  work: Work,
  draft: DraftScale,
): Promise<{ scaleId: string } | Refusal> {
  if (!mayEdit(work, draft.institution)) return absent()
  const fields: Record<string, Message> = {}
  for (const fault of scaleFaults(draft)) fields[fault.field] ??= faultMessage(fault)
  if (Object.keys(fields).length > 0) return refuse(422, m('scale.refusal.check'), fields)
  await lockSchemesOf(work, draft.institution)
  const id = randomUUIDv7()
  const definition = scaleFrom(draft, id)
  if (await isKnown(work, 'grade_scales', draft.institution, definition)) {
    return refuse(422, m('scale.refusal.same'))
  }
  const entry = gradeScaleEntered({
    object: { kind: 'grade-scale', id },
    organisationIds: [draft.institution],
    data: { scale: id },
  })
  const { intakeFrom: intake_from, intakeTo: intake_to, institution } = draft
  await work.write(entry, (tx) =>
    tx
      .insertInto('grade_scales')
      .values({
        id,
        organisation_id: institution,
        intake_from,
        intake_to,
        definition: toStored(definition),
      })
      .execute(),
  )
  return { scaleId: id }
}

/** A credit scheme as an institution enters it. */
export interface DraftScheme extends Omit<CreditScheme, 'id'> {
  institution: string
}

/** Enters a credit scheme of an institution's own, beside earlier ones. */
export async function enterScheme(
  work: Work,
  { institution, ...draft }: DraftScheme,
): Promise<{ schemeId: string } | Refusal> {
  if (!mayEdit(work, institution)) return absent()
  const { workloadHoursPerCredit: workload } = draft
  if (workload?.to && workload.to.compare(workload.from) < 0) {
    return refuse(422, m('scheme.refusal.check'), { workloadTo: m('scheme.fault.workload') })
  }
  await lockSchemesOf(work, institution)
  const id = randomUUIDv7()
  const definition: CreditScheme = { ...draft, id }
  if (await isKnown(work, 'credit_schemes', institution, definition)) {
    return refuse(422, m('scheme.refusal.same'))
  }
  const entry = creditSchemeEntered({
    object: { kind: 'credit-scheme', id },
    organisationIds: [institution],
    data: { scheme: id },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('credit_schemes')
      .values({ id, organisation_id: institution, definition: toStored(definition) })
      .execute(),
  )
  return { schemeId: id }
}

/**
 * Says which scheme and scale an institution uses for some intakes; the periods around give way, so that each
 * intake has exactly one. Cases already decided keep what they were decided with.
 */
export async function setInstitutionScheme(
  work: Work,
  input: SchemePeriod & { organisationId: string },
): Promise<{ periods: SchemePeriod[] } | Refusal> {
  const { organisationId, ...next } = input
  if (!mayEdit(work, organisationId)) return absent()
  const wrong = await chosenWrong(work, organisationId, next)
  if (wrong) return refuse(422, m('scheme.refusal.check'), wrong)
  await lockSchemesOf(work, organisationId)
  const present = await periodsOf(work, organisationId)
  const result = layPeriod(present, next)
  if (!result.ok) {
    const field = result.fault === 'gap' ? 'intakeFrom' : 'intakeTo'
    return refuse(422, m('scheme.refusal.check'), { [field]: m(`scheme.fault.${result.fault}`) })
  }
  if (canonicalJson(present) === canonicalJson(result.periods)) {
    return refuse(422, m('scheme.refusal.unchanged'))
  }
  const entry = schemeSet({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: { ...next },
  })
  await work.write(entry, async (tx) => {
    await tx
      .deleteFrom('institution_schemes')
      .where('organisation_id', '=', organisationId)
      .execute()
    const rows = result.periods.map((each) => ({
      id: randomUUIDv7(),
      organisation_id: organisationId,
      credit_scheme_id: each.scheme,
      grade_scale_id: each.scale,
      intake_from: each.intakeFrom,
      intake_to: each.intakeTo,
    }))
    await tx.insertInto('institution_schemes').values(rows).execute()
  })
  return { periods: result.periods }
}

/** A scheme or scale that is not there for this institution, or a scale that is for other intakes. */
async function chosenWrong(
  work: Work,
  organisationId: string,
  next: SchemePeriod,
): Promise<Record<string, Message> | null> {
  const scheme = await schemeById(work, next.scheme)
  const scale = await scaleById(work, next.scale)
  const isOpen = (owner: string | null) => owner === null || owner === organisationId
  if (!scheme || !isOpen(scheme.organisation_id)) return { scheme: m('scheme.fault.choose') }
  if (!scale || !isOpen(scale.organisation_id)) return { scale: m('scale.fault.choose') }
  return covers(scale.definition, next) ? null : { scale: m('scheme.fault.scale-intakes') }
}

async function periodsOf(work: Work, organisationId: string): Promise<SchemePeriod[]> {
  return work.read
    .selectFrom('institution_schemes')
    .select([
      'intake_from as intakeFrom',
      'intake_to as intakeTo',
      'credit_scheme_id as scheme',
      'grade_scale_id as scale',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('intake_from')
    .execute()
}

/** Whether the institution has entered the very same before, as when a form is sent twice. */
async function isKnown(
  work: Work,
  table: 'credit_schemes' | 'grade_scales',
  organisationId: string,
  definition: { id: string },
): Promise<boolean> {
  const rows = await work.read
    .selectFrom(table)
    .select('definition')
    .where('organisation_id', '=', organisationId)
    .execute()
  const wanted = canonicalJson({ ...definition, id: '' })
  return rows.some(
    (row) => canonicalJson({ ...fromStored<object>(row.definition), id: '' }) === wanted,
  )
}

function mayEdit(work: Work, organisationId: string): boolean {
  return work.may('recognition.scale.edit', { organisation_id: organisationId })
}

function absent(): Refusal {
  return refuse(404, m('scale.refusal.absent'))
}

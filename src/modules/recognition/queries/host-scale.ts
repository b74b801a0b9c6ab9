import type { Work } from '#kernel/database'
import type { GradeScale } from '../rules/types.ts'
import { fromStored } from '../stored.ts'

/** The grade scale that the host applies to a student's intake, as the evaluation will read it; null where none is entered. */
export async function hostScaleOf(
  work: Work,
  draft: { host_organisation_id: string | null; enrolment_id: string },
): Promise<GradeScale | null> {
  if (draft.host_organisation_id === null) return null
  const row = await work.read
    .selectFrom('institution_schemes as s')
    .innerJoin('grade_scales as g', 'g.id', 's.grade_scale_id')
    .innerJoin('enrolments as e', (join) => join.on('e.id', '=', draft.enrolment_id))
    .select('g.definition')
    .where('s.organisation_id', '=', draft.host_organisation_id)
    .whereRef('s.intake_from', '<=', 'e.intake_year')
    .where((eb) =>
      eb.or([eb('s.intake_to', 'is', null), eb('s.intake_to', '>=', eb.ref('e.intake_year'))]),
    )
    .orderBy('s.intake_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? fromStored<GradeScale>(row.definition) : null
}

import { randomUUIDv7 } from 'node:crypto'
import { type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { correspondenceRemoved, correspondenceSet } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  correspondenceById,
  listCorrespondences,
  lockSchemesOf,
  scaleById,
} from '../queries/scales.ts'
import { checkCorrespondence } from '../rules/check-correspondence.ts'
import type { GradeCorrespondence, Source } from '../rules/types.ts'

/** What an office says of two scales: at least `host` there is at least `home` here. */
export interface SetCorrespondence extends Omit<GradeCorrespondence, 'source'> {
  organisationId: string
  source: Source | null
}

/**
 * Records which grade of a host's scale is worth a grade at home, for minimum grades. It takes the place of what was
 * said before of the same grade at home; decided cases keep what they were decided with.
 */
export async function setCorrespondence(
  work: Work,
  input: SetCorrespondence,
): Promise<{ host: string; home: string } | Refusal> {
  const { organisationId, source } = input
  if (!mayEdit(work, organisationId)) return absent()
  const wrong = (field: string, message: Message) =>
    refuse(422, m('correspondence.refusal.check'), { [field]: message })
  const hostScale = await scaleById(work, input.hostScaleId)
  const homeScale = await scaleById(work, input.homeScaleId)
  if (!hostScale) return wrong('hostScale', m('scale.fault.choose'))
  const isOwn = homeScale?.organisation_id === null || homeScale?.organisation_id === organisationId
  if (!homeScale || !isOwn) return wrong('homeScale', m('scale.fault.choose'))
  if (hostScale.id === homeScale.id) return wrong('hostScale', m('correspondence.fault.same'))
  await lockSchemesOf(work, organisationId)
  const present = await listCorrespondences(work, [organisationId])
  const checked = checkCorrespondence(
    hostScale.definition,
    homeScale.definition,
    input,
    present.filter((each) => !isReplaced(each, input)),
  )
  if (!checked.ok) {
    if (checked.fault === 'grade') return wrong(checked.field, m('correspondence.fault.grade'))
    const { host, home } = checked.other
    return wrong(checked.field, m('correspondence.fault.order', { host, home }))
  }
  const { host, home } = checked.correspondence
  const before = present.find((each) => isReplaced(each, { ...input, home }))
  const id = before?.id ?? randomUUIDv7()
  const entry = correspondenceSet({
    object: { kind: 'grade-correspondence', id },
    organisationIds: [organisationId],
    data: {
      hostScale: hostScale.id,
      homeScale: homeScale.id,
      host,
      home,
      before: before?.host ?? null,
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('grade_correspondences')
      .values({
        id,
        home_organisation_id: organisationId,
        host_scale_id: hostScale.id,
        home_scale_id: homeScale.id,
        host_grade: host,
        home_grade: home,
        source: source && JSON.stringify(source),
      })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ host_grade: host, source: source && JSON.stringify(source) }),
      )
      .execute(),
  )
  return { host, home }
}

/** Takes a correspondence away; lines that need it are then left to a person. */
export async function removeCorrespondence(work: Work, id: string): Promise<null | Refusal> {
  const seen = await correspondenceById(work, id)
  if (!seen || !mayEdit(work, seen.organisation_id)) return absent()
  await lockSchemesOf(work, seen.organisation_id)
  const found = await correspondenceById(work, id)
  if (!found) return absent()
  const { hostScaleId: hostScale, homeScaleId: homeScale, host, home } = found
  const entry = correspondenceRemoved({
    object: { kind: 'grade-correspondence', id },
    organisationIds: [found.organisation_id],
    data: { hostScale, homeScale, host, home },
  })
  await work.write(entry, (tx) =>
    tx.deleteFrom('grade_correspondences').where('id', '=', id).execute(),
  )
  return null
}

function isReplaced(
  present: GradeCorrespondence,
  next: Pick<GradeCorrespondence, 'hostScaleId' | 'homeScaleId' | 'home'>,
): boolean {
  return (
    present.hostScaleId === next.hostScaleId &&
    present.homeScaleId === next.homeScaleId &&
    present.home === next.home
  )
}

function mayEdit(work: Work, organisationId: string): boolean {
  return work.may('recognition.scale.edit', { organisation_id: organisationId })
}

function absent(): Refusal {
  return refuse(404, m('correspondence.refusal.absent'))
}

import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import { equivalenceRevisionUndone } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  equivalenceById,
  type EquivalenceRow,
  equivalencesForUpdate,
  furtherOf,
  homeText,
  hostText,
  requirementsOf,
} from '../queries/equivalences.ts'
import { settleEndingTask } from './equivalence-ending.ts'
import type { JudgeEquivalence } from './equivalence-input.ts'
import { judgeEquivalences, restoreEquivalence, withdrawEquivalence } from './equivalences.ts'

/** A stored equivalence as the judgement that it was, to be changed or renewed. */
export function judgementOf(row: EquivalenceRow): JudgeEquivalence {
  const [block] = row.homeCourses.filter((course) => course.isBlock)
  return {
    homeOrganisationId: row.home_organisation_id,
    hostOrganisationId: row.host_organisation_id,
    hostCourses: requirementsOf(row.hostCourses),
    homeCourses: block ? [] : row.homeCourses.map((course) => course.code),
    package: row.package && {
      any: row.package.any,
      further: furtherOf(row.hostCourses),
      accept: row.package.accept,
      block: block
        ? { code: block.code, title: Object.values(block.titles)[0] ?? '', credit: block.credit }
        : null,
    },
    degreeProgrammeId: row.degree_programme_id,
    contentShare: row.contentShare,
    validFrom: row.validFrom,
    validTo: row.validTo,
    note: row.note,
    mirrorOf: row.mirrorOfId,
  }
}

/**
 * Changes an equivalence: a new judgement of today takes its place, with its evidence; decisions taken on the
 * one before stand. The pair of institutions stays.
 */
export async function reviseEquivalence(
  work: Work,
  id: string,
  input: Omit<JudgeEquivalence, 'homeOrganisationId' | 'hostOrganisationId'>,
): Promise<{ equivalenceId: string } | Refusal> {
  const before = await equivalenceById(work, id, 'lock')
  if (!before || !work.may('recognition.equivalence.edit', before)) return absent()
  if (before.withdrawnAt !== null) return refuse(409, m('equivalence.refusal.withdrawn'))
  const result = await judgeEquivalences(work, [
    {
      ...input,
      homeOrganisationId: before.home_organisation_id,
      hostOrganisationId: before.host_organisation_id,
      mirrorOf: before.mirrorOfId,
      replaces: before.id,
    },
  ])
  if ('refusal' in result) return result
  const [problem] = result.problems
  if (problem) return refuse(422, m('equivalence.refusal.check'), problem.fields)
  await settleEndingTask(work, before.home_organisation_id)
  return { equivalenceId: result.ids[0]! }
}

/** Takes a change or a renewal back: what was judged before stands again, and the later judgement is withdrawn. */
export async function undoRevision(work: Work, id: string): Promise<EquivalenceRow | Refusal> {
  const before = await equivalenceById(work, id, 'lock')
  if (!before || !work.may('recognition.equivalence.edit', before)) return absent()
  if (before.replacedById === null) return refuse(409, m('equivalence.refusal.stands'))
  const after = await equivalenceById(work, before.replacedById, 'lock')
  if (!after || !work.may('recognition.equivalence.edit', after)) return absent()
  if (after.withdrawnAt !== null) return refuse(409, m('equivalence.refusal.withdrawn'))
  const entry = equivalenceRevisionUndone({
    object: { kind: 'recognition-equivalence', id: before.id },
    organisationIds: [before.home_organisation_id],
    data: { host: hostText(before), home: homeText(before) },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('equivalences')
      .set({ withdrawn_at: work.now, withdrawn_by: personOf(work.actor) })
      .where('id', '=', after.id)
      .execute()
    await tx
      .updateTable('equivalences')
      .set({ withdrawn_at: null, withdrawn_by: null, replaced_by_id: null })
      .where('id', '=', before.id)
      .execute()
  })
  return before
}

/** The most equivalences that one act renews or withdraws. */
export const mostAtOnce = 500

/**
 * Renews equivalences until a day, all of them or none: each gets a judgement of today with the same courses, at
 * the credit of today's catalogue. Refused with the first that cannot be renewed.
 */
export async function renewEquivalences(
  work: Work,
  ids: readonly string[],
  validTo: DateOnly,
): Promise<{ count: number } | Refusal> {
  const chosen = await chosenOnes(work, ids)
  if ('refusal' in chosen) return chosen
  const pairs = new Map<string, EquivalenceRow[]>()
  for (const row of chosen.rows) {
    const pair = `${row.home_organisation_id} ${row.host_organisation_id}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), row])
  }
  for (const rows of pairs.values()) {
    const inputs = rows.map((row) => ({ ...judgementOf(row), validTo, replaces: row.id }))
    const result = await judgeEquivalences(work, inputs)
    if ('refusal' in result) return result
    const [problem] = result.problems
    if (problem) return notRenewed(rows[problem.index]!, problem.fields)
  }
  for (const home of new Set(chosen.rows.map((row) => row.home_organisation_id))) {
    await settleEndingTask(work, home)
  }
  return { count: chosen.rows.length }
}

function notRenewed(row: EquivalenceRow, fields: Refusal['fields']): Refusal {
  const why = fields['validTo'] ?? Object.values(fields)[0]!
  const message = m('equivalence.refusal.not-renewed', { host: hostText(row), home: homeText(row) })
  return refuse(422, message, { until: why })
}

/** Withdraws equivalences, all of them or none. */
export async function withdrawEquivalences(
  work: Work,
  ids: readonly string[],
): Promise<{ count: number } | Refusal> {
  const chosen = await chosenOnes(work, ids)
  if ('refusal' in chosen) return chosen
  for (const row of chosen.rows) {
    const result = await withdrawEquivalence(work, row.id)
    if (isRefused(result)) return result
  }
  return { count: chosen.rows.length }
}

/** Undoes withdrawals, all of them or none. */
export async function restoreEquivalences(
  work: Work,
  ids: readonly string[],
): Promise<{ count: number } | Refusal> {
  return eachOf(ids, (id) => restoreEquivalence(work, id))
}

/** Undoes changes or renewals, all of them or none; named by what stood before. */
export async function undoRevisions(
  work: Work,
  ids: readonly string[],
): Promise<{ count: number } | Refusal> {
  return eachOf(ids, (id) => undoRevision(work, id))
}

async function eachOf(
  ids: readonly string[],
  verb: (id: string) => Promise<EquivalenceRow | Refusal>,
): Promise<{ count: number } | Refusal> {
  const wanted = [...new Set(ids)].slice(0, mostAtOnce)
  if (wanted.length === 0) return refuse(422, m('equivalence.refusal.none-chosen'))
  for (const id of wanted) {
    const result = await verb(id)
    if (isRefused(result)) return result
  }
  return { count: wanted.length }
}

async function chosenOnes(
  work: Work,
  ids: readonly string[],
): Promise<{ rows: EquivalenceRow[] } | Refusal> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return refuse(422, m('equivalence.refusal.none-chosen'))
  if (wanted.length > mostAtOnce) {
    return refuse(422, m('equivalence.refusal.too-many', { limit: mostAtOnce }))
  }
  const found = await equivalencesForUpdate(work, wanted)
  const rows = wanted.flatMap((id) => found.get(id) ?? [])
  const mine = rows.every((row) => work.may('recognition.equivalence.edit', row))
  if (rows.length < wanted.length || !mine) return absent()
  const gone = rows.some((row) => row.withdrawnAt !== null)
  return gone ? refuse(409, m('equivalence.refusal.withdrawn')) : { rows }
}

function absent(): Refusal {
  return refuse(404, m('equivalence.refusal.absent'))
}

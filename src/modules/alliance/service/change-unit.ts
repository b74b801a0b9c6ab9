import { isRefused, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { unitChanged } from '../entries.ts'
import { type UnitInput, unitSchema } from '../inputs.ts'
import { absent, faulty, taken } from './refusals.ts'

/**
 * Changes what a unit is called, its code, its kind and what it is a part of; whether it is open stays as it is. Refuses a
 * code that another unit has, and a place inside of itself.
 */
export async function changeUnit(
  work: Work,
  organisationId: string,
  id: string,
  given: UnitInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(unitSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.unit.change', { organisation_id: organisationId })) return absent()
  // All of them: two changes at once could each put one unit under the other.
  const units = await work.read
    .selectFrom('units')
    .select(['id', 'parent_id', 'code'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (!units.some((unit) => unit.id === id)) return absent()
  const parentId = input.parentId ?? null
  if (parentId !== null) {
    const parents = new Map(units.map((unit) => [unit.id, unit.parent_id]))
    if (!parents.has(parentId)) return faulty('parentId', 'fault.unknown-unit')
    if (isWithin(parentId, id, parents)) return faulty('parentId', 'fault.unit-in-itself')
  }
  const code = input.code ?? null
  if (code !== null && units.some((unit) => unit.code === code && unit.id !== id)) {
    return taken('code', 'fault.code-taken')
  }
  const entry = unitChanged({
    object: { kind: 'unit', id },
    organisationIds: [organisationId],
    data: { code },
  })
  return work.write(entry, async (tx) => {
    await tx
      .updateTable('units')
      .set({ names: JSON.stringify(input.names), code, kind: input.kind, parent_id: parentId })
      .where('id', '=', id)
      .execute()
    return { id }
  })
}

/** Whether a unit is this one, or a part of it at any depth. */
function isWithin(unit: string, of: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at: string | null = unit; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === of) return true
    seen.add(at)
  }
  return false
}

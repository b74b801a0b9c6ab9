import { randomUUIDv7 } from 'node:crypto'
import { now, organisations, people, type World } from './world.fixture.ts'

/** Two units of Assumption University: one with an evaluator of its own, and one without. */
export const units = {
  arts: '01980000-000b-7000-8000-0000000000a1',
  law: '01980000-000b-7000-8000-0000000000a2',
} as const

/** Who evaluates in the unit of arts, and nowhere else. */
export const evaluatorOfArts = people.academicMentorAu

/** Puts the units into the world, with the home courses that the arts teach. */
export async function withUnits(world: World, coursesOfArts: readonly string[]): Promise<void> {
  const tx = world.database.kysely
  await tx
    .insertInto('units')
    .values(
      Object.entries(units).map(([name, id]) => ({
        id,
        origin: 'test.example',
        organisation_id: organisations.au,
        parent_id: null,
        names: JSON.stringify({ en: `School of ${name}` }),
        kind: 'school' as const,
        closed_on: null,
      })) as never,
    )
    .execute()
  await world.rows('delete from appointments where person_id = $1', [evaluatorOfArts])
  await appointInUnit(world, evaluatorOfArts, units.arts)
  await world.rows(
    'update courses set unit_id = $1 where organisation_id = $2 and code = any($3)',
    [units.arts, organisations.au, [...coursesOfArts]],
  )
}

/** Makes a person an evaluator in a unit. */
export async function appointInUnit(world: World, person: string, unit: string): Promise<void> {
  await world.database.kysely
    .insertInto('appointments')
    .values({
      id: randomUUIDv7(),
      person_id: person,
      role: 'evaluator',
      organisation_id: organisations.au,
      unit_id: unit,
      starts_on: '2020-01-01',
      created_at: now,
    } as never)
    .execute()
}

import { randomUUIDv7 } from 'node:crypto'
import type { Writer } from '#kernel/database'
import { cast } from '#modules/alliance'

/** Puts an equivalence of Peking University's courses at Assumption University into force. */
export async function standing(
  tx: Writer,
  given: {
    hosts: readonly (readonly string[])[]
    homes: readonly (readonly [code: string, credit: string])[]
    share?: string | null
  },
): Promise<string> {
  const equivalence_id = randomUUIDv7()
  const pair = {
    home_organisation_id: cast.organisations.au,
    host_organisation_id: cast.organisations.pku,
  }
  await tx
    .insertInto('equivalences')
    .values({
      id: equivalence_id,
      origin: 'test.example',
      ...pair,
      package_accept: null,
      degree_programme_id: null,
      content_share: given.share ?? null,
      valid_from: '2020-01-01',
      valid_to: null,
      judged_by: cast.people.evaluatorAu,
      judged_on: '2025-05-05',
      from_case_id: null,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute()
  const hosts = given.hosts.flatMap((codes, requirement) =>
    codes.map((course_code) => ({ course_code, requirement })),
  )
  await tx
    .insertInto('equivalence_host_courses')
    .values(
      hosts.map((each, position) => ({ equivalence_id, ...pair, position, titles: '{}', ...each })),
    )
    .execute()
  await tx
    .insertInto('equivalence_home_courses')
    .values(
      given.homes.map(([course_code, credit], position) => ({
        equivalence_id,
        home_organisation_id: cast.organisations.au,
        position,
        course_code,
        titles: JSON.stringify({ en: `Home ${course_code}`, th: `วิชา ${course_code}` }),
        credit,
      })),
    )
    .execute()
  return equivalence_id
}

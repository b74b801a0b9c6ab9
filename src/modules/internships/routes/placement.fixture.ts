// What tests of a placement need of it: an agreement as signing would have left it, and a job run by itself.
import type { Services } from '#kernel/http'
import type { JobType } from '#kernel/jobs'
import type { TestSite } from '../../../../test/harness/site.ts'
import { agreementForm, textOf } from '../rules/agreement.ts'

/** Who the mentors are whom an agreement names, and what is otherwise said in it. */
interface Named {
  tutorName: string
  tutorEmail: string
  mentorName: string
  mentorEmail: string
  hostLanguage: string
}

/** Gives a placement the agreement that all have signed. */
export async function agreeOn(site: TestSite, placementId: string, named: Named): Promise<void> {
  const text = textOf(
    agreementForm.parse({
      form: 'zh',
      startsOn: '2026-10-15',
      endsOn: '2027-01-13',
      hoursPerWeek: '16',
      basis: 'embedded',
      means: 'either',
      ...named,
    }),
  )
  const { database } = site.house
  await database.execute(
    `insert into internship_agreement_versions (placement_id, number, text, sha256, sent_at)
      values ($1, 1, $2, repeat('a', 64), $3)`,
    [placementId, JSON.stringify(text), site.clock.now],
  )
  await database.execute(
    `update internship_agreements set agreed_version = 1, agreed_on = '2026-10-20' where placement_id = $1`,
    [placementId],
  )
}

/** Does once, at the time of the site's clock, what a job does every morning. */
export function runNow(site: TestSite, job: JobType<Record<string, never>, Services>) {
  return job.run(
    {
      database: site.house.database,
      runner: site.house.runner,
      services: site.services,
      context: { actor: { kind: 'system', name: 'test' }, now: site.clock.now, language: 'en' },
      attempt: 1,
      signal: new AbortController().signal,
    },
    {},
  )
}

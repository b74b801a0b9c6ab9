import { isRefused, personOf, type Work } from '#kernel/database'
import type { Services } from '#kernel/http'
import { enqueue, jobType, oneByOne } from '#kernel/jobs'
import type { FieldGroup } from '../consent-schema.ts'
import { requestConsent, type RequestConsent } from './consents.ts'

/** Whom to ask for which kinds of data, under the same terms for all. */
interface AskMany {
  terms: Omit<RequestConsent, 'personId' | 'fieldGroups'>
  people: { personId: string; fieldGroups: readonly FieldGroup[] }[]
}

/** Asks many people one by one, each in a transaction of their own; asked twice, nobody is told twice. */
export const askManyJob = jobType<AskMany, Services>('privacy.ask-many', {
  retries: 5,
  timeoutSeconds: 3600,
  async run(job, { terms, people }) {
    const { runner, context } = job
    const parts = oneByOne(job)
    for (const asked of people) {
      await parts.attempt(asked.personId, () =>
        runner.perform(context, async (work) => {
          const done = await requestConsent(work, { ...terms, ...asked })
          if (isRefused(done)) throw new Error(done.message.key)
        }),
      )
    }
    parts.end()
  },
})

/** Leaves the asking to a job: thousands of letters are no part of one request. */
export async function askMany(work: Work, { terms, people }: AskMany): Promise<void> {
  if (people.length === 0) return
  await enqueue(work, askManyJob, { terms: { ...terms, askedBy: personOf(work.actor) }, people })
}

import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { enqueue } from '#kernel/jobs'
import { dataExported } from '../entries.ts'
import { makeCopyJob } from '../jobs.ts'
import { m } from '../messages/index.ts'
import { placesOfPerson } from '../queries/people.ts'

/** Somebody's copy, and how it was asked for where somebody of the house takes it for them. */
export interface AskCopy {
  personId: string
  takenDown: string | null
}

/** Tells the chronicle that a copy of somebody's data goes out at once. */
export async function noteCopy(
  work: Work,
  { personId, takenDown }: AskCopy,
  format: 'json' | 'zip',
): Promise<void> {
  await work.write(await copied(work, { personId, takenDown }, format), async () => {})
}

/** Asks for an archive that a job makes, because its files are large. One at a time. */
export async function askCopy(work: Work, input: AskCopy): Promise<{ copyId: string } | Refusal> {
  const waiting = await work.read
    .selectFrom('data_exports')
    .select('id')
    .where('person_id', '=', input.personId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  const self = personOf(work.actor)
  if (waiting || self === null) return refuse(409, m('copy.waits-already'))
  const copyId = randomUUIDv7()
  await work.write(await copied(work, input, 'zip'), (tx) =>
    tx
      .insertInto('data_exports')
      .values({
        id: copyId,
        person_id: input.personId,
        asked_by: self,
        taken_down: input.takenDown,
        state: 'waiting',
        asked_at: work.now,
        file_id: null,
        size_bytes: null,
        ready_at: null,
        expires_at: null,
      })
      .execute(),
  )
  await enqueue(work, makeCopyJob, { copyId })
  return { copyId }
}

async function copied(work: Work, { personId, takenDown }: AskCopy, format: 'json' | 'zip') {
  return dataExported({
    object: { kind: 'person', id: personId },
    organisationIds: (await placesOfPerson(work, personId)).map(({ id }) => id),
    personId,
    data: { format, by: takenDown === null ? 'self' : 'house' },
    ...(takenDown === null ? {} : { personal: { reason: takenDown } }),
  })
}

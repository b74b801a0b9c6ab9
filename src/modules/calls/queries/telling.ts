import type { Work } from '#kernel/database'

/** The applications of a call whose applicants are not told yet. */
export async function untoldApplications(work: Work, callId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('call_applications')
    .select('id')
    .where('call_id', '=', callId)
    .where('state', '=', 'submitted')
    .where('outcome', 'is not', null)
    .where('told_at', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who is accepted in a call, whose offers are made now; whoever withdraws waits for the call, which is locked. */
export async function acceptedIn(work: Work, callId: string) {
  return work.read
    .selectFrom('call_applications')
    .select(['id', 'person_id', 'destination_id'])
    .where('call_id', '=', callId)
    .where('state', '=', 'submitted')
    .where('outcome', '=', 'accepted')
    .orderBy('number')
    .execute()
}

/** The destination of each seat that was given and withdrawn since the office last decided in a call: it has not seen them free. */
export async function givenUpSeats(work: Work, callId: string): Promise<(string | null)[]> {
  const rows = await work.read
    .selectFrom('call_applications')
    .select('destination_id')
    .where('call_id', '=', callId)
    .where('state', '=', 'withdrawn')
    .where('outcome', '=', 'accepted')
    .where('withdrawn_at', '>=', (eb) =>
      eb
        .selectFrom('call_decisions as d')
        .select((inner) => inner.fn.max('d.decided_at').as('at'))
        .where('d.call_id', '=', callId),
    )
    .orderBy('withdrawn_at')
    .orderBy('number')
    .execute()
  return rows.map(({ destination_id: id }) => id)
}

/** Offers whose day is over without a reply. */
export async function overdueOffers(work: Work): Promise<string[]> {
  const rows = await work.read
    .selectFrom('call_applications')
    .select('id')
    .where('state', '=', 'submitted')
    .where('outcome', '=', 'accepted')
    .where('reply', 'is', null)
    .where('reply_due_at', '<=', work.now)
    .orderBy('reply_due_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who waits for a seat of a call, the first of the list first; locked, so that two seats never go to one person. */
export async function waitingFor(work: Work, callId: string) {
  return work.read
    .selectFrom('call_applications')
    .select(['id', 'person_id', 'answers', 'number', 'waiting_place'])
    .where('call_id', '=', callId)
    .where('state', '=', 'submitted')
    .where('outcome', '=', 'waiting')
    .orderBy('waiting_place')
    .orderBy('number')
    .forUpdate()
    .execute()
}

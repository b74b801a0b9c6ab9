import type { Work } from '#kernel/database'

/** What the office holds of a person, for the export that they may ask for. */
export async function exportOffice(work: Work, personId: string) {
  return {
    postings: await exportPostings(work, personId),
    referrals: await exportReferrals(work, personId),
    committee: await exportCommittee(work, personId),
  }
}

/** What was entered on a person's record, or sent to be: for the export that they may ask for. */
function exportPostings(work: Work, personId: string) {
  return work.read
    .selectFrom('posting_items as i')
    .innerJoin('posting_batches as b', 'b.id', 'i.batch_id')
    .innerJoin('recognition_cases as c', 'c.id', 'i.case_id')
    .select([
      'c.number',
      'b.number as batch',
      'i.act',
      'i.home_course_code',
      'i.credit',
      'i.grade',
      'i.cells',
      'i.state',
      'i.settled_at',
      'i.note',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('b.created_at')
    .orderBy('i.position')
    .execute()
}

/**
 * Empties the cells of a person's rows, which have their name in them; course, credit and grade stay with the decision.
 * The file of such a batch is no longer what was sent, and says so by its hash.
 */
export async function erasePostings(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('posting_items')
      .set({ cells: JSON.stringify([]), note: '', answer: null })
      .where(
        'case_id',
        'in',
        tx.selectFrom('recognition_cases').select('id').where('person_id', '=', personId),
      )
      .execute(),
  )
}

/** What units were asked about a person's cases, and what they answered. */
function exportReferrals(work: Work, personId: string) {
  return work.read
    .selectFrom('line_referrals as r')
    .innerJoin('recognition_cases as c', 'c.id', 'r.case_id')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .select(['c.number', 'u.names as unit', 'r.question', 'r.asked_at', 'r.state', 'r.closed_at'])
    .select(['r.verdict', 'r.home_course_code', 'r.home_credit', 'r.reason', 'r.second_reason'])
    .where('c.person_id', '=', personId)
    .orderBy('r.asked_at')
    .execute()
}

/** Forgets the words of questions about a person's cases; the verdict and its reason stay with the line. */
export async function eraseReferrals(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('line_referrals')
      .set({ question: '' })
      .where(
        'case_id',
        'in',
        tx.selectFrom('recognition_cases').select('id').where('person_id', '=', personId),
      )
      .execute(),
  )
}

/** Moves what a person asked units, and answered for one, to the person who stays. */
export async function mergeReferrals(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('line_referrals')
      .set({ asked_by: into })
      .where('asked_by', '=', from)
      .execute()
    await tx
      .updateTable('line_referrals')
      .set({ closed_by: into })
      .where('closed_by', '=', from)
      .execute()
  })
}

/** What committees had on their lists about a person's cases, and what they made of it. */
function exportCommittee(work: Work, personId: string) {
  return work.read
    .selectFrom('committee_items as i')
    .innerJoin('recognition_cases as c', 'c.id', 'i.case_id')
    .innerJoin('committee_sittings as s', 's.id', 'i.sitting_id')
    .select(['c.number', 's.held_on', 'i.proposal', 'i.outcome', 'i.reason', 'i.lines'])
    .select('i.second_reason')
    .where('c.person_id', '=', personId)
    .orderBy('s.held_on')
    .execute()
}

/** Moves the seat of a person in sittings whose minutes are not approved; approved minutes name who was there. */
export async function mergeSeats(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    for (const column of ['chair_id', 'secretary_id', 'created_by'] as const) {
      await tx
        .updateTable('committee_sittings')
        .set({ [column]: into })
        .where(column, '=', from)
        .where('state', '=', 'planned')
        .execute()
    }
    const seats = await tx
      .selectFrom('committee_members as k')
      .innerJoin('committee_sittings as s', 's.id', 'k.sitting_id')
      .select(['k.sitting_id', 'k.is_present'])
      .where('k.person_id', '=', from)
      .where('s.state', '=', 'planned')
      .execute()
    for (const { sitting_id, is_present } of seats) {
      await tx
        .insertInto('committee_members')
        .values({ sitting_id, person_id: into, is_present })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await tx
        .deleteFrom('committee_members')
        .where('sitting_id', '=', sitting_id)
        .where('person_id', '=', from)
        .execute()
    }
  })
}

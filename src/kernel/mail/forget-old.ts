import type { KeptPeriods, Work } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { addMonths } from '#kernel/values'

/** So many at a time: a node that begins to forget after years does not hold its tables for minutes. */
const batchSize = 2_000

/** The instant before which what is kept for so many months is forgotten. */
export function forgottenBefore(now: Date, months: number): Date {
  const day = addMonths(now.toISOString().slice(0, 10), -months)
  return new Date(`${day}${now.toISOString().slice(10)}`)
}

/**
 * Forgets a batch of mails that are older than the months given, with what had failed of them, and mails that came in
 * and were filed: what they brought lies where it was filed. What still waits to go out or to be filed stays. Returns
 * how many went.
 */
export async function forgetOldMails(work: Work, months: number): Promise<number> {
  const before = forgottenBefore(work.now, months)
  return work.writeUnchronicled(async (tx) => {
    const old = await tx
      .selectFrom('mails')
      .select('id')
      .where('created_at', '<', before)
      .where('state', '<>', 'waiting')
      .orderBy('created_at')
      .limit(batchSize)
      .execute()
    const filed = await tx
      .selectFrom('incoming_mails')
      .select('id')
      .where('received_at', '<', before)
      .where('filed_at', 'is not', null)
      .orderBy('received_at')
      .limit(batchSize)
      .execute()
    const [mails, incoming] = [old, filed].map((rows) => rows.map(({ id }) => id)) as [
      string[],
      string[],
    ]
    if (incoming.length > 0) {
      await tx.deleteFrom('incoming_mail_attachments').where('mail_id', 'in', incoming).execute()
      await tx.deleteFrom('incoming_mails').where('id', 'in', incoming).execute()
    }
    if (mails.length > 0) {
      await tx
        .updateTable('incoming_mails')
        .set({ answers_mail_id: null })
        .where('answers_mail_id', 'in', mails)
        .execute()
      await tx.deleteFrom('mails').where('id', 'in', mails).execute()
    }
    return mails.length + incoming.length
  })
}

/** Every night: forgets mails whose time is over. */
export const forgetOldMailsJob = jobType<Record<string, never>, { kept: KeptPeriods }>(
  'mail.forget-old',
  {
    schedule: { dailyAt: '02:40' },
    timeoutSeconds: 1800,
    async run({ runner, context, services, signal }) {
      const forget = (work: Work) => forgetOldMails(work, services.kept.mailsMonths)
      while (!signal.aborted && (await runner.perform(context, forget)) > 0);
    },
  },
)

import type { Selectable } from 'kysely'
import type { Work } from '#kernel/database'
import { jobType, type JobRun } from '#kernel/jobs'
import { restoreContent } from './content.ts'
import { mailFailed } from './entries.ts'
import { noServerTookIt } from './failure-reasons.ts'
import type { DeliveryResult, Mailer } from './mailer.ts'
import type { MailsTable } from './schema.ts'

/** Further attempts after the first: over two days in all. */
const retries = 12

/**
 * Delivers one mail. A refusal for good marks it as failed; a server that is busy, silent or away is tried again.
 * When the process dies between the server's yes and the note of it, the mail goes out twice with one Message-ID.
 */
export const deliverMail = jobType<{ mailId: string }, { mail: Mailer }>('mail.deliver', {
  retries,
  backoff: { firstSeconds: 30, longestSeconds: 6 * 3600 },
  timeoutSeconds: 120,
  async run(job, { mailId }) {
    const row = await job.database.kysely
      .selectFrom('mails')
      .selectAll()
      .where('id', '=', mailId)
      .executeTakeFirst()
    if (row === undefined || row.state !== 'waiting' || row.content === null) return
    await note(job, row, await attempt(job, row))
  },
})

async function attempt(
  job: JobRun<{ mail: Mailer }>,
  row: Selectable<MailsTable>,
): Promise<DeliveryResult> {
  try {
    return await job.services.mail.deliver({
      id: row.id,
      to: { address: row.to_address, name: row.to_name },
      language: row.language,
      content: restoreContent(row.content),
      settingsPath: row.settings_path,
      oneClickPath: row.one_click_path,
      createdAt: row.created_at,
    })
  } catch (error) {
    if (job.attempt <= retries) throw error
    return {
      kind: 'refused',
      reason: `${noServerTookIt}: ${(error as Error).message}`.slice(0, 500),
    }
  }
}

async function note(
  job: JobRun<{ mail: Mailer }>,
  row: Selectable<MailsTable>,
  result: DeliveryResult,
): Promise<void> {
  await job.runner.perform(job.context, async (work) => {
    if (result.kind === 'refused') {
      await markFailed(work, row, 'failed', result.reason)
      return
    }
    const gone = result.kind === 'sent'
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('mails')
        .set({
          state: result.kind,
          sent_at: gone ? work.now : null,
          ...(gone ? { one_click_path: null } : {}),
          ...(gone && row.secret ? { content: null } : {}),
        })
        .where('id', '=', row.id)
        .where('state', '=', 'waiting')
        .execute(),
    )
  })
}

/** Marks a mail as failed or bounced, with an entry that tells those who wait for its answer. */
export async function markFailed(
  work: Work,
  mail: { id: string; person_id: string | null; secret: boolean },
  state: 'failed' | 'bounced',
  reason: string,
): Promise<void> {
  const entry = mailFailed({
    object: { kind: 'mail', id: mail.id },
    personId: mail.person_id,
    data: { state },
    personal: { reason },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mails')
      .set({
        state,
        failure: reason,
        failed_at: work.now,
        one_click_path: null,
        ...(mail.secret ? { content: null } : {}),
      })
      .where('id', '=', mail.id)
      .execute(),
  )
}

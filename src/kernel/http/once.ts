import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isRefused, type Work, type WorkContext, type WorkRunner } from '#kernel/database'
import type { Answer, FormInput } from './types.ts'
import './schema.ts'

// A form that goes twice (a button pressed twice, a page sent again on the way back) is done once. Which form it is, its
// token says: every page that is rendered has a token of its own. What was done is written with it, in the transaction
// of the first verb, so that two at once cannot both be first; the second gets the answer of the first. What only makes
// ready (a file that is put aside for the verb) claims nothing: a process that dies after it leaves the form to be sent.

/** A form as it came: which one on which page, and what it says. */
export interface Sending {
  form: Buffer
  content: Buffer
}

/** Runs the handler of a form that was sent, once for each time that it was meant. */
export interface Once {
  perform<T>(verb: (work: Work) => Promise<T>): Promise<T>
  /** Runs what comes before the verb and may be done twice without harm. */
  prepare<T>(verb: (work: Work) => Promise<T>): Promise<T>
  answer(handle: () => Promise<Answer>): Promise<Answer>
  /** The word that goes with a redirect, as it is sealed. */
  says(flash: string): void
  /** The answer sets a cookie that is only for this request: nobody else gets it. */
  answersAlone(): void
}

interface OnceParts {
  runner: WorkRunner
  context: WorkContext
  requestId: string
  /** Null for what is no form of a page: it is done as often as it comes. */
  sending: Sending | null
  /** The answer for whoever sends again what was done, where the first answer is not known. */
  alreadySent: () => Answer
  /** Sets the word that goes with a redirect. */
  putFlash: (flash: string) => void
}

const patienceMs = 2000
const pauseMs = 50

class AlreadySent extends Error {}

/** What tells one form that was sent from another; null where its token names no page. */
export function sendingOf(
  token: string,
  sessionId: string | null,
  path: string,
  { values, uploads }: FormInput,
): Sending | null {
  const rendering = token.split('.')[1]
  if (!rendering) return null
  const content = createHash('sha256').update(JSON.stringify(values))
  for (const [name, files] of Object.entries(uploads)) {
    for (const file of files) content.update(JSON.stringify([name, file.name])).update(file.bytes)
  }
  const form = createHash('sha256').update(JSON.stringify([rendering, sessionId, path]))
  return { form: form.digest(), content: content.digest() }
}

/** Guards the handler of one request against being the second of the same form. */
export function createOnce(parts: OnceParts): Once {
  const { runner, context, sending } = parts
  if (sending === null) {
    return {
      perform: (verb) => runner.perform(context, verb),
      prepare: (verb) => runner.perform(context, verb),
      answer: (handle) => handle(),
      says: () => {},
      answersAlone: () => {},
    }
  }
  let isClaimed = false
  let isAlone = false
  let flash: string | null = null
  return {
    async perform(verb) {
      const isFirst = !isClaimed
      try {
        const result = await runner.perform(context, async (work) => {
          if (isFirst) await claim(work, sending, parts.requestId)
          return verb(work)
        })
        if (!isRefused(result)) isClaimed = true
        return result
      } catch (error) {
        // Half of it is done: whoever sends it again means the other half.
        if (!isFirst) await settle(parts, sending, null, null).catch(() => {})
        throw error
      }
    },
    prepare: (verb) => runner.perform(context, verb),
    async answer(handle) {
      for (const giveUpAt = performance.now() + patienceMs; ;) {
        try {
          const answer = await handle()
          if (isClaimed) await settle(parts, sending, isAlone ? null : answer, flash)
          return answer
        } catch (error) {
          if (!(error instanceof AlreadySent)) throw error
        }
        const first = await answerOfFirst(runner.reading(context), sending, giveUpAt)
        if (first === 'not-done') continue
        if (first === 'unknown') return parts.alreadySent()
        if (first.flash !== null) parts.putFlash(first.flash)
        return { kind: 'redirect', to: first.location }
      }
    },
    says: (text) => void (flash = text),
    answersAlone: () => void (isAlone = true),
  }
}

/** Writes that the form is being done, with what it does; throws where that was done already. */
async function claim(work: Work, { form, content }: Sending, requestId: string): Promise<void> {
  const row = {
    form,
    content,
    request_id: requestId,
    location: null,
    flash: null,
    sent_at: work.now,
  }
  const claimed = await work.writeUnchronicled((tx) =>
    tx
      .insertInto('sent_forms')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('form')
          .doUpdateSet((eb) => ({
            content: eb.ref('excluded.content'),
            request_id: eb.ref('excluded.request_id'),
            location: null,
            flash: null,
            sent_at: eb.ref('excluded.sent_at'),
          }))
          .where((eb) =>
            eb.or([
              eb('sent_forms.content', '<>', eb.ref('excluded.content')),
              eb('sent_forms.request_id', '=', eb.ref('excluded.request_id')),
            ]),
          ),
      )
      .returning('form')
      .executeTakeFirst(),
  )
  if (claimed === undefined) throw new AlreadySent('The form was sent before')
}

/** Keeps where the answer led; an answer that is a page or a file is given anew to whoever sends again. */
async function settle(
  { runner, context, requestId }: OnceParts,
  { form }: Sending,
  answer: Answer | null,
  flash: string | null,
): Promise<void> {
  await runner.perform(context, (work) =>
    work.writeUnchronicled(async (tx) => {
      if (answer?.kind === 'redirect' && answer.to.startsWith('/')) {
        await tx
          .updateTable('sent_forms')
          .set({ location: answer.to, flash })
          .where('form', '=', form)
          .where('request_id', '=', requestId)
          .execute()
      } else {
        await tx
          .deleteFrom('sent_forms')
          .where('form', '=', form)
          .where('request_id', '=', requestId)
          .execute()
      }
    }),
  )
}

type First = { location: string; flash: string | null } | 'not-done' | 'unknown'

/** The answer of the first, which may be under way; unknown where its process ended before it had answered. */
async function answerOfFirst(work: Work, sending: Sending, giveUpAt: number): Promise<First> {
  for (;;) {
    const row = await work.read
      .selectFrom('sent_forms')
      .select(['location', 'flash'])
      .where('form', '=', sending.form)
      .where('content', '=', sending.content)
      .executeTakeFirst()
    if (row === undefined) return 'not-done'
    if (row.location !== null) return { location: row.location, flash: row.flash }
    if (performance.now() > giveUpAt) return 'unknown'
    await wait(pauseMs)
  }
}

/** Forgets the forms that nobody will send again. */
export async function forgetSentForms(work: Work): Promise<void> {
  const before = new Date(work.now.getTime() - 3_600_000)
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('sent_forms').where('sent_at', '<', before).execute(),
  )
}

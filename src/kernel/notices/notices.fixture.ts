import { createPolicy } from '#kernel/access'
import { appendEntries } from '#kernel/chronicle'
import { createWorkRunner, type Database, type Work, type WorkRunner } from '#kernel/database'
import { readActLink } from '#kernel/identity'
import { createJobRunner } from '#kernel/jobs'
import {
  createMailer,
  deliverMail,
  type MailAct,
  mailMessages,
  outbox,
  type OutboxMail,
} from '#kernel/mail'
import { catalogue, createTranslator } from '#kernel/messages'
import { type OpenTask, openTask, taskRules, tellOfTask as tellJob } from '#kernel/tasks'
import { testDatabase } from '../../../test/harness/database.ts'
import {
  type MailReader,
  noticeJobs,
  noticeKind,
  noticeMessages,
  noticeRules,
  type NoticeServices,
  notify,
  type Notify,
  tellOfTask,
} from './index.ts'

const base = await testDatabase(
  ['jobs', 'chronicle', 'mail', 'identity', 'tasks', 'notices'].map((name) => ({
    name,
    directory: new URL(`../${name}/migrations/`, import.meta.url),
  })),
)
export const policy = createPolicy([...taskRules, ...noticeRules])
export const monday = new Date('2026-11-23T02:00:00Z')
export const malee = '01a20306-0000-7000-8000-000000000001'
export const chloe = '01a20306-0000-7000-8000-000000000002'
export const au = '01a20306-0000-7000-8000-0000000000aa'
export const texts = { label: 'Decisions', decided: 'Case {n} is decided' }
export const t = catalogue('test', { en: texts, 'zh-Hans': texts, th: texts, ko: texts, fr: texts })
export const translator = createTranslator([
  t.catalogue,
  mailMessages.catalogue,
  noticeMessages.catalogue,
])
export const daily = noticeKind('test.case-decided', t('label'))
export const urgent = noticeKind('test.case-urgent', t('label'), 'immediate')
export const readers: Record<string, MailReader> = {
  [malee]: {
    address: 'malee@au.example',
    name: 'Malee',
    language: 'th',
    timeZone: 'Asia/Bangkok',
    country: 'TH',
  },
  [chloe]: {
    address: 'chloe@paris.example',
    name: 'Chloé',
    language: 'fr',
    timeZone: 'Europe/Paris',
    country: 'FR',
  },
}

export interface House {
  database: Database
  runner: WorkRunner
  drain(now: Date): Promise<unknown>
  mails(): Promise<string[]>
  /** What went out, the oldest first. */
  letters(): Promise<OutboxMail[]>
}

/** The evaluators of the test are Malee and Chloé; a test may offer an act of its own. */
const notices: NoticeServices = {
  readerOf: async (_read, id) => readers[id] ?? null,
  actorOf: async (_read, id) => evaluator(id).actor,
  holdersOf: async (_read, place) => (place.role === 'evaluator' ? [malee, chloe] : []),
  actsOf: ({ kind, object }) =>
    kind === 'test.question'
      ? [{ action: 'test.answer', objectId: object.id, label: t('label'), maxUses: 1 }]
      : [],
  factsOf: async (_work, tasks) =>
    new Map(
      tasks.map(({ id }) => [
        id,
        {
          who: { personId: chloe, name: 'Ploy' },
          what: { text: 'Peking University', language: 'en' as const },
        },
      ]),
    ),
}

/** A job that fails ends the test, unless the test gathers what failed. */
export async function withHouse(
  run: (house: House) => Promise<void>,
  failures?: unknown[],
): Promise<void> {
  await base.withRollback(async (_kysely, database) => {
    for (const id of [malee, chloe]) {
      await database.execute(
        `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
         values ($1, 'test', '{}', '', '', 'en', 'UTC', 'active', false, $2)`,
        [id, monday],
      )
    }
    const runner = createWorkRunner(database, {
      append: appendEntries,
      decisions: { can: policy.can, scope: policy.scope as never },
    })
    const services = {
      mail: createMailer({
        smtpUrl: null,
        from: 'weft@weft.example',
        origin: 'https://weft.example',
        translator,
      }),
      notices,
      kept: { readsMonths: 24, mailsMonths: 24 },
      tasks: { tell: (work: Work, taskId: string) => tellOfTask(work, notices, taskId) },
    }
    const jobs = createJobRunner({
      database,
      runner,
      jobs: [...noticeJobs, tellJob, deliverMail],
      services,
      now: () => monday,
      onError: ({ error }) => {
        if (!failures) throw error
        failures.push(error)
      },
    })
    await jobs.drain(new Date('2026-11-20T00:00:00Z'))
    await run({
      database,
      runner,
      drain: jobs.drain,
      letters: async () => (await outbox(runner.reading(system(monday)))).toReversed(),
      mails: async () =>
        (await outbox(runner.reading(system(monday)))).map((mail) => mail.to.address).sort(),
    })
  })
}

export async function tell(
  runner: WorkRunner,
  personId: string,
  count: number,
  rest: Partial<Notify> = {},
): Promise<void> {
  await runner.perform(system(monday), async (work) => {
    for (let n = 1; n <= count; n += 1) {
      await notify(work, {
        personId,
        kind: daily,
        message: t('decided', { n }),
        href: `/cases/${n}`,
        ...rest,
      })
    }
  })
}

export function system(now: Date) {
  return { actor: { kind: 'system' as const, name: 'test' }, now, language: 'en' as const }
}

export function person(personId: string) {
  return {
    actor: { kind: 'person' as const, personId, grants: [] },
    now: monday,
    language: 'en' as const,
  }
}

/** Somebody for whom the tasks of evaluators wait. */
export function evaluator(personId: string) {
  const grants = [
    {
      role: 'evaluator',
      organisationId: au,
      programmeId: null,
      objectId: null,
      via: 'appointment' as const,
    },
  ]
  return { ...person(personId), actor: { ...person(personId).actor, grants } }
}

export function forEvaluators(runner: WorkRunner, rest: Partial<OpenTask> = {}): Promise<string> {
  return runner.perform(system(monday), (work) =>
    openTask(work, {
      kind: 'test.decision',
      assignee: { role: 'evaluator', organisationId: au },
      object: { kind: 'case', id: '1' },
      subject: t('decided', { n: 1 }),
      href: '/cases/1',
      ...rest,
    }),
  )
}

/** The links of a letter that act, in their order. */
export function actsOf(letter: OutboxMail | undefined): MailAct[] {
  return (letter?.content?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'acts') return [...block.acts]
    return block.kind === 'list' ? block.items.flatMap((item) => item.acts ?? []) : []
  })
}

export async function linkBehind(runner: WorkRunner, href: string | null | undefined) {
  const token = href?.split('/').at(-1) ?? ''
  return (await readActLink(runner.reading(system(monday)), token))!
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appendEntries } from '#kernel/chronicle'
import { type Actor, createWorkRunner, type WorkRunner } from '#kernel/database'
import { createJobRunner } from '#kernel/jobs'
import {
  createMailer,
  deliverMail,
  erasePersonMails,
  exportPersonMails,
  mailMessages,
  mergePersonMails,
  outbox,
  renderMail,
} from '#kernel/mail'
import { catalogue, createTranslator } from '#kernel/messages'
import { completeTasks, exportPersonTasks, openTask } from '#kernel/tasks'
import { languages } from '#kernel/values'
import { testDatabase } from '../../../test/harness/database.ts'
import { isWorkingTime } from './digest.ts'
import {
  chooseNotices,
  erasePersonNotices,
  exportPersonNotices,
  mergePersonNotices,
  type MailReader,
  markNoticesRead,
  noticeChoices,
  noticeJobs,
  noticeKind,
  noticeMessages,
  noticesFor,
  notify,
  type Notify,
} from './index.ts'

const base = await testDatabase(
  ['jobs', 'chronicle', 'mail', 'tasks', 'notices'].map((name) => ({
    name,
    directory: new URL(`../${name}/migrations/`, import.meta.url),
  })),
)
const monday = new Date('2026-11-23T02:00:00Z')
const malee = '01a20306-0000-7000-8000-000000000001'
const chloe = '01a20306-0000-7000-8000-000000000002'
const texts = { label: 'Decisions', decided: 'Case {n} is decided' }
const t = catalogue('test', { en: texts, 'zh-Hans': texts, th: texts, ko: texts, fr: texts })
const translator = createTranslator([t.catalogue, mailMessages.catalogue, noticeMessages.catalogue])
const daily = noticeKind('test.case-decided', t('label'))
const urgent = noticeKind('test.case-urgent', t('label'), 'immediate')
const readers: Record<string, MailReader> = {
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

test('a digest gathers a day’s news once, in the reader’s language and working hours', async () => {
  await withHouse(async ({ runner, drain, mails }) => {
    await tell(runner, malee, 3)
    await tell(runner, chloe, 1)
    await drain(monday)
    assert.deepEqual(await mails(), ['malee@au.example'])
    await drain(new Date('2026-11-23T02:15:00Z'))
    await tell(runner, malee, 1)
    await drain(new Date('2026-11-23T04:00:00Z'))
    assert.deepEqual(await mails(), ['malee@au.example'])
    await drain(new Date('2026-11-23T09:00:00Z'))
    assert.deepEqual(await mails(), ['chloe@paris.example', 'malee@au.example'])
    await drain(new Date('2026-11-24T02:00:00Z'))
    assert.deepEqual(await mails(), ['chloe@paris.example', 'malee@au.example', 'malee@au.example'])
  })
})

test('a digest says what is new and what waits, with links, in every language', async () => {
  for (const language of languages) {
    await withHouse(async ({ runner, drain }) => {
      readers[malee]!.language = language
      await runner.perform(system(monday), (work) =>
        openTask(work, {
          kind: 'test.decision',
          assignee: { personId: malee },
          object: { kind: 'case', id: '1' },
          subject: t('decided', { n: 1 }),
          href: '/cases/1',
          dueOn: '2026-11-20',
        }),
      )
      await tell(runner, malee, 32)
      await drain(monday)
      const [mail] = await outbox(runner.reading(system(monday)))
      const rendering = {
        language,
        t: translator.for(language),
        origin: 'https://weft.example',
        settingsPath: mail!.settingsPath,
      }
      const { subject, text } = renderMail(mail!.content!, rendering)
      assert.match(subject, /32/)
      assert.match(text, /- Case 1 is decided\n {2}https:\/\/weft\.example\/.*\/cases\/1/)
      assert.match(text, /\/inbox/)
      assert.match(text, /\/account\/notices/)
      assert.equal(text.match(/Case \d+ is decided/g)?.length, 30)
    })
  }
  readers[malee]!.language = 'th'
})

test('no mail tells what was read on the page, what is done, or what nobody wants', async () => {
  await withHouse(async ({ runner, drain, mails }) => {
    const me = person(malee)
    const taskId = await runner.perform(system(monday), (work) =>
      openTask(work, {
        kind: 'test.decision',
        assignee: { personId: malee },
        object: { kind: 'case', id: '1' },
        subject: t('decided', { n: 1 }),
        href: '/cases/1',
      }),
    )
    await tell(runner, malee, 1)
    await runner.perform(me, (work) => markNoticesRead(work))
    await tell(runner, malee, 1, { taskId })
    await runner.perform(me, (work) => completeTasks(work, [taskId]))
    await tell(runner, malee, 1, { kind: urgent })
    await runner.perform(me, (work) => chooseNotices(work, urgent, 'none'))
    await tell(runner, malee, 1, { kind: urgent })
    await drain(monday)
    assert.deepEqual(await mails(), [])
    assert.equal((await noticesFor(runner.reading(me))).length, 4)
    assert.equal((await noticesFor(runner.reading(me), { unread: true })).length, 3)
    assert.equal((await noticesFor(runner.reading(person(chloe)))).length, 0)
  })
})

test('who wants to know at once gets one mail for each notice, at any hour', async () => {
  await withHouse(async ({ runner, drain, mails }) => {
    await tell(runner, malee, 2, { kind: urgent })
    const night = new Date('2026-11-23T20:00:00Z')
    await drain(night)
    await drain(night)
    assert.equal((await mails()).length, 2)
  })
})

test('choices are one’s own, with the kind’s default where nothing was chosen', async () => {
  await withHouse(async ({ runner }) => {
    await runner.perform(person(malee), (work) => chooseNotices(work, daily, 'immediate'))
    const choices = async (id: string) =>
      (await noticeChoices(runner.reading(person(id)), [daily, urgent])).map(
        (choice) => choice.mail,
      )
    assert.deepEqual(await choices(malee), ['immediate', 'immediate'])
    assert.deepEqual(await choices(chloe), ['daily', 'immediate'])
  })
})

test('a person takes their data with them, is forgotten, or turns out to be another', async () => {
  await withHouse(async ({ runner, mails, drain }) => {
    await tell(runner, malee, 2, { kind: urgent })
    await runner.perform(person(malee), (work) => chooseNotices(work, daily, 'none'))
    await runner.perform(person(malee), (work) => chooseNotices(work, urgent, 'daily'))
    await runner.perform(person(chloe), (work) => chooseNotices(work, urgent, 'immediate'))
    await drain(monday)
    const context = system(monday)
    const exported = JSON.stringify([
      await exportPersonNotices(runner.reading(context), malee),
      await exportPersonMails(runner.reading(context), malee),
      await exportPersonTasks(runner.reading(context), malee),
    ])
    assert.equal(exported.match(/case-urgent/g)?.length, 3)
    assert.equal(exported.match(/malee@au/g)?.length, 2)
    await runner.perform(context, async (work) => {
      await mergePersonNotices(work, malee, chloe)
      await mergePersonMails(work, malee, chloe)
    })
    assert.equal((await noticesFor(runner.reading(person(chloe)))).length, 2)
    const choices = await noticeChoices(runner.reading(person(chloe)), [daily, urgent])
    assert.deepEqual(
      choices.map((choice) => choice.mail),
      ['none', 'immediate'],
    )
    await runner.perform(context, async (work) => {
      await erasePersonNotices(work, chloe)
      await erasePersonMails(work, chloe)
    })
    assert.deepEqual([await mails(), await noticesFor(runner.reading(person(chloe)))], [[], []])
  })
})

test('working time follows the place, its weekend and its holidays', () => {
  const bangkok = { timeZone: 'Asia/Bangkok', country: 'TH' }
  for (const [at, working] of [
    ['2026-11-23T01:00:00Z', true],
    ['2026-11-23T00:59:00Z', false],
    ['2026-11-23T10:00:00Z', false],
    ['2026-11-22T03:00:00Z', false],
    ['2026-12-07T03:00:00Z', false],
  ] as const) {
    assert.equal(isWorkingTime(bangkok, new Date(at)), working, at)
  }
})

interface House {
  runner: WorkRunner
  drain(now: Date): Promise<unknown>
  mails(): Promise<string[]>
}

async function withHouse(run: (house: House) => Promise<void>): Promise<void> {
  await base.withRollback(async (_kysely, database) => {
    const runner = createWorkRunner(database, {
      append: appendEntries,
      decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
    })
    const services = {
      mail: createMailer({
        smtpUrl: null,
        from: 'weft@weft.example',
        origin: 'https://weft.example',
        translator,
      }),
      notices: {
        readerOf: async (_read: unknown, id: string) => readers[id] ?? null,
        actorOf: async (_read: unknown, id: string): Promise<Actor> => person(id).actor,
      },
    }
    const jobs = createJobRunner({
      database,
      runner,
      jobs: [...noticeJobs, deliverMail],
      services,
      now: () => monday,
      onError: ({ error }) => {
        throw error
      },
    })
    await jobs.drain(new Date('2026-11-20T00:00:00Z'))
    await run({
      runner,
      drain: jobs.drain,
      mails: async () =>
        (await outbox(runner.reading(system(monday)))).map((mail) => mail.to.address).sort(),
    })
  })
}

async function tell(
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

function system(now: Date) {
  return { actor: { kind: 'system' as const, name: 'test' }, now, language: 'en' as const }
}

function person(personId: string) {
  return {
    actor: { kind: 'person' as const, personId, grants: [] },
    now: monday,
    language: 'en' as const,
  }
}

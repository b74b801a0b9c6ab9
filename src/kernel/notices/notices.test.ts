import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  erasePersonMails,
  exportPersonMails,
  mergePersonMails,
  outbox,
  renderMail,
} from '#kernel/mail'
import { FailedPartsError } from '#kernel/jobs'
import { completeTasks, exportPersonTasks, openTask } from '#kernel/tasks'
import { languages } from '#kernel/values'
import { isWorkingTime } from './digest.ts'
import {
  chooseNotices,
  erasePersonNotices,
  forgetOldNotices,
  exportPersonNotices,
  markNoticesRead,
  mergePersonNotices,
  noticeChoices,
  noticesFor,
} from './index.ts'
import {
  chloe,
  daily,
  malee,
  monday,
  person,
  readers,
  system,
  t,
  tell,
  translator,
  urgent,
  withHouse,
} from './notices.fixture.ts'

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

test('a notice that cannot be read stops its own reader’s digest and nobody else’s', async () => {
  const failures: unknown[] = []
  await withHouse(async ({ database, runner, drain, mails }) => {
    await tell(runner, malee, 1)
    await tell(runner, chloe, 1)
    await database.execute(`update notices set message = '{"key":1}' where person_id = $1`, [malee])
    await drain(new Date('2026-11-23T09:00:00Z'))
    assert.deepEqual(await mails(), ['chloe@paris.example'])
    const [failure] = failures
    assert.ok(failure instanceof FailedPartsError)
    assert.match(failure.message, /^1 of 2 failed: /)
    assert.deepEqual(
      failure.failed.map(({ part }) => part),
      [malee],
    )
    await database.execute(
      `update notices set message = '{"module":"test","key":"decided","args":{"n":1}}' where person_id = $1`,
      [malee],
    )
    await drain(new Date('2026-11-23T09:01:00Z'))
    assert.deepEqual(await mails(), ['chloe@paris.example', 'malee@au.example'])
    assert.equal(failures.length, 1, 'it is mended by the next attempt')
  }, failures)
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
          // Far away: a reminder would be one thing more, or not, as the jobs happen to come.
          dueOn: '2027-06-01',
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
      assert.match(subject, /33/)
      assert.match(text, /- Case 1 is decided\n {2}https:\/\/weft\.example\/.*\/cases\/1/)
      assert.match(text, /\/inbox/)
      assert.match(text, /\/account\/notices/)
      assert.equal(text.match(/Case \d+ is decided/g)?.length, 31, 'and the task that waits')
      assert.equal(text.match(/https:\/\/weft\.example\/[^/]+\/act\/[\w-]{43}/g)?.length, 2)
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
    assert.equal((await noticesFor(runner.reading(me), { unread: true })).length, 2)
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

test('notices go when their months are over', async () => {
  await withHouse(async ({ database, runner }) => {
    await tell(runner, malee, 2)
    const [kept] = (await noticesFor(runner.reading(person(malee)), { limit: 10 })) as {
      id: string
    }[]
    await database.execute(
      `update notices set created_at = '2024-11-22T00:00:00Z' where id <> $1`,
      [kept!.id],
    )
    const forget = () => runner.perform(system(monday), (work) => forgetOldNotices(work, 24))
    assert.equal(await forget(), 1)
    assert.equal(await forget(), 0)
    const left = await noticesFor(runner.reading(person(malee)), { limit: 10 })
    assert.deepEqual(
      left.map(({ id }) => id),
      [kept!.id],
    )
  })
})

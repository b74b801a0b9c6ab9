import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { appendEntries } from '#kernel/chronicle'
import {
  createWorkRunner,
  type Database,
  isRefused,
  type Refusal,
  type WorkRunner,
} from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import {
  erasePersonMails,
  exportPersonMails,
  fileIncoming,
  type Incoming,
  incomingAttachment,
  incomingMails,
  mergePersonMails,
  outbox,
  readMail,
  recordIncoming,
  sendMail,
  unfileIncoming,
} from './index.ts'
import { m } from './messages/index.ts'

const base = await testDatabase([
  { name: 'jobs', directory: new URL('../jobs/migrations/', import.meta.url) },
  { name: 'chronicle', directory: new URL('../chronicle/migrations/', import.meta.url) },
  { name: 'mail', directory: new URL('migrations/', import.meta.url) },
])
const now = new Date('2026-11-26T03:20:00Z')
const context = { actor: { kind: 'system' as const, name: 'test' }, now, language: 'en' as const }
/** The mail of ours that the mails in `test/mails` answer and return. */
const ourId = '0199a0b0-0000-7000-8000-000000000001'
const officeId = '0199a0b0-0000-7000-8000-0000000000a1'
const caseId = '0199a0b0-0000-7000-8000-0000000000c1'

test('mails of Thai, Chinese, Korean and French programs are read in their own encodings', async () => {
  const read = async (name: string) => {
    const mail = await readMail(real(name))
    assert.ok(!isRefused(mail))
    return mail
  }
  const thai = await read('thai-tis-620')
  assert.equal(thai.from.name, 'รศ. ดร. สมหญิง ใจดี')
  assert.equal(thai.subject, 'ตอบ: คำอธิบายรายวิชา')
  assert.match(thai.body, /ขอส่งคำอธิบายรายวิชา การจัดการมรดกทางวัฒนธรรม/)
  assert.deepEqual(
    thai.attachments.map(({ name }) => name),
    ['คำอธิบาย.pdf'],
  )
  const chinese = await read('chinese-gbk-html')
  assert.deepEqual(
    [chinese.from.name, chinese.subject, chinese.attachments[0]?.name],
    ['李俊', '回复: 成绩单', '成绩单.pdf'],
  )
  assert.match(chinese.body, /附件为2026 年春季学期成绩单，请查收。/)
  assert.doesNotMatch(chinese.body, /alert|<b>/)
  const korean = await read('korean-8bit')
  assert.deepEqual([korean.from.name, korean.subject], ['김서연', '회신: 강의계획서'])
  assert.match(korean.body, /안녕하십니까\. 강의계획서를 보내 드립니다\./)
  const french = await read('french-latin-9')
  assert.deepEqual([french.from.name, french.subject], ['Hélène Cœur', 'Re : relevé de notes €'])
  assert.match(french.body, /Bonjour, voici le relevé\. Cœur\. 12 €/)
  for (const mail of [thai, chinese]) assert.deepEqual(mail.names, [ourId])
})

test('reports of several mail servers mark the mail as come back, with the server’s reason', async () => {
  const expected = {
    'bounce-postfix':
      '5.1.1 550 5.1.1 <nobody@au.example>: Recipient address rejected: User unknown in virtual mailbox table',
    'bounce-exchange':
      '5.2.2 554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
    'bounce-utf8': '5.1.2 Unrouteable address',
  }
  for (const [name, failure] of Object.entries(expected)) {
    await withMail(async (runner) => {
      assert.deepEqual(await takeIn(runner, real('delay-postfix')), { kind: 'report' }, name)
      assert.deepEqual(await takeIn(runner, real(name)), { kind: 'bounce', mailId: ourId }, name)
      assert.deepEqual(await takeIn(runner, real(name)), { kind: 'report' }, name)
      const [bounced] = await outbox(runner.reading(context), { state: 'bounced' })
      assert.equal(bounced?.failure, failure)
      assert.deepEqual(await unfiled(runner), [])
    })
  }
})

test('a report about a mail of somebody else changes nothing and is not kept', async () => {
  await withMail(async (runner) => {
    const other = replaced(real('bounce-postfix'), ourId, '0199a0b0-0000-7000-8000-00000000ffff')
    assert.deepEqual(await takeIn(runner, other), { kind: 'report' })
    assert.deepEqual(await outbox(runner.reading(context), { state: 'bounced' }), [])
  })
})

test('an answer waits for the office that the mail was written for, with what it is about', async () => {
  await withMail(async (runner) => {
    const taken = await takeIn(runner, real('thai-tis-620'))
    assert.ok(!isRefused(taken) && taken.kind === 'mail' && taken.answersMailId === ourId)
    const [waiting] = await unfiled(runner)
    assert.equal(waiting?.organisationId, officeId)
    assert.deepEqual(waiting?.about, { kind: 'case', id: caseId })
    assert.equal(waiting?.automatic, false)
    const part = await incomingAttachment(
      runner.reading(context),
      waiting!.id,
      waiting!.attachments[0]!.id,
    )
    assert.equal(Buffer.from(part!.bytes).toString(), '%PDF-1.4\n% syllabus\n')
  })
})

test('an answer by a machine is kept and told apart', async () => {
  await withMail(async (runner) => {
    await takeIn(runner, real('out-of-office'))
    const [waiting] = await unfiled(runner)
    assert.deepEqual([waiting?.automatic, waiting?.subject], [true, '不在办公室'])
  })
})

test('the same mail twice is one, another mail with its Message-ID is a second', async () => {
  await withMail(async (runner) => {
    const mail = real('korean-8bit')
    await takeIn(runner, mail)
    // Delivered again, by another way.
    const again = Buffer.concat([Buffer.from('Received: from b by c; now\r\n'), mail])
    assert.deepEqual(await takeIn(runner, again), { kind: 'known' })
    const forged = replaced(mail, '<seoyeon@hanbit.example>', '<other@hanbit.example>')
    assert.equal((await taken(runner, forged)).kind, 'mail')
    assert.equal((await unfiled(runner)).length, 2)
  })
})

test('a mail of ours that comes back in a circle is left, and one that went round too many servers is refused', async () => {
  await withMail(async (runner) => {
    const own = `From: weft@weft.example\r\nMessage-ID: <${ourId}@weft.example>\r\nSubject: Decision\r\n\r\ntext\r\n`
    assert.deepEqual(await takeIn(runner, Buffer.from(own)), { kind: 'own' })
    const hops = 'Received: from a by b; Thu, 26 Nov 2026 03:10:05 +0000\r\n'.repeat(101)
    const round = await takeIn(runner, Buffer.from(`${hops}From: a@b.example\r\n\r\ntext\r\n`))
    assert.ok(isRefused(round) && round.message.key === 'refused.loop')
    assert.deepEqual(await unfiled(runner), [])
  })
})

test('a return path of no mail takes reports and automatic answers, and refuses what a person sends', async () => {
  await withMail(async (runner) => {
    const to = 'bounces+0199a0b0-0000-7000-8000-00000000ffff@weft.example'
    const person = await takeIn(runner, Buffer.from('From: a@b.example\r\n\r\nBuy now\r\n'), to)
    assert.ok(isRefused(person) && person.status === 404)
    const machine = Buffer.from('From: a@b.example\r\nAuto-Submitted: auto-replied\r\n\r\nAway\r\n')
    assert.equal((await taken(runner, machine, to)).kind, 'mail')
    const right = `bounces+${ourId}@weft.example`
    const answer = await taken(runner, Buffer.from('From: a@b.example\r\n\r\nHello\r\n'), right)
    assert.ok(answer.kind === 'mail' && answer.answersMailId === ourId)
  })
})

test('a mail that is too large or no mail is refused before anything is read into the database', async () => {
  const large = await readMail(new Uint8Array(25 * 1024 * 1024 + 1))
  assert.ok(isRefused(large) && large.status === 413)
  for (const bytes of [new Uint8Array(), new Uint8Array(4096).fill(255)]) {
    const none = await readMail(bytes)
    assert.ok(isRefused(none) && none.status === 422)
  }
})

test('what is built against a reader is kept whole, as its original', async () => {
  const head = 'From: =?gb2312?B?zfXHv?= <a@b.example>\r\nSubject: parts\r\nMIME-Version: 1.0\r\n'
  const many = Buffer.from(
    `${head}Content-Type: multipart/mixed; boundary="x"\r\n\r\n${'--x\r\nContent-Type: application/octet-stream\r\n\r\nA\r\n'.repeat(150)}--x--\r\n`,
  )
  const long = Buffer.from(`${head}Content-Type: text/plain\r\n\r\n${'words '.repeat(30_000)}\r\n`)
  let deep = `${head}`
  for (let depth = 0; depth < 2_000; depth += 1) {
    deep += `Content-Type: multipart/mixed; boundary="d${depth}"\r\n\r\n--d${depth}\r\n`
  }
  for (const raw of [many, long, Buffer.from(deep)]) {
    const mail = await readMail(raw)
    assert.ok(!isRefused(mail))
    assert.equal(mail.subject, 'parts')
    const original = mail.attachments.at(-1)
    assert.equal(original?.name, 'original.eml')
    assert.deepEqual(Buffer.from(original!.bytes), raw)
  }
})

test('mails that were damaged on their way are refused or kept, and never break', async () => {
  const names = ['thai-tis-620', 'chinese-gbk-html', 'bounce-postfix', 'bounce-exchange']
  await withMail(async (runner) => {
    const damage = fc.array(fc.tuple(fc.nat(2_500), fc.nat(255)), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), damage, async (name, places) => {
        const bytes = Uint8Array.from(real(name))
        for (const [at, value] of places) bytes[at % bytes.length] = value
        await takeIn(runner, bytes)
      }),
      { seed: 20261126, numRuns: 80 },
    )
  })
})

test('bytes that are no mail are refused or kept, and never break', async () => {
  await withMail(async (runner) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await takeIn(runner, bytes)
      }),
      { seed: 20261122, numRuns: 60 },
    )
  })
})

test('a mail is filed once, and a filing is taken back once', async () => {
  await withMail(async (runner) => {
    await takeIn(runner, real('thai-tis-620'))
    const [{ id } = { id: '' }] = await unfiled(runner)
    const about = { kind: 'person', id: officeId }
    const file = () =>
      runner.perform(context, (work) => fileIncoming(work, id, { outcome: 'filed', about }))
    assert.equal(await file(), true)
    assert.ok(isRefused(await file()))
    assert.deepEqual(await unfiled(runner), [])
    const unfile = () => runner.perform(context, (work) => unfileIncoming(work, id))
    assert.equal(await unfile(), true)
    assert.ok(isRefused(await unfile()))
    const [waiting] = await unfiled(runner)
    assert.deepEqual(waiting?.about, about)
  })
})

test('a mail that was filed with a person is theirs: handed out, moved when they are merged, gone when they are erased', async () => {
  await withMail(async (runner) => {
    await takeIn(runner, real('thai-tis-620'))
    const [{ id } = { id: '' }] = await unfiled(runner)
    const [one, other] = [officeId, caseId]
    const about = { kind: 'person', id: one }
    await runner.perform(context, (work) => fileIncoming(work, id, { outcome: 'filed', about }))
    const received = async (personId: string) => {
      const part = await exportPersonMails(runner.reading(context), personId)
      return (part['received'] as unknown[]).length
    }
    assert.deepEqual([await received(one), await received(other)], [1, 0])
    await runner.perform(context, (work) => mergePersonMails(work, one, other))
    assert.deepEqual([await received(one), await received(other)], [0, 1])
    await runner.perform(context, (work) => erasePersonMails(work, other))
    assert.equal(await received(other), 0)
    assert.deepEqual(await incomingMails(runner.reading(context), { view: 'filed' }), [])
  })
})

/** With one mail of ours on its way, written for an office and about a case. */
async function withMail(run: (runner: WorkRunner, database: Database) => Promise<void>) {
  await base.withRollback(async (_kysely, database) => {
    const runner = createWorkRunner(database, {
      append: appendEntries,
      decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
    })
    await runner.perform(context, (work) =>
      sendMail(work, {
        to: { address: 'nobody@au.example' },
        language: 'en',
        subject: m('held.part'),
        blocks: [],
        organisationId: officeId,
        about: { kind: 'case', id: caseId },
      }),
    )
    await database.execute(`update mails set id = $1, state = 'sent', sent_at = $2`, [ourId, now])
    await run(runner, database)
  })
}

async function takeIn(
  runner: WorkRunner,
  raw: Uint8Array,
  to: string | null = null,
): Promise<Incoming | Refusal> {
  const mail = await readMail(raw, { to })
  return isRefused(mail) ? mail : runner.perform(context, (work) => recordIncoming(work, mail))
}

async function taken(runner: WorkRunner, raw: Uint8Array, to: string | null = null) {
  const answer = await takeIn(runner, raw, to)
  assert.ok(!isRefused(answer))
  return answer
}

function real(name: string): Buffer {
  return readFileSync(new URL(`../../../test/mails/${name}.eml`, import.meta.url))
}

function replaced(raw: Buffer, what: string, by: string): Buffer {
  return Buffer.from(raw.toString('latin1').replaceAll(what, by), 'latin1')
}

async function unfiled(runner: WorkRunner) {
  const work = runner.reading(context)
  const views = [
    await incomingMails(work, { view: 'waiting' }),
    await incomingMails(work, { view: 'automatic' }),
  ]
  return views.flat()
}

import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { appendEntries, entriesAbout } from '#kernel/chronicle'
import { createWorkRunner, type Database, isRefused, type WorkRunner } from '#kernel/database'
import { createJobRunner } from '#kernel/jobs'
import { catalogue, createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { testDatabase } from '../../../test/harness/database.ts'
import {
  createMailer,
  deliverMail,
  isMailAddress,
  type Mailer,
  type MailerConfig,
  mailMessages,
  outbox,
  sendMail,
  type SendMail,
} from './index.ts'

const base = await testDatabase([
  { name: 'jobs', directory: new URL('../jobs/migrations/', import.meta.url) },
  { name: 'chronicle', directory: new URL('../chronicle/migrations/', import.meta.url) },
  { name: 'mail', directory: new URL('migrations/', import.meta.url) },
])
const now = new Date('2026-11-22T09:00:00Z')
const context = { actor: { kind: 'system' as const, name: 'test' }, now, language: 'en' as const }
const texts = {
  hello: 'Decision <for> {name}',
  body: 'Decided on {on, date, long}.',
  open: 'Open the case',
}
const t = catalogue('test', {
  en: texts,
  'zh-Hans': { ...texts, hello: '{name}：已决定' },
  th: { ...texts, hello: 'ผลการพิจารณาของ {name}', body: 'พิจารณาเมื่อ {on, date, long}' },
  ko: texts,
  fr: texts,
})
const translator = createTranslator([t.catalogue, mailMessages.catalogue])
const closing: (() => void)[] = []
after(() => {
  for (const close of closing) close()
})

test('a mail is delivered once, in text and HTML, in the reader’s language', async () => {
  await withServer(async ({ config, received }) => {
    await base.withRollback(async (_kysely, database) => {
      const runner = workRunner(database)
      const id = await runner.perform(context, (work) =>
        sendMail(work, mail({ language: 'th', settingsPath: '/account/notices' })),
      )
      const mailer = mailerOf({ ...config, bounceAddress: 'bounces@weft.example' })
      assert.deepEqual(await jobs(database, runner, mailer).drain(now), { done: 1, failed: 0 })
      assert.deepEqual(await jobs(database, runner, mailer).drain(now), { done: 0, failed: 0 })
      assert.equal(received.length, 1)
      assert.equal(received[0]!.from, `bounces+${String(id)}@weft.example`)
      const parsed = await simpleParser(received[0]!.raw)
      assert.equal(parsed.subject, 'ผลการพิจารณาของ Malee & Jun')
      assert.equal(parsed.messageId, `<${String(id)}@weft.example>`)
      assert.equal(parsed.headers.get('auto-submitted'), 'auto-generated')
      assert.equal(parsed.headers.get('content-language'), 'th')
      assert.match(
        received[0]!.raw,
        /^List-Unsubscribe: <https:\/\/weft\.example\/th\/account\/notices>/m,
      )
      assert.match(parsed.text ?? '', /22 พฤศจิกายน .*2569/)
      assert.match(parsed.text ?? '', /https:\/\/weft\.example\/th\/cases\/1/)
      const html = String(parsed.html)
      assert.match(html, /<html lang="th">/)
      assert.match(html, /<a href="https:\/\/weft\.example\/th\/cases\/1">Open the case<\/a>/)
      assert.doesNotMatch(html, /style="/)
      const [shown] = await outbox(runner.reading(context))
      assert.deepEqual([shown?.state, shown?.sentAt], ['sent', now])
    })
  })
})

test('a mail that may be stopped with one click says so by RFC 8058, and forgets the path once it has gone', async () => {
  await withServer(async ({ config, received }) => {
    await base.withRollback(async (_kysely, database) => {
      const runner = workRunner(database)
      const paths = { settingsPath: '/account/notices', oneClickPath: '/unsubscribe/token' }
      await runner.perform(context, (work) => sendMail(work, mail(paths)))
      await jobs(database, runner, mailerOf(config)).drain(now)
      const { raw } = received[0]!
      assert.match(raw, /^List-Unsubscribe: <https:\/\/weft\.example\/en\/unsubscribe\/token>/m)
      assert.match(raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
      assert.equal((await outbox(runner.reading(context)))[0]?.oneClickPath, null)
      await runner.perform(context, (work) => sendMail(work, mail(paths)))
      await jobs(database, runner, mailerOf({ ...config, origin: 'http://weft.example' })).drain(
        now,
      )
      assert.doesNotMatch(received[1]!.raw, /List-Unsubscribe-Post/, 'the RFC wants TLS')
    })
  })
})

test('a demonstration lets nothing leave and shows it', async () => {
  await base.withRollback(async (_kysely, database) => {
    const runner = workRunner(database)
    await runner.perform(context, (work) => sendMail(work, mail({ secret: true })))
    await jobs(database, runner, mailerOf({ smtpUrl: null })).drain(now)
    const [held] = await outbox(runner.reading(context), { state: 'held' })
    assert.deepEqual(held?.content?.subject.args, { name: 'Malee & Jun' })
    assert.deepEqual(held?.content?.blocks[0], { kind: 'text', message: t('body', { on: now }) })
  })
})

test('a busy server is tried again, and a secret is forgotten once it has gone', async () => {
  await withServer(async ({ config, received, answers }) => {
    await base.withRollback(async (_kysely, database) => {
      answers.push(451)
      const runner = workRunner(database)
      await runner.perform(context, (work) => sendMail(work, mail({ secret: true })))
      const queue = jobs(database, runner, mailerOf(config))
      assert.deepEqual(await queue.drain(now), { done: 0, failed: 1 })
      assert.equal((await outbox(runner.reading(context)))[0]?.state, 'waiting')
      assert.deepEqual(await queue.drain(new Date(now.getTime() + 60_000)), { done: 1, failed: 0 })
      const [sent] = await outbox(runner.reading(context))
      assert.deepEqual([received.length, sent?.state, sent?.content], [1, 'sent', null])
    })
  })
})

test('a refusal for good is not tried again, and leaves an entry', async () => {
  await withServer(async ({ config, answers }) => {
    await base.withRollback(async (_kysely, database) => {
      answers.push(550)
      const runner = workRunner(database)
      const id = await runner.perform(context, (work) => sendMail(work, mail()))
      assert.deepEqual(await jobs(database, runner, mailerOf(config)).drain(now), {
        done: 1,
        failed: 0,
      })
      const [failed] = await outbox(runner.reading(context))
      assert.equal(failed?.state, 'failed')
      assert.match(failed?.failure ?? '', /550/)
      const story = await entriesAbout(runner.reading(context), {
        objectKind: 'mail',
        objectId: String(id),
      })
      assert.deepEqual(
        story.entries.map((entry) => [entry.type, entry.data]),
        [['mail.mail-failed', { state: 'failed' }]],
      )
    })
  })
})

test('a server that says nothing is left after its time, and at last the mail counts as failed', async () => {
  const silent = await listen(createServer(() => {}))
  await base.withRollback(async (_kysely, database) => {
    const runner = workRunner(database)
    await runner.perform(context, (work) => sendMail(work, mail()))
    const mailer = mailerOf({
      smtpUrl: `smtp://127.0.0.1:${silent.port}`,
      timeouts: { connect: 100, greeting: 100, silence: 100 },
    })
    const queue = jobs(database, runner, mailer)
    const start = Date.now()
    for (let day = 0; day <= 13; day += 1)
      await queue.drain(new Date(now.getTime() + day * 86_400_000))
    assert.ok(Date.now() - start < 20_000)
    const [failed] = await outbox(runner.reading(context))
    assert.equal(failed?.state, 'failed')
    assert.match(failed?.failure ?? '', /No server took it/)
  })
})

test('no address, name or text can add a header', async () => {
  for (const address of [
    'a@b',
    'a b@c.de',
    'a@b.de\r\nBcc: x@y.de',
    'a@b.de,c@d.de',
    '<a@b.de>',
    '.a@b.de',
    'a..b@c.de',
    `${'a'.repeat(65)}@b.de`,
    'a@-b.de',
    '',
  ]) {
    assert.equal(isMailAddress(address), false, address)
  }
  for (const address of ['a@b.de', "o'neil+x@uni.ac.th", 'a@大学.example', 'root@localhost']) {
    assert.equal(isMailAddress(address), true, address)
  }
  await withServer(async ({ config, received }) => {
    const mailer = mailerOf(config)
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\r',
        '\n',
        '\r\nBcc: x@evil.example\r\n',
        ':',
        ' ',
        'a',
        '\u2028',
        'ก',
        '"',
        '<',
        '>',
        ',',
      ),
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, subject) => {
        await base.withRollback(async (_kysely, database) => {
          const runner = workRunner(database)
          await runner.perform(context, (work) =>
            sendMail(work, {
              ...mail({ subject: t('hello', { name: subject }) }),
              to: { address: 'malee@au.example', name },
            }),
          )
          await jobs(database, runner, mailer).drain(now)
        })
        const { raw, to } = received.pop()!
        const parsed = await simpleParser(raw)
        assert.deepEqual(to, ['malee@au.example'])
        assert.equal(parsed.headers.has('bcc'), false)
        assert.deepEqual(
          [parsed.to].flat().flatMap((each) => each!.value.map((one) => one.address)),
          ['malee@au.example'],
        )
      }),
      { seed: 20261122, numRuns: 25 },
    )
  })
})

test('an address that is none is refused at its field', async () => {
  await base.withRollback(async (_kysely, database) => {
    const result = await workRunner(database).perform(context, (work) =>
      sendMail(work, { ...mail(), to: { address: 'nobody' } }),
    )
    assert.deepEqual(isRefused(result) && Object.keys(result.fields), ['address'])
  })
})

test('every text of mail can be said in every language', () => {
  for (const language of languages) {
    for (const key of Object.keys(mailMessages.catalogue.texts.en)) {
      const text = translator.for(language)({ module: 'mail', key, args: { host: 'weft.example' } })
      assert.ok(text.length > 2)
    }
  }
})

function mail(rest: Partial<SendMail> = {}): SendMail {
  return {
    to: { address: 'malee@au.example', name: 'Malee', personId: null },
    language: 'en',
    subject: t('hello', { name: 'Malee & Jun' }),
    blocks: [
      { kind: 'text', message: t('body', { on: now }) },
      { kind: 'link', label: t('open'), href: '/cases/1' },
    ],
    ...rest,
  }
}

function workRunner(database: Database): WorkRunner {
  return createWorkRunner(database, {
    append: appendEntries,
    decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
  })
}

function mailerOf(config: Partial<MailerConfig>): Mailer {
  const mailer = createMailer({
    smtpUrl: null,
    from: 'Weft <weft@weft.example>',
    origin: 'https://weft.example',
    translator,
    ...config,
  })
  closing.push(() => mailer.close())
  return mailer
}

function jobs(database: Database, runner: WorkRunner, mailer: Mailer) {
  return createJobRunner({
    database,
    runner,
    jobs: [deliverMail],
    services: { mail: mailer },
    now: () => now,
    onError: () => {},
    random: () => 0.5,
  })
}

interface Received {
  from: string
  to: string[]
  raw: string
}

async function withServer(
  run: (server: {
    config: { smtpUrl: string }
    received: Received[]
    answers: number[]
  }) => Promise<void>,
): Promise<void> {
  const received: Received[] = []
  const answers: number[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, callback) {
      const code = answers.shift()
      callback(
        code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }),
      )
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((each) => each.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        callback()
      })
    },
  })
  const { port } = await listen(smtp.server)
  try {
    await run({ config: { smtpUrl: `smtp://127.0.0.1:${port}` }, received, answers })
  } finally {
    for (const close of closing.splice(0)) close()
    await new Promise<void>((resolve) => smtp.close(() => resolve()))
  }
}

function listen(server: Server): Promise<{ port: number }> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      server.unref()
      resolve(server.address() as { port: number })
    })
  })
}

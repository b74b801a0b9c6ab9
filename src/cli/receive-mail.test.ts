import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openDatabase } from '#kernel/database'
import { type PostgresServer, startPostgres } from '../../test/harness/postgres.ts'
import { readConfig } from '../config.ts'
import { say, scratch, testNow, testProgram } from './program.fixture.ts'
import { recordMail } from './receive-mail.ts'
import { answerCommands } from './running.ts'

const program = testProgram()
const { folder: root, remove } = scratch()
after(remove)
const ourId = '0199a0b0-0000-7000-8000-000000000001'

for (const engine of ['pglite', 'postgres'] as const) {
  describe(`on ${engine}`, () => {
    const place = join(root, engine)
    let server: PostgresServer | null = null
    const environment: Record<string, string> = {}
    const receive = (raw: Uint8Array, ...args: string[]) =>
      say(program, place, ['receive-mail', ...args], environment, raw)
    const rows = async (sql: string) => {
      const url = environment['DATABASE_URL']
      const database = await openDatabase({ dataDirectory: place, ...(url ? { url } : {}) })
      try {
        return (await database.execute(sql)).rows
      } finally {
        await database.close()
      }
    }
    before(async () => {
      if (engine === 'postgres') {
        server = await startPostgres()
        environment['DATABASE_URL'] = server.url
      }
      assert.equal((await say(program, place, ['migrate'], environment)).code, 0)
      await rows(
        `insert into mails (id, to_address, language, content, secret, state, created_at, sent_at)
         values ('${ourId}', 'nobody@au.example', 'en', '{"subject":{},"blocks":[]}', false, 'sent', now(), now())`,
      )
    })
    after(() => server?.stop())

    test('an answer is taken in once, a bounce marks its mail', async () => {
      const thai = await receive(real('thai-tis-620'), '--json')
      assert.deepEqual([thai.code, thai.json().data['kind']], [0, 'mail'], thai.err)
      const again = await receive(real('thai-tis-620'), '--json')
      assert.deepEqual([again.code, again.json().data['kind']], [0, 'known'])
      const bounce = await receive(
        real('bounce-postfix'),
        '--to',
        `bounces+${ourId}@weft.example`,
        '--json',
      )
      assert.deepEqual(bounce.json().data, { kind: 'bounce', mailId: ourId })
      assert.deepEqual(await rows('select subject from incoming_mails'), [
        { subject: 'ตอบ: คำอธิบายรายวิชา' },
      ])
      assert.deepEqual(await rows('select state from mails'), [{ state: 'bounced' }])
    })

    test('what is no mail, too large, or for nobody is given back to its sender', async () => {
      assert.equal((await receive(new Uint8Array())).code, 65)
      assert.equal((await receive(new Uint8Array(26 * 1024 * 1024))).code, 65)
      const nobody = 'bounces+0199a0b0-0000-7000-8000-00000000ffff@weft.example'
      const person = Buffer.from('From: a@b.example\r\n\r\nHello\r\n')
      assert.equal((await receive(person, '--to', nobody)).code, 67)
    })
  })
}

test('whatever is wrong here, the mail server keeps the mail and comes again', async () => {
  const mail = real('korean-8bit')
  const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  const cases: [string[], Record<string, string>][] = [
    [[], away],
    [[], { PORT: 'none' }],
    [['--unknown'], {}],
    [['surplus'], {}],
  ]
  for (const [args, environment] of cases) {
    const said = await say(
      program,
      join(root, 'wrong'),
      ['receive-mail', ...args],
      environment,
      mail,
    )
    assert.equal(said.code, 75, said.err)
    assert.equal(said.out, '')
  }
})

test('beside a running server the mail is handed to it, because it alone has the database open', async () => {
  const place = join(root, 'running')
  const config = readConfig({ WEFT_DATA: place, WEFT_ORIGIN: 'https://weft.example' })
  assert.ok(!Array.isArray(config))
  const house = await program.open(config)
  const receive = (raw: Uint8Array, ...args: string[]) =>
    say(program, place, ['receive-mail', ...args], {}, raw)
  // It is starting, and does not answer yet.
  assert.equal((await receive(real('chinese-gbk-html'))).code, 75)
  const stop = await answerCommands(config, {
    backup: () => assert.fail('nobody asked for a backup'),
    jobs: () => assert.fail('nobody asked for jobs'),
    doctor: () => assert.fail('nobody asked for findings'),
    mail: (mail) => recordMail(house, testNow, mail),
  })
  try {
    assert.equal((await receive(real('chinese-gbk-html'))).code, 0)
    const large = Buffer.concat([
      Buffer.from(
        'From: a@b.example\r\nSubject: scan\r\nContent-Type: application/pdf; name=scan.pdf\r\n\r\n',
      ),
      Buffer.alloc(20 * 1024 * 1024, 'scan\n'),
    ])
    assert.equal((await receive(large)).code, 0)
    const nobody = 'bounces+0199a0b0-0000-7000-8000-00000000ffff@weft.example'
    const person = Buffer.from('From: a@b.example\r\n\r\nHello\r\n')
    assert.equal((await receive(person, '--to', nobody)).code, 67)
    const { rows } = await house.database.execute(
      `select m.subject, a.name, length(a.bytes) as bytes
       from incoming_mails m join incoming_mail_attachments a on a.mail_id = m.id order by 3`,
    )
    assert.deepEqual(
      rows.map(({ subject, name, bytes }) => [subject, name, Number(bytes)]),
      [
        ['回复: 成绩单', '成绩单.pdf', 22],
        ['scan', 'scan.pdf', 20 * 1024 * 1024],
      ],
    )
  } finally {
    await stop()
    await house.close()
  }
})

function real(name: string): Buffer {
  return readFileSync(new URL(`../../test/mails/${name}.eml`, import.meta.url))
}

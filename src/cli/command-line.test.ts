import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptyManifest } from '#kernel/http'
import { languageOfEnvironment } from './locale.ts'
import { m } from './messages/index.ts'
import { createOutput } from './output.ts'
import { nearest } from './parse.ts'
import { say, scratch, testProgram } from './program.fixture.ts'

const { folder, remove } = scratch()
after(remove)

const program = testProgram([
  {
    ...emptyManifest,
    name: 'sample',
    commands: [
      {
        name: 'count-persons',
        usage: '[--as NAME]',
        summary: m('plain', { text: 'Counts.' }),
        options: { as: { kind: 'text', summary: m('plain', { text: 'Who asks.' }) } },
        async run({ database, options, progress }) {
          progress(1, 2, m('backup.files'))
          const rows = await database.kysely.selectFrom('persons').select('id').execute()
          return {
            exitCode: 1,
            lines: [m('plain', { text: `${rows.length} for ${String(options['as'])}` })],
            data: { count: BigInt(rows.length) },
          }
        },
      },
    ],
  },
])

test('help lists every command, those of modules too, in the language of the environment', async () => {
  const english = await say(program, folder, ['help'])
  assert.equal(english.code, 0)
  for (const name of ['start', 'count-persons', 'chronicle verify', 'restore', 'doctor']) {
    assert.match(english.out, new RegExp(`^ {2}${name} `, 'm'))
  }
  assert.equal(english.err, '')
  const thai = await say(program, folder, [], { LC_ALL: 'th_TH.UTF-8' })
  assert.match(thai.out, /วิธีใช้:/)
  const korean = await say(program, folder, ['help', 'backup'], { LC_ALL: '', LANG: 'ko_KR.UTF-8' })
  assert.match(korean.out, /--without-keys\s+키를 빼고/)
})

test('the first variable that is set decides the language', () => {
  assert.equal(languageOfEnvironment({ LC_ALL: 'fr_FR.UTF-8', LANG: 'th_TH' }), 'fr')
  assert.equal(languageOfEnvironment({ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'th_TH' }), 'zh-Hans')
  assert.equal(languageOfEnvironment({ LANG: 'C.UTF-8' }), 'en')
  assert.equal(languageOfEnvironment({}), 'en')
})

test('a command that does not exist is a wrong use, and the nearest one is offered', async () => {
  const answer = await say(program, folder, ['bakcup'])
  assert.equal(answer.code, 2)
  assert.match(answer.err, /Did you mean "backup"\?/)
  assert.equal(answer.out, '')
  assert.match((await say(program, folder, ['chronicle'])).err, /chronicle verify/)
  assert.match((await say(program, folder, ['chronicle', 'verfy'])).err, /chronicle verify/)
  assert.equal((await say(program, folder, ['xyzzy'])).err.includes('Did you mean'), false)
})

test('what is near is a slip of the hand or a beginning, not just any word', () => {
  assert.equal(nearest(['migrate', 'start'], 'migrat'), 'migrate')
  assert.equal(nearest(['migrate', 'start'], 'strat'), 'start')
  assert.equal(nearest(['import-courses'], 'import'), 'import-courses')
  assert.equal(nearest(['migrate', 'start'], 'cheese'), null)
})

test('options that are unknown, lack their value, or words too many are wrong uses', async () => {
  const cases: [string[], RegExp][] = [
    [['chronicle', 'verify', '--chekpoint', 'x'], /Did you mean "--checkpoint"/],
    [['chronicle', 'verify', '--checkpoint'], /"--checkpoint" is used wrongly/],
    [['migrate', '--json=yes'], /"--json" is used wrongly/],
    [['migrate', 'now'], /"now" is one word too many/],
    [['backup'], /FILE/],
    [['appoint', 'a@example.org'], /--role/],
  ]
  for (const [args, expected] of cases) {
    const { code, err, out } = await say(program, folder, args)
    assert.equal(code, 2, args.join(' '))
    assert.match(args.includes('--json=yes') ? err + out : err, expected)
  }
})

test('a configuration that cannot be used ends with 78 and names variable and remedy', async () => {
  const answer = await say(program, folder, ['migrate'], { DATABASE_URL: 'mysql://x', LANG: 'fr' })
  assert.equal(answer.code, 78)
  assert.match(answer.err, /DATABASE_URL: indiquez une adresse/)
  assert.doesNotMatch(answer.err, /mysql/)
  const json = (await say(program, folder, ['migrate', '--json'], { PORT: 'x' })).json()
  assert.equal(json.exitCode, 78)
  assert.match(json.lines.join(), /PORT/)
})

test('a command of a module runs in the house and answers as lines or as one JSON object', async () => {
  const lines = await say(program, folder, ['count-persons', '--as', 'me'])
  assert.deepEqual([lines.code, lines.out, lines.err], [1, '0 for me\n', ''])
  const json = (await say(program, folder, ['count-persons', '--json'])).json()
  assert.deepEqual(json, {
    command: 'count-persons',
    exitCode: 1,
    lines: ['0 for undefined'],
    data: { count: 0 },
  })
})

test('an error that nobody expected is a fault with its stack on stderr, never on stdout', async () => {
  const faulty = testProgram()
  faulty.open = async () => {
    throw new TypeError('this is a test')
  }
  const { code, out, err } = await say(faulty, folder, ['appoint', 'a@b.example', '--role', 'x'])
  assert.equal(code, 70)
  assert.equal(out, '')
  assert.match(err, /TypeError: this is a test\n\s+at /)
})

test('the bar is drawn on a terminal only, within its width, and taken away again', () => {
  const parts: string[] = []
  const stream = { write: (part: string) => void parts.push(part) }
  createOutput({ stdout: stream, stderr: stream }, false).progress(1, 2, 'files')
  assert.deepEqual(parts, [])
  const terminal = createOutput(
    { stdout: stream, stderr: { ...stream, isTTY: true, columns: 40 } },
    false,
  )
  terminal.progress(1, 2, '正在恢复上传的文件正在恢复上传的文件')
  assert.equal(parts.join(''), '████████████░░░░░░░░░░░░ 1/2 正在恢复上')
  terminal.line('done')
  assert.ok(parts.join('').endsWith('\r\u001b[2Kdone\n'))
})

test('whoever reads only the first line of the help gets no failure', () => {
  const weft = join(import.meta.dirname, '..', '..', 'scripts', 'weft.mjs')
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" help | head -n 1', process.execPath, weft],
    {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en', WEFT_DATA: folder },
    },
  )
  assert.match(stdout, /^Weft: /)
  assert.equal(stderr, '')
})

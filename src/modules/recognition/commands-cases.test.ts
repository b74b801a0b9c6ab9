import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { diskBlobStore } from '#kernel/files'
import type { CommandCall, CommandResult } from '#kernel/http'
import { caseCommands } from './commands-cases.ts'
import { importCourses } from './commands-catalogue.ts'
import { elmoOf, gb18030Table, tis620Table } from './testing/documents.fixture.ts'
import { inWorld, now, organisations, people, type World } from './testing/world.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'weft-commands-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const services = { blobs: diskBlobStore(join(folder, 'blobs')), node: 'weft.example' }

async function run(
  world: World,
  name: string,
  words: string[],
  options: Record<string, string | boolean> = {},
): Promise<CommandResult & { keys: string[] }> {
  const command = [...caseCommands, importCourses].find((each) => each.name === name)
  const call = { ...world, services, words, options, now, language: 'en', progress: () => {} }
  const result = await command!.run(call as unknown as CommandCall)
  return { ...result, keys: result.lines.map(({ key }) => key) }
}

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function studentNumber(world: World): Promise<string> {
  const rows = await world.rows(
    `select e.student_number from enrolments e where e.person_id = $1`,
    [people.studentPloy],
  )
  return String(rows[0]!['student_number'])
}

const table =
  'Course code,Course title,Credit,Grade\n04330102,Introduction,2,93\nX999,Unknown,3,80\n'

test(
  'a table becomes a case that is evaluated, once',
  inWorld(async (world) => {
    const options = { student: await studentNumber(world), host: 'Peking University' }
    const path = file('transcript.csv', table)
    const first = await run(world, 'import-transcript', [path], options)
    assert.equal(first.exitCode, 0, first.keys.join())
    assert.deepEqual(first.keys.slice(0, 2), ['command.transcript.done', 'command.evaluate.case'])
    const again = await run(world, 'import-transcript', [path], options)
    assert.deepEqual([again.exitCode, again.keys[0]], [3, 'refusal.same-transcript'])
    assert.deepEqual(await world.rows('select count(*)::int as n from files'), [{ n: 1 }])

    const { number } = first.data as { number: string }
    const one = await run(world, 'evaluate', [number])
    assert.equal(one.exitCode, 0)
    const all = await run(world, 'evaluate', [], { all: true })
    assert.equal(all.keys.at(-1), 'command.evaluate.done')
    assert.equal((all.data as { cases: unknown[] }).cases.length, 1)
  }),
)

test(
  'a document that names somebody else is taken in with a word that it is the same person, and the doubt is said',
  inWorld(async (world) => {
    const options = { student: await studentNumber(world), host: 'Peking University' }
    const path = file('stranger.xml', elmoOf({ given: 'Wojciech', family: 'Rygielski' }))
    const silent = await run(world, 'import-transcript', [path], options)
    assert.equal(silent.keys[0], 'refusal.holder-unconfirmed')
    const confirmed = { ...options, 'holder-confirmed': true }
    const taken = await run(world, 'import-transcript', [path], confirmed)
    assert.equal(taken.exitCode, 1)
    assert.deepEqual(taken.keys.slice(0, 2), ['command.transcript.done', 'page.holder.name'])
  }),
)

test(
  'a person acts with the rights of their appointments only',
  inWorld(async (world) => {
    const options = { student: await studentNumber(world), host: 'Peking University' }
    const path = file('rights.csv', table)
    const stranger = await run(world, 'import-transcript', [path], {
      ...options,
      as: people.evaluatorPku,
    })
    assert.deepEqual([stranger.exitCode, stranger.keys[0]], [3, 'refusal.no-enrolment'])
    const nobody = await run(world, 'evaluate', [], { all: true, as: 'nobody@weft.example' })
    assert.deepEqual([nobody.exitCode, nobody.keys[0]], [3, 'command.no-person'])
    const evaluator = await run(world, 'import-transcript', [path], {
      ...options,
      as: people.evaluatorAu,
    })
    assert.equal(evaluator.exitCode, 0, evaluator.keys.join())
    const elsewhere = await run(world, 'evaluate', [], { all: true, as: people.evaluatorPku })
    assert.deepEqual((elsewhere.data as { cases: unknown[] }).cases, [])
  }),
)

test(
  'what cannot be read or found is said, and nothing is written',
  inWorld(async (world) => {
    const student = await studentNumber(world)
    const host = 'Peking University'
    const good = file('good.csv', table)
    const entity =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>'
    const cases: [string[], Record<string, string>, number, string][] = [
      [[good], { student }, 2, 'command.transcript.usage'],
      [[join(folder, 'absent')], { student, host }, 2, 'command.no-file'],
      [[good], { student: 'none', host }, 3, 'command.no-enrolments'],
      [[good], { student, host: 'Nowhere' }, 3, 'command.no-organisations'],
      [[file('bad.xml', entity)], { student, host }, 3, 'xml-doctype'],
      [
        [file('broken.xml', '<?xml version="1.0"?><elmo><report>')],
        { student, host },
        3,
        'page.new.unreadable',
      ],
      [[file('empty.csv', '')], { student, host }, 3, 'empty'],
    ]
    for (const [words, options, exitCode, key] of cases) {
      const result = await run(world, 'import-transcript', words, options)
      assert.deepEqual([result.exitCode, result.keys[0]], [exitCode, key])
    }
    assert.deepEqual(await world.rows('select id from transcripts'), [])
    assert.equal((await run(world, 'evaluate', [])).exitCode, 2)
    assert.equal((await run(world, 'evaluate', ['2026-9999'])).keys[0], 'refusal.no-case')
  }),
)

test(
  'a catalogue in an older encoding is read, and said to be',
  inWorld(async (world) => {
    const options = { organisation: organisations.pku }
    for (const [name, bytes, encoding] of [
      ['thai.csv', tis620Table, 'windows-874'],
      ['chinese.csv', gb18030Table, 'gb18030'],
      ['plain.csv', Buffer.from('code,title,credit\nA1,One,3\n'), 'utf-8'],
    ] as const) {
      const read = await run(world, 'import-courses', [file(name, bytes)], options)
      assert.equal(read.exitCode, 0, read.keys.join())
      assert.deepEqual(read.keys.slice(0, 2), ['documents.encoding.summary', 'command.read'])
      assert.equal((read.data as { encoding: string }).encoding, encoding)
    }
  }),
)

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { isRefused, type Refusal } from '#kernel/database'
import { diskBlobStore, readTable, receiveFile, writeXlsx } from '#kernel/files'
import { type CatalogueReading, proposeReading } from '../formats/catalogue-reading.ts'
import { catalogueBatches } from '../formats/catalogue-rows.ts'
import {
  accepted,
  inOwnWorld,
  inWorld,
  now,
  organisations,
  people,
  refusalOf,
  type World,
} from '../testing/world.fixture.ts'
import { mostCatalogueBytes, sampleOf } from './catalogue-file.ts'
import { beginCatalogue, discardCatalogue, startImport } from './import-catalogue.ts'
import { publishCatalogue } from './publish-catalogue.ts'
import { clearStaged, stageCatalogue } from './stage-catalogue.ts'

const folder = mkdtempSync(join(tmpdir(), 'weft-catalogues-'))
const blobs = diskBlobStore(folder)
after(() => rmSync(folder, { recursive: true, force: true }))

const rules = {
  allow: ['xlsx', 'csv', 'json', 'jsonl', 'text'] as const,
  maxBytes: mostCatalogueBytes,
}
const system = { actor: { kind: 'system' as const, name: 'test' }, now, language: 'en' as const }

/** Takes a file in as the registrar and begins to read it; the refusal where one step refuses. */
async function started(
  world: World,
  name: string,
  content: string | Uint8Array,
  reading: Partial<CatalogueReading> = {},
): Promise<string | Refusal> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const file = await receiveFile(blobs, { name, bytes }, rules)
  if (isRefused(file)) return file
  const sampled = await sampleOf(bytes, { name })
  if (isRefused(sampled)) return sampled
  const result = await world.as(people.registrarAu, async (work) => {
    const begun = await beginCatalogue(work, {
      organisationId: organisations.au,
      fileName: name,
      format: sampled.table.format,
      encoding: sampled.table.encoding,
      file,
      sample: sampled.sample,
      reading: { ...proposeReading(sampled.sample, 'en'), ...reading },
    })
    return isRefused(begun) ? begun : startImport(work, begun)
  })
  return isRefused(result) ? result : result.catalogueId
}

async function imported(...given: Parameters<typeof started>): Promise<string> {
  const id = accepted(await started(...given))
  await stage(given[0], id)
  return id
}

function stage(world: World, id: string, more: { stopAfter?: number } = {}) {
  const stop = new AbortController()
  return stageCatalogue(
    {
      runner: world.runner,
      context: system,
      blobs,
      signal: stop.signal,
      onProgress: (read) => {
        if (read >= (more.stopAfter ?? Infinity)) stop.abort(new Error('killed'))
      },
    },
    id,
  )
}

const catalogue = async (world: World, id: string) =>
  (await world.rows('select * from catalogues where id = $1', [id]))[0]!
const coursesIn = (world: World, id: string) =>
  world.rows('select code, titles, credit from courses where catalogue_id = $1 order by code', [id])
const remarksIn = async (world: World, id: string) =>
  (
    await world.rows(
      'select row_number, severity, message from catalogue_problems where catalogue_id = $1 order by row_number, position',
      [id],
    )
  ).map(
    (row) => `${row['row_number']} ${row['severity']} ${(row['message'] as { key: string }).key}`,
  )

const many = (rows: number) =>
  `code,title,credit\n${Array.from({ length: rows }, (_, index) => `XX${1000 + index},Course ${index},3`).join('\n')}`

describe('importing a catalogue', () => {
  test(
    'reads a Thai file in the encoding of old Windows programs',
    inWorld(async (world) => {
      const text = 'รหัสวิชา,ชื่อวิชา,หน่วยกิต\nกข101,การเขียน,3\nกข102,การอ่าน,2(2-0-4)'
      const id = await imported(world, 'courses.csv', iconv.encode(text, 'windows-874'))
      assert.deepEqual(await coursesIn(world, id), [
        { code: 'กข101', titles: { th: 'การเขียน' }, credit: '3' },
        { code: 'กข102', titles: { th: 'การอ่าน' }, credit: '2' },
      ])
    }),
  )

  test(
    'reads what a spreadsheet saves as Unicode text, two bytes a letter',
    inWorld(async (world) => {
      const text = 'code\ttitle\tcredit\r\nA101\tการเขียน\t3\r\nA102\tWriting\t1.5\r\n'
      for (const bytes of [
        iconv.encode(text, 'utf-16le', { addBOM: true }),
        iconv.encode(text, 'utf-16be', { addBOM: true }),
        iconv.encode('code,title,credit\nA101,Writing,3\nA102,Reading,3\n', 'utf-16le'),
      ]) {
        const id = await imported(world, 'courses.txt', bytes)
        const courses = await coursesIn(world, id)
        assert.deepEqual(
          courses.map(({ code }) => code),
          ['A101', 'A102'],
        )
      }
    }),
  )

  test(
    'takes what is sound and names each row that is not',
    inWorld(async (world) => {
      const text = `code,title,credit
A1,One,3
A1,One again,3
A2,Two,-1
A3,Three,three
,Nameless,3
A4,Four,
A5,=1+1,1.5`
      const id = await imported(world, 'courses.csv', text)
      assert.deepEqual(
        (await coursesIn(world, id)).map((row) => [row['code'], row['credit']]),
        [
          ['A1', '3'],
          ['A4', null],
          ['A5', '3/2'],
        ],
      )
      assert.deepEqual(await remarksIn(world, id), [
        '3 error table.duplicate-code',
        '4 error table.negative-credit',
        '5 error table.not-a-number',
        '6 error table.missing-code',
        '7 warning table.missing-credit',
      ])
      const row = await catalogue(world, id)
      assert.deepEqual(
        [row['state'], row['rows_read'], row['rows_taken'], row['rows_wrong']],
        ['ready', 7, 3, 4],
      )
    }),
  )

  test(
    'keeps the text of a cell as text, through a workbook and out again',
    inWorld(async (world) => {
      const column = (header: string) => ({ header, kind: 'text' as const })
      const workbook = await writeXlsx({
        sheets: [
          {
            name: 'Courses',
            columns: [column('Code'), column('Title'), column('Credit')],
            rows: [['F1', '=1+1', '3']],
          },
        ],
      })
      const id = await imported(world, 'courses.xlsx', workbook)
      assert.deepEqual(await coursesIn(world, id), [
        { code: 'F1', titles: { en: '=1+1' }, credit: '3' },
      ])
      assert.ok(!isRefused(await readTable(workbook)))
    }),
  )

  test(
    'refuses what is empty, what swells, and what is no table',
    inWorld(async (world) => {
      const zeros = new Uint8Array(40_000_000)
      const bomb = zipSync({ 'xl/workbook.xml': zeros, '[Content_Types].xml': new Uint8Array(10) })
      const answers = [
        await started(world, 'empty.csv', ''),
        await started(world, 'bomb.xlsx', bomb),
        await started(world, 'page.html', '<!doctype html><script>1</script>'),
        await started(world, 'half.json', '[{"code": "A1"'),
      ].map(refusalOf)
      assert.deepEqual(answers.slice(0, 2), ['422 empty', '422 archive-bomb'])
      assert.match(answers[2]!, /^415 /)
      assert.match(answers[3]!, /^422 /)
      const drafts = await world.rows(`select id from catalogues where state <> 'published'`)
      assert.deepEqual(drafts, [])
    }),
  )

  test(
    'wants to know where code and credit stand',
    inWorld(async (world) => {
      const refusal = await started(world, 'list.csv', 'a,b\n1,2\n3,4')
      assert.equal(refusalOf(refusal), '422 table.no-column')
      assert.ok(isRefused(refusal) && 'column.code' in refusal.fields)
    }),
  )

  test(
    'fails in words where not one row is a course',
    inWorld(async (world) => {
      const id = await imported(world, 'none.csv', 'code,title,credit\n,Nameless,3\nB1,Bad,much')
      const row = await catalogue(world, id)
      assert.equal(row['state'], 'failed')
      assert.equal((row['failure'] as { key: string }).key, 'catalogue.fault.nothing-taken')
    }),
  )

  test(
    'leaves out characters that no page and no database can hold',
    inWorld(async (world) => {
      const text = '[{"code":"J\\u00001","title":"A\\ud800B\\u202eC","credit":"3"}]'
      const id = await imported(world, 'odd.json', text)
      const [course] = await coursesIn(world, id)
      assert.equal(course!['code'], 'J1')
      // oxlint-disable-next-line no-control-regex -- it is what must not be there.
      assert.doesNotMatch(JSON.stringify(course), /\\u0000|\\ud800|\u202e/)
    }),
  )

  test(
    'merges the classes of a course where the file has a row for each',
    inWorld(async (world) => {
      const text = 'code,title,credit\nC1,One,2\nC1,One,2\nC1,Uno,2'
      const id = await imported(world, 'classes.csv', text, { repeats: 'classes' })
      assert.equal((await coursesIn(world, id)).length, 1)
      assert.deepEqual(await remarksIn(world, id), ['4 warning table.conflicting-repeat'])
    }),
  )

  test(
    'goes on after the last batch when it was killed, and repeats nothing',
    inWorld(async (world) => {
      const id = accepted(await started(world, 'long.csv', `${many(1300)}\nXX1000,Again,3`))
      await assert.rejects(stage(world, id, { stopAfter: 500 }))
      const half = await catalogue(world, id)
      assert.deepEqual(
        [half['state'], half['rows_read'], half['rows_expected']],
        ['importing', 500, 1301],
      )
      assert.equal(await stage(world, id), 'ready')
      assert.equal((await coursesIn(world, id)).length, 1300)
      assert.deepEqual(await remarksIn(world, id), ['1302 error table.duplicate-code'])
    }),
  )

  test(
    'finds a code again that an earlier batch had, however it is written, and keeps the first',
    inWorld(async (world) => {
      const text = `${many(700)}\nxx 1003,Other,3\nXX1003,Course 3,4\nÉTÉ1,One,3\nétÉ1,Two,3`
      const id = await imported(world, 'long.csv', text)
      assert.equal((await coursesIn(world, id)).length, 701)
      assert.deepEqual(await remarksIn(world, id), [
        '702 error table.duplicate-code',
        '703 error table.duplicate-code',
        '705 error table.duplicate-code',
      ])
      const row = await catalogue(world, id)
      assert.deepEqual([row['rows_read'], row['rows_taken'], row['rows_wrong']], [704, 701, 3])
    }),
  )

  test(
    'looks for codes of earlier batches in indexes alone, though nobody has counted what is staged',
    inWorld(async (world) => {
      const asked: string[] = []
      const done = world.database.onQuery(({ sql }) => {
        if (sql.includes('unnest(') && sql.includes('"courses"')) asked.push(sql)
      })
      const id = await imported(world, 'long.csv', many(3000))
      done()
      assert.equal(asked.length, 6, 'one question a batch')
      const codes = Array.from({ length: 500 }, (_, at) => `XX${1000 + at}`)
      const parameters = [codes, id, 1, codes, id, 20]
      const [row] = await world.rows(`explain (analyze, format json) ${asked.at(-1)}`, parameters)
      const plan = JSON.stringify(row)
      assert.match(plan, /"courses_catalogue_id_code_key"/)
      assert.match(plan, /"courses_key"/)
      assert.doesNotMatch(plan, /Seq Scan|"Rows Removed by Filter\W+[1-9]/)
    }),
  )

  test('hands its rows over in batches that no row makes large', async () => {
    const path = join(folder, 'wide.csv')
    const wide = 'x'.repeat(30_000)
    const rows = Array.from({ length: 3000 }, (_, at) => `C${at},T${at},3,${at % 10 ? '' : wide}`)
    writeFileSync(path, `code,title,credit,description\n${rows.join('\n')}\n`)
    const reading: CatalogueReading = {
      ...proposeReading({ rows: [], numbers: [], sheets: null }, 'en'),
      headerRow: 0,
      columns: { code: 0, title: 1, credit: 2, description: 3 },
    }
    let count = 0
    for await (const batch of catalogueBatches({ path, options: {}, reading, skip: 100 })) {
      assert.ok(batch.length <= 500)
      assert.ok(JSON.stringify(batch).length < 1_000_000)
      count += batch.length
    }
    assert.equal(count, 2900)
  })

  test(
    'is begun by those only who look after the catalogue',
    inWorld(async (world) => {
      const sample = { rows: [['code', 'credit']], numbers: [1], sheets: null }
      const input = {
        organisationId: organisations.au,
        fileName: 'x.csv',
        format: 'csv',
        encoding: null,
        file: null,
        sample,
        reading: proposeReading(sample, 'en'),
      }
      for (const person of [people.studentPloy, people.coordinatorAu, people.evaluatorPku]) {
        const answer = await world.as(person, (work) => beginCatalogue(work, input))
        assert.equal(refusalOf(answer), '422 catalogue.refusal.organisation')
      }
      for (const organisationId of ['', 'none', organisations.pku]) {
        const forNobody = { ...input, organisationId }
        const answer = await world.as(people.registrarAu, (work) => beginCatalogue(work, forNobody))
        assert.equal(refusalOf(answer), '422 catalogue.refusal.organisation')
      }
    }),
  )

  test(
    'leaves nothing behind when it is discarded, and cannot be discarded once published',
    inWorld(async (world) => {
      const id = await imported(world, 'courses.csv', many(10))
      accepted(await world.as(people.registrarAu, (work) => discardCatalogue(work, id)))
      while (!(await world.runner.perform(system, (work) => clearStaged(work, id)))) continue
      assert.deepEqual(await coursesIn(world, id), [])
      assert.deepEqual(await world.rows('select id from files where owner_id = $1', [id]), [])
      const other = await imported(world, 'courses.csv', many(3))
      accepted(await world.as(people.registrarAu, (work) => publishCatalogue(work, other)))
      const answer = await world.as(people.registrarAu, (work) => discardCatalogue(work, other))
      assert.equal(refusalOf(answer), '409 catalogue.refusal.is-published')
    }),
  )
})

describe('publishing a catalogue', () => {
  test(
    'replaces the one before it in one step, and can be taken back',
    inWorld(async (world) => {
      const [before] = await world.rows('select catalogue_id from current_catalogues')
      const id = await imported(world, 'courses.csv', many(5))
      accepted(await world.as(people.registrarAu, (work) => publishCatalogue(work, id)))
      assert.equal((await catalogue(world, id))['state'], 'published')
      const old = String(before!['catalogue_id'])
      assert.equal((await catalogue(world, old))['state'], 'replaced')
      accepted(await world.as(people.registrarAu, (work) => publishCatalogue(work, old)))
      assert.deepEqual(await world.rows('select catalogue_id from current_catalogues'), [before])
    }),
  )

  test(
    'waits until the file has been read',
    inWorld(async (world) => {
      const id = accepted(await started(world, 'courses.csv', many(5)))
      const answer = await world.as(people.registrarAu, (work) => publishCatalogue(work, id))
      assert.equal(refusalOf(answer), '409 catalogue.refusal.not-ready')
    }),
  )

  test(
    'of two at once leaves one current and the other replaced',
    inOwnWorld(async (world) => {
      const ids = [
        await imported(world, 'one.csv', many(4)),
        await imported(world, 'two.csv', many(6)),
      ]
      const publish = (id: string) =>
        world.as(people.registrarAu, (work) => publishCatalogue(work, id))
      await Promise.all(ids.map(publish))
      const states = await Promise.all(ids.map(async (id) => (await catalogue(world, id))['state']))
      assert.deepEqual(states.toSorted(), ['published', 'replaced'])
      const [current] = await world.rows('select catalogue_id from current_catalogues')
      assert.equal(current!['catalogue_id'], ids[states.indexOf('published')])
    }),
  )

  test(
    'two imports, and two runs of one import, do not disturb each other',
    inOwnWorld(async (world) => {
      const one = accepted(await started(world, 'one.csv', many(1200)))
      const two = accepted(await started(world, 'two.csv', many(1700)))
      await Promise.all([stage(world, one), stage(world, two), stage(world, one)])
      await Promise.all([stage(world, one), stage(world, two)])
      assert.equal((await coursesIn(world, one)).length, 1200)
      assert.equal((await coursesIn(world, two)).length, 1700)
      assert.equal((await catalogue(world, one))['state'], 'ready')
    }),
  )
})

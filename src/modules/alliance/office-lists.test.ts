import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { readTable } from '#kernel/files'
import type { PersonName } from '#kernel/values'
import { officeAt } from './office.fixture.ts'
import { cast, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())

const { people: p, organisations: o } = cast
const { cookieOf, read, send, taken, refused, rowsOf } = officeAt(site)
const office = `/en/organisations/${o.au}`

const hostile = '<script>alert(1)</script>"\' =cmd()|\u202E ณัฐ 王'

describe('the workbook of all people', () => {
  test('comes back unchanged as a list of staff and as one of students, and nothing changes', async () => {
    const unit = `insert into units (id, origin, organisation_id, names, kind) values
      (gen_random_uuid(), 'test', $1, '{"en": "Desk", "th": "โต๊ะ"}', 'office'),
      (gen_random_uuid(), 'test', $1, '{"en": "Desk"}', 'office')`
    await site.house.database.execute(unit, [o.au])
    await site.house.database.execute(
      `update appointments set unit_id = (select id from units where names->>'th' = 'โต๊ะ')
       where person_id = $1 and role = 'evaluator'`,
      [p.evaluatorAu],
    )
    const { header, rows } = await rowsOf(p.coordinatorAu, `${office}/people/table?when=all`)
    const role = header.indexOf('Role')
    const students = rows.filter((row) => row[role] === 'Student').length
    assert.ok(students > 0 && students < rows.length)
    assert.ok(rows.some((row) => row[header.indexOf('Unit')] === 'Desk'))
    const text = [header, ...rows].map((row) => row.join('\t')).join('\n')
    for (const [list, remark] of [
      ['appointments', `${students} rows are of students`],
      ['enrolments', `${rows.length - students} rows are of staff`],
    ] as const) {
      const path = `${office}/${list}/import`
      const answer = await send(p.coordinatorAu, path, path, { step: 'preview', text })
      const html = await answer.text()
      assert.equal(answer.status, 200)
      assert.match(html, /Nothing would be written/, list)
      assert.doesNotMatch(html, /What is wrong/, list)
      assert.ok(html.includes(remark), list)
    }
  })

  test('takes somebody new in with unit and name in Latin letters', async () => {
    const path = `${office}/enrolments/import`
    const text = [
      'Full name\tName in Latin letters\tE-mail\tRole\tUnit\tDegree programme (code)\tStudent number\tIntake year',
      'ศิริ ใหม่\tSiri Mai\tsiri.mai@au.example\tStudent\t\tBFA-DA\t7099001\t2026',
      'อาจารย์ ใหม่\tAjarn Mai\tajarn.mai@au.example\tCredit evaluator\tMoon\t\t\t',
    ].join('\n')
    await taken(p.coordinatorAu, path, path, { step: 'import', text })
    const { rows } = await site.house.database.execute(
      `select p.name from persons p join person_emails m on m.person_id = p.id where m.address = $1`,
      ['siri.mai@au.example'],
    )
    assert.deepEqual(
      [(rows[0]!['name'] as PersonName).native, (rows[0]!['name'] as PersonName).romanised],
      ['ศิริ ใหม่', 'Siri Mai'],
    )
    const staff = `${office}/appointments/import`
    const preview = await send(p.coordinatorAu, staff, staff, { step: 'preview', text })
    assert.match(await preview.text(), /No unit has the code or name “Moon”/)
  })
})

describe('a list of past years', () => {
  test('adds the years that are missing, takes everybody in once, and comes to nothing the second time', async () => {
    const programme = `/en/programmes/${cast.programmes.sinoThai}`
    const path = `${programme}/years/import`
    const text = [
      'Year\tInstitution\tFull name\tE-mail\tResult\tFirst day of the year\tLast day of the year',
      '2562\tAU\tOne Past\tone.past@au.example\tcompleted\t2019-08-01\t2020-07-31',
      '2020-2021\tAU\tOne Past\tone.past@au.example\tleft\t\t',
      '2019\tAU\tTwo Past\ttwo.past@au.example\t\t\t',
      '2018\tAU\tThree Past\t\t\t2018-08-01\t',
      '2018\tAU\tFour Past\t\t\t2018-09-01\t',
      '\tAU\tFive Past\t\t\t\t',
    ].join('\n')
    const preview = await send(p.secretariat, path, path, { step: 'preview', text })
    const html = await preview.text()
    assert.match(html, /Years that are added: 2019 \(.*?\) and 2020 \(.*?\)/)
    assert.match(html, /The days of the year 2018 are not clear/)
    assert.match(html, /The year is missing/)
    assert.equal((await send(p.coordinatorAu, '/en/', path, { step: 'preview', text })).status, 404)
    await refused(p.secretariat, path, path, { step: 'import', text }, 422)
    const at = await taken(p.secretariat, path, path, { step: 'import-without-faulty', text })
    assert.match(await read(p.secretariat, at), /3 participants in 2 new years/)
    const { rows } = await site.house.database.execute(
      `select y.year, y.starts_on, count(c.id)::int as members, count(distinct c.person_id)::int as persons
       from programme_years y left join cohort_members c on c.programme_year_id = y.id
       where y.programme_id = $1 and y.year in (2018, 2019, 2020) group by y.year, y.starts_on order by y.year`,
      [cast.programmes.sinoThai],
    )
    assert.deepEqual(
      rows.map(({ year: each, starts_on, members }) => [
        each,
        String(starts_on).slice(0, 4),
        members,
      ]),
      [
        [2019, '2019', 2],
        [2020, '2020', 1],
      ],
    )
    assert.equal(rows[0]!['starts_on'], '2019-08-01')
    const { rows: persons } = await site.house.database.execute(
      `select count(distinct m.person_id)::int as n from person_emails m join cohort_members c on c.person_id = m.person_id
       where m.address like '%.past@au.example'`,
    )
    assert.equal(persons[0]!['n'], 2)
    const again = await send(p.secretariat, path, path, {
      step: 'preview',
      text: text.split('\n').slice(0, 4).join('\n'),
    })
    assert.match(await again.text(), /3 rows stand already/)
    const [, imported] = /imported=([^&]+)/.exec(at)!
    const undo = { import: imported! }
    assert.equal((await send(p.coordinatorAu, '/en/', `${path}/undo`, undo)).status, 404)
    await taken(p.secretariat, at, `${path}/undo`, undo)
    const { rows: left } = await site.house.database.execute(
      `select (select count(*)::int from programme_years where programme_id = $1 and year in (2019, 2020)) as years,
         (select count(*)::int from cohort_members c join person_emails m on m.person_id = c.person_id
          where m.address like '%.past@au.example') as members`,
      [cast.programmes.sinoThai],
    )
    assert.deepEqual(left, [{ years: 0, members: 0 }])
    assert.equal((await send(p.secretariat, at, `${path}/undo`, undo)).status, 404)
  })

  test('is not taken back once one of its participations was changed', async () => {
    const path = `/en/programmes/${cast.programmes.sinoThai}/years/import`
    const text = 'Year\tInstitution\tFull name\n2017\tAU\tSix Past'
    const at = await taken(p.secretariat, path, path, { step: 'import', text })
    const [, imported] = /imported=([^&]+)/.exec(at)!
    const { rows } = await site.house.database.execute(
      `update cohort_members set state = 'left' where programme_year_id in
         (select id from programme_years where programme_id = $1 and year = 2017) returning id`,
      [cast.programmes.sinoThai],
    )
    assert.equal(rows.length, 1)
    const undo = { import: imported! }
    const html = await refused(p.secretariat, at, `${path}/undo`, undo, 409)
    assert.match(html, /changed since/)
    assert.match(html, /years\/import\/undo/)
  })
})

describe('the list of units', () => {
  const units = `${office}/units`
  const path = `${units}/import`

  test('refuses a third column where only name and code are asked, and keeps what was typed', async () => {
    const lines = 'School of Law\tLAW\nLegal Clinic\tCLINIC\tLAW'
    const html = await refused(p.coordinatorAu, units, units, { lines, kind: 'school' }, 422)
    assert.match(html, /Line 2 has more than a name and a code/)
    assert.match(html, /Legal Clinic\tCLINIC\tLAW/)
  })

  test('goes in, comes out as XLSX and CSV, comes back whole, and is taken back', async () => {
    const list =
      'Code\tName in English\tKind\tPart of\nLAW\tLaw "A"\tSchool\t\nCLN\t=Clinic\toffice\tLAW'
    const preview = await send(p.coordinatorAu, path, path, { step: 'preview', text: list })
    assert.match(await preview.text(), /2 rows are understood/)
    const at = await taken(p.coordinatorAu, path, path, { step: 'import', text: list })
    const page = await read(p.coordinatorAu, at)
    assert.match(page, /2 units added, 0 changed/)
    for (const format of ['xlsx', 'csv'] as const) {
      const answer = await site.ask(`${units}/table?format=${format}`, {
        cookie: await cookieOf(p.coordinatorAu),
      })
      assert.equal(answer.status, 200)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const table = await readTable(bytes, { name: `units.${format}` })
      assert.ok(!isRefused(table))
      const lines = [table.header]
      for await (const { cells } of table.numbered) lines.push(cells)
      const text = lines
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t'))
        .join('\n')
      const again = await send(p.coordinatorAu, path, path, { step: 'preview', text })
      const html = await again.text()
      assert.match(html, /Nothing would be written/)
      assert.doesNotMatch(html, /Columns without a meaning|What is wrong/)
    }
    const [, id] = /imported=([^&]+)/.exec(at)!
    assert.equal(
      (await send(p.coordinatorPku, '/en/', `${path}/undo`, { import: id! })).status,
      404,
    )
    await taken(p.coordinatorAu, at, `${path}/undo`, { import: id! })
    assert.doesNotMatch(await read(p.coordinatorAu, units), /=Clinic/)
  })
})

describe('lists by paste', () => {
  const path = `${office}/enrolments/import`

  test('tell each row’s faults, keep the list, and write only when told to', async () => {
    const list = [
      'Student number\tName\tDegree programme\tIntake',
      `7011001\t${hostile}\tBFA-DA\t2569`,
      '7011002\t\tNOPE\t1',
    ].join('\n')
    const preview = await send(p.coordinatorAu, path, path, { step: 'preview', text: list })
    const html = await preview.text()
    assert.match(html, /Row 3/)
    assert.match(html, /no degree programme with the code “NOPE”/)
    assert.doesNotMatch(html, /<script>alert/)
    const again = await refused(p.coordinatorAu, path, path, { step: 'import', text: list }, 422)
    assert.match(again, /7011002/)
    const done = { step: 'import-without-faulty', text: list }
    await taken(p.coordinatorAu, path, path, done)
    const twice = await send(p.coordinatorAu, path, path, { step: 'preview', text: list })
    assert.match(await twice.text(), /1 row stands already/)
  })

  test('keep what was typed beside a file that is too large', async () => {
    const form = new FormData()
    const typed = `Student number\tName\n1\t${hostile}`
    form.set('step', 'preview')
    form.set('text', typed)
    form.set('file', new File([new Uint8Array(6 * 1024 * 1024)], 'students.xlsx'))
    form.set('startsOn', '2026-08-01')
    const answer = await site.ask(path, {
      method: 'POST',
      cookie: await cookieOf(p.coordinatorAu),
      body: form,
    })
    const html = await answer.text()
    assert.equal(answer.status, 413)
    assert.match(html, /What you typed is kept/)
    assert.match(html, /name="text" value="Student number\tName\r\n1\t&lt;script/)
    assert.match(html, /name="startsOn" value="2026-08-01"/)
    assert.match(html, /students\.xlsx/)
    assert.doesNotMatch(html, /<script>alert/)
  })

  test('name the missing columns as the reader calls them', async () => {
    const thai = path.replace('/en/', '/th/')
    const html = await refused(p.coordinatorAu, thai, thai, { text: 'a\tb\nc\td' }, 422)
    assert.match(html, /รหัสนักศึกษา/)
    assert.doesNotMatch(html, /Student number/)
    assert.match(html, /c\td/)
  })
})

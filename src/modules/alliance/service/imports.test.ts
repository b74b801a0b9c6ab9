import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { acting, onDatabase, tellStory } from '../alliance.fixture.ts'
import { peopleOf } from '../queries/people.ts'
import { cast } from '../seed/cast.ts'
import { importAppointments, previewAppointments } from './import-appointments.ts'
import { previewCohort } from './import-cohort.ts'
import { importEnrolments, previewEnrolments } from './import-enrolments.ts'

const { organisations: o, people: p } = cast
const registrar = acting(p.registrarAu, 'registrar', o.au)
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)
const settings = { node: 'test', identity: { origin: 'test', demonstration: true } }

const hostile = [
  'รหัสนักศึกษา\tชื่อ\tนามสกุล\tอีเมล\tรหัสหลักสูตร\tปีที่เข้าศึกษา\tหมายเหตุ',
  '6811001\tมานี\tใจดี\tmanee@students.au.example\tBFA-DA\t2568\t',
  '6811002\t=HYPERLINK("http://evil.example")\t@SUM(1)\t\tbfa-da\t2568\t',
  '\tปิติ\tสุข\t\tBFA-DA\t2568\t',
  '6811003\t\t\t\tBFA-DA\t2568\t',
  '6811004\tชูใจ\tดี\tnot an address\tBFA-DA\t2568\t',
  '6811005\tวีระ\tกล้า\t\tNO-SUCH\t2568\t',
  '6811001\tซ้ำ\tกัน\t\tBFA-DA\t2568\t',
  '6811006\tเพชร\tงาม\tmanee@students.au.example\tBFA-DA\tsoon\t',
  '6611042\tพิมพ์ชนก\tรัตนกุล\t\tBFA-DA\t2566\t',
  '6811007\tสมใจ\u202e\tรัก\u0000ดี\t\tBFA-DA\t2568\t',
  '\t\t\t\t\t\t',
].join('\r\n')

test('a hostile list of students is understood row by row, and nothing of it is written by looking', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const preview = await previewEnrolments(reading(registrar), o.au, { text: hostile })
    assert.ok(!isRefused(preview))
    assert.deepEqual(
      preview.rows.map((row) => row.row),
      [2, 3, 11],
    )
    assert.deepEqual(
      preview.problems.map(({ row, message }) => [row, message.key]),
      [
        [4, 'import.no-student-number'],
        [5, 'import.no-name'],
        [6, 'import.no-address'],
        [7, 'import.unknown-programme'],
        [8, 'import.twice'],
        [9, 'import.no-intake-year'],
        [9, 'import.no-date'],
      ],
    )
    assert.deepEqual(preview.already, [10])
    assert.deepEqual(preview.ignored, ['หมายเหตุ'])
    assert.equal(preview.rows[0]!.intakeYear, 2025)
    assert.equal(preview.rows[1]!.name!.native, '=HYPERLINK("http://evil.example") @SUM(1)')
    assert.equal(preview.rows[2]!.name!.native, 'สมใจ รักดี')

    const given = { text: preview.text, leaveOutFaulty: false }
    const stopped = await as(registrar, (work) => importEnrolments(work, settings, o.au, given))
    assert.ok(isRefused(stopped))
    const before = await peopleOf(reading(registrar), o.au, { page: 1, role: 'student' })
    const done = await as(registrar, (work) =>
      importEnrolments(work, settings, o.au, { ...given, leaveOutFaulty: true }),
    )
    assert.deepEqual(done, { enrolled: 3, registered: 3, leftOut: 6 })
    const after = await peopleOf(reading(registrar), o.au, { page: 1, role: 'student' })
    assert.equal(after.total - before.total, 3)
    const again = await previewEnrolments(reading(registrar), o.au, { text: preview.text })
    assert.ok(!isRefused(again))
    assert.equal(again.rows.length, 0)
  }))

test('a row in order is not the double of a faulty one before it, which is shown as it was written', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const text = [
      'student number,given name,family name,e-mail,degree programme,intake year',
      '6812001,Nok,Dee,no address,BFA-DA,2025',
      '6812001,Nok,Dee,nok@students.au.example,BFA-DA,2025',
    ].join('\n')
    const preview = await previewEnrolments(reading(registrar), o.au, { text })
    assert.ok(!isRefused(preview))
    assert.deepEqual(
      preview.problems.map(({ row, message }) => [row, message.key]),
      [[2, 'import.no-address']],
    )
    assert.equal(preview.written.get(2), '6812001 · Nok · Dee · no address · BFA-DA · 2025')
    assert.deepEqual(
      preview.rows.map(({ row }) => row),
      [3],
    )
  }))

test('the same list is understood from a workbook as from a paste', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    // oxlint-disable-next-line no-control-regex -- a workbook cannot hold what a paste can.
    const lines = hostile.replaceAll(/[\u0000\u202e]/g, '').split('\r\n')
    const [header = [], ...rows] = lines.map((line) => line.split('\t'))
    const columns = header.map((text) => ({ header: text, kind: 'text' as const }))
    const file = await writeXlsx({ sheets: [{ name: 'Students', columns, rows }] })
    const preview = await previewEnrolments(reading(registrar), o.au, {
      bytes: file,
      name: 'list.xlsx',
    })
    assert.ok(!isRefused(preview))
    assert.deepEqual(
      preview.rows.map((row) => row.studentNumber),
      ['6811001', '6811002', '6811007'],
    )
  }))

test('a list without its columns, without rows, too long, or of somebody else is refused as a whole', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const look = (text: string, organisation: string = o.au) =>
      previewEnrolments(reading(registrar), organisation, { text })
    const key = async (text: string) => {
      const result = await look(text)
      return isRefused(result) ? result.message.key : 'understood'
    }
    assert.equal(await key('Name\tE-mail\nA\ta@b.example'), 'import.missing-columns')
    assert.equal(await key('学号\t专业代码'), 'import.empty')
    const long = Array.from({ length: 1001 }, (_, index) => `${index}\tBFA-DA`).join('\n')
    assert.equal(await key(`학번\t과정 코드\n${long}`), 'import.too-long')
    const other = await look('Student number\tProgramme\n1\tART-BA', o.pku)
    assert.ok(isRefused(other) && other.status === 404)
  }))

test('a list of staff appoints who is known and invites who is not, within the right of who imports it', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const text = [
      'Courriel;Rôle;Du;Au',
      'wipada@au.example;Responsable de la scolarité;01/12/2026;',
      'new.person@au.example;学分认定员;2026-12-01;31/12/2569',
      'nattaya@au.example;evaluator;;',
      'anan@au.example;Administrateur;;',
      'x@au.example;King;;',
      'y@au.example;curator;2026-12-01;2026-11-01',
      'wipada@au.example;Administrateur;;',
    ].join('\n')
    const preview = await previewAppointments(reading(coordinator), o.au, { text })
    assert.ok(!isRefused(preview))
    assert.deepEqual(
      preview.rows.map((row) => [row.role, row.personId, row.endsOn]),
      [
        ['registrar', p.academicMentorAu, null],
        ['evaluator', null, '2026-12-31'],
      ],
    )
    assert.deepEqual(
      preview.problems.map(({ row, message }) => [row, message.key]),
      [
        [4, 'import.may-not-appoint'],
        [6, 'import.unknown-role'],
        [7, 'import.no-date'],
        [8, 'import.may-not-appoint'],
      ],
    )
    // Whoever stands already needs nobody's right, not even that of an administrator.
    assert.deepEqual(preview.already, [5])
  }))

test('rows without a day begin on the day that was said for them, others on their own', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const staff =
      'E-mail;Role;From\nwipada@au.example;registrar;\nnew@au.example;evaluator;2026-12-01'
    const read = async (startsOn: string | null) => {
      const preview = await previewAppointments(
        reading(coordinator),
        o.au,
        { text: staff },
        startsOn,
      )
      assert.ok(!isRefused(preview))
      return preview.rows.map((row) => row.startsOn)
    }
    assert.deepEqual(await read('2027-01-11'), ['2027-01-11', '2026-12-01'])
    assert.deepEqual(await read(null), ['2026-11-22', '2026-12-01'])
    const students = [
      'รหัสนักศึกษา\tชื่อ\tนามสกุล\tรหัสหลักสูตร\tปีที่เข้าศึกษา',
      '6911001\tมานี\tใจดี\tBFA-DA\t2569',
      '6911002\tชูใจ\tดี\tBFA-DA\t',
    ].join('\n')
    const enrolments = await previewEnrolments(
      reading(registrar),
      o.au,
      { text: students },
      '2026-08-03',
    )
    assert.ok(!isRefused(enrolments))
    assert.deepEqual(
      enrolments.rows.map((row) => [row.startsOn, row.intakeYear]),
      [
        ['2026-08-03', 2026],
        ['2026-08-03', 2026],
      ],
      JSON.stringify(enrolments.problems),
    )
  }))

test('a past year names schools in any language and steps by their own headings', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const text =
      '姓名,院校,推荐,成绩单,状态,学分\n王小明,中国人民大学,2025-02-01,maybe,已退出,3\n李雷,Nowhere,,,,x'
    const work = reading(acting(p.secretariat, 'secretariat', null))
    const preview = await previewCohort(work, cast.programmeYears.sinoThai2025, { text })
    assert.ok(!isRefused(preview))
    assert.equal(preview.rows.length, 0)
    assert.deepEqual(
      preview.problems.map(({ row, column }) => [row, column]),
      [
        [2, 'transcript'],
        [3, 'organisation'],
        [3, 'credit'],
      ],
    )
  }))

test('staff who hold their role already are told as standing and left as they are; the rest is appointed', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const first = 'E-mail;Role;From\nwipada@au.example;registrar;2026-12-01'
    const given = { leaveOutFaulty: false, language: 'en' as const }
    const taking = (text: string) =>
      as(coordinator, (work) =>
        importAppointments(work, settings as never, o.au, { ...given, text }),
      )
    assert.deepEqual(await taking(first), { appointed: 1, invited: 0, leftOut: 0 })
    const again = `${first}\nwipada@au.example;curator;2026-12-01`
    const preview = await previewAppointments(reading(coordinator), o.au, { text: again })
    assert.ok(!isRefused(preview))
    assert.deepEqual(preview.already, [2])
    assert.deepEqual(
      preview.rows.map(({ row, role }) => [row, role]),
      [[3, 'curator']],
    )
    assert.deepEqual(await taking(again), { appointed: 1, invited: 0, leftOut: 0 })
    assert.deepEqual(await taking(again), { appointed: 0, invited: 0, leftOut: 0 })
    const programme = 'E-mail;Role;Degree programme (code)\nwipada@au.example;registrar;BFA-DA'
    const limited = await previewAppointments(reading(coordinator), o.au, { text: programme })
    assert.ok(!isRefused(limited))
    assert.deepEqual([limited.already, limited.ignored], [[], []])
    assert.notEqual(limited.rows[0]!.degreeProgrammeId, null)
  }))

test('a row of another year is never written into this one, and its state may be said in an office’s words', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const work = reading(acting(p.secretariat, 'secretariat', null))
    const rows: [year: string, state: string][] = [
      ['2025', '已完成'],
      ['2568', 'ลาออก'],
      ['2025年', '参与中'],
      ['2024-2025', 'Withdrawn'],
      ['2025/26', 'terminé'],
      ['', '진행 중'],
      ['2024', '已完成'],
      ['พ.ศ. 2567', 'สำเร็จ'],
      ['2023/24', '수료'],
      ['soon', 'done'],
      ['2024/27', 'done'],
      ['2025', 'perhaps'],
    ]
    const lines = rows.map(
      ([year, state], n) => `Person ${n};p${n}@ruc.example;中国人民大学;${year};${state}`,
    )
    const text = ['Full name;E-mail;Organisation;Year;State', ...lines].join('\n')
    const preview = await previewCohort(work, cast.programmeYears.sinoThai2025, { text })
    assert.ok(!isRefused(preview))
    assert.deepEqual(
      preview.rows.map(({ row, state }) => [row, state]),
      [
        [2, 'completed'],
        [3, 'left'],
        [4, 'active'],
        [5, 'left'],
        [6, 'completed'],
        [7, 'active'],
      ],
    )
    assert.deepEqual(
      preview.problems.map(({ row, message }) => [row, message.key]),
      [
        [8, 'import.other-year'],
        [9, 'import.other-year'],
        [10, 'import.other-year'],
        [11, 'import.no-year'],
        [12, 'import.no-year'],
        [13, 'import.unknown-state'],
      ],
    )
  }))

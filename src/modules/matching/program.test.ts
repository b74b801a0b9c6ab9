import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, describe, test } from 'node:test'
import { writeXlsx } from '#kernel/files'

const folder = mkdtempSync(join(tmpdir(), 'weft-match-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const root = fileURLToPath(new URL('../../..', import.meta.url))
const weft = join(root, 'scripts', 'weft.mjs')

/** Runs the program as somebody at a prompt does, in a folder with nothing but the files. */
function match(...words: string[]): { code: number | null; said: string } {
  const ran = spawnSync(process.execPath, [weft, 'match', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', HOME: folder },
    timeout: 120_000,
  })
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` }
}

function given(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('weft match, run as a program on files', () => {
  test('runs a round, proves it, says why, repairs it and compares the two', () => {
    const applicants = given(
      'applicants.csv',
      'Applicant,1st,2nd\nAda,Museum,Studio\nBen,Museum,\nCai,Museum,Studio\n',
    )
    const places = given(
      'places.csv',
      'Place,Seats,Rank 1,Rank 2,Rank 3\nMuseum,1,Ben,Ada,Cai\nStudio,2,Ada,Cai,\n',
    )
    const ran = match('run', applicants, places, '--seed', '2027', '--out', 'run.json')
    assert.equal(ran.code, 0, ran.said)
    assert.match(ran.said, /3 of 3 applicants have a place/)
    const again = match('run', applicants, places, '--seed', '2027', '--out', 'run.json')
    assert.equal(again.code, 3, 'a file that is there is left alone')
    assert.equal(match('verify', 'run.json').code, 0)
    const why = match('why', 'run.json', 'Ada', 'Museum')
    assert.equal(why.code, 0)
    assert.match(why.said, /Museum has one seat, all given to applicants whom it ranks higher/)
    const repaired = match('repair', 'run.json', 'Ben', '--out', 'repaired.json')
    assert.equal(repaired.code, 0, repaired.said)
    assert.equal(match('verify', 'repaired.json').code, 0)
    const compared = match('compare', 'run.json', 'repaired.json')
    assert.match(compared.said, /Ada: Studio → Museum/)
    const forged = readFileSync(join(folder, 'run.json'), 'utf8').replace(
      '"result":["Studio"',
      '"result":["Museum"',
    )
    given('forged.json', forged)
    assert.equal(match('verify', 'forged.json').code, 1)
    assert.equal(match('why', 'forged.json', 'Ada', 'Museum').code, 1)
    assert.equal(match('verify', 'nowhere.json').code, 2)
  })

  test('gives mentors of one kind out of a workbook and a list, as the pages do', async () => {
    const columns = ['Student', 'Languages', 'Wish 1'].map((header) => ({
      header,
      kind: 'text' as const,
    }))
    const rows = [
      ['มาลี', 'ไทย', 'อรุณี'],
      ['王芳', '中文, English', 'Noor'],
    ]
    writeFileSync(
      join(folder, 'students.xlsx'),
      await writeXlsx({ sheets: [{ name: 'students', columns, rows }] }),
    )
    const mentors = given(
      'mentors.csv',
      'Mentor,Students at most,Languages\nอรุณี,1,th en\nNoor,1,en\n',
    )
    const ran = match(
      ...`run students.xlsx ${mentors} --method mentors --seed 1 --out mentors.json --json`.split(
        ' ',
      ),
    )
    assert.equal(ran.code, 0, ran.said)
    const run = JSON.parse(readFileSync(join(folder, 'mentors.json'), 'utf8'))
    assert.deepEqual(run.result, ['อรุณี', 'Noor'])
    assert.equal(match('verify', 'mentors.json').code, 0)
    assert.match(match('why', 'mentors.json', 'มาลี', 'Noor').said, /share no language/)
    const repaired = match('repair', 'mentors.json', 'Noor', '--out', 'without-noor.json')
    assert.equal(repaired.code, 0, repaired.said)
    assert.match(match('verify', 'without-noor.json').said, /1 of 2 students have a mentor/)
    const wrong = given('wrong.csv', 'Mentor,Students at most,Languages\nNoor,two,Klingonese\n')
    const refused = match(
      ...`run students.xlsx ${wrong} --method mentors --seed 1 --out x.json`.split(' '),
    )
    assert.equal(refused.code, 3)
    assert.match(refused.said, /wrong\.csv: Row 2: “two” is not a number of students/)
  })

  test('gives two mentors with a language for all three out of three lists', () => {
    const files = [
      given('s.csv', 'student,languages\nAda,en th\nBen,zh en\n'),
      given(
        'm.csv',
        'mentor,kind,seats,languages\nMali,academic,2,th en\nGao,industry,1,zh\nIda,industry,1,en\n',
      ),
      given(
        'p.csv',
        'student,mentor,cost\nAda,Mali,1\nBen,Mali,2\nBen,Gao,0\nBen,Ida,5\nAda,Ida,9\n',
      ),
    ]
    const ran = match(
      ...`run ${files.join(' ')} --method coupled-mentors --seed 1 --out two.json`.split(' '),
    )
    assert.equal(ran.code, 0, ran.said)
    // Gao is cheap, but shares no language with Mali and a student.
    const run = JSON.parse(readFileSync(join(folder, 'two.json'), 'utf8'))
    assert.ok(!run.industry.includes('Gao'))
    assert.equal(match('verify', 'two.json').code, 0)
    assert.match(match('why', 'two.json', 'Ben', 'Gao').said, /share no language/)
    const repaired = match('repair', 'two.json', 'Ida', '--out', 'without-ida.json')
    assert.equal(repaired.code, 0, repaired.said)
    assert.equal(match('verify', 'without-ida.json').code, 0)
  })

  test('says why not every student can have a mentor, and what would help', () => {
    const students = given('four.csv', 'student,languages\nAda,en\nBen,en\nCai,zh\nDao,th\n')
    const few = given('few.csv', 'mentor,seats,languages\nIda,1,en\nGao,2,zh\n')
    const missing = match('shortage', students, few, '--method', 'mentors')
    assert.equal(missing.code, 1, missing.said)
    assert.match(missing.said, /Dao/, 'nobody speaks Thai')
    assert.match(missing.said, /Ida \+1/)
    const enough = given('enough.csv', 'mentor,seats,languages\nIda,2,en\nGao,2,zh th\n')
    const none = match('shortage', students, enough, '--method', 'mentors')
    assert.equal(none.code, 0, none.said)
    assert.match(none.said, /Every student can have a mentor/)
    const pairs = given('not.csv', 'student,mentor\nDao,Gao\n')
    const kept = match('shortage', students, enough, pairs, '--method', 'mentors', '--json')
    assert.equal(kept.code, 1, 'the only one who speaks Thai is ruled out')
    assert.equal(match('shortage', students, enough, '--method', 'fair').code, 2)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { m } from '../messages/index.ts'
import { learningKinds } from '../rules/learning.ts'
import { kindArgument } from '../rules/limits.ts'
import { learningKindOf } from './learning-names.ts'
import { alteredLines, readTableTranscript } from './read-transcript.ts'

const rows = (...cells: string[][]) =>
  cells.map((each, place) => ({ number: place + 1, cells: each }))

test('a kind of learning is read as offices of five countries name it', () => {
  const table: [string, string | null][] = [
    ['Online', 'online'],
    ['E-learning', 'online'],
    ['线上课程', 'online'],
    ['ออนไลน์', 'online'],
    ['원격 수업', 'online'],
    ['À distance', 'online'],
    ['ออนไลน์ / Online', 'online'],
    ['Face-to-face', 'course'],
    ['面授', 'course'],
    ['暑期学校', 'summer'],
    ['École d’été', 'summer'],
    ['하계 계절학기', 'summer'],
    ['สหกิจศึกษา', 'placement'],
    ['CN', 'non-degree'],
    ['CE', 'examination'],
    ['시간제 등록', 'part-time'],
    ['평가인정 학습과정', 'accredited'],
    ['Fully online', 'online'],
    ['直播课', 'online'],
    ['เรียนทางไกล', 'online'],
    ['이러닝', 'online'],
    ['Enseignement à distance', 'online'],
    ['ในห้องเรียน', 'course'],
    ['교실 수업', 'course'],
    ['夏季学期', 'summer'],
    ['Stage en entreprise', 'placement'],
    ['Blended', 'blended'],
    ['Hybrid', 'blended'],
    ['线上线下混合式', 'blended'],
    ['ผสมผสาน', 'blended'],
    ['블렌디드 러닝', 'blended'],
    ['En hybride', 'blended'],
    // A form on which nobody struck out one of two says neither, and so does what says whether a course is required.
    ['Online / Face to face', null],
    ['必修', null],
    ['선택', null],
    ['', null],
  ]
  for (const [text, expected] of table) assert.equal(learningKindOf(text), expected, text)
})

test('every name that the house itself gives a kind is read again', () => {
  const translator = createTranslator([m.catalogue])
  for (const language of languages) {
    const t = translator.for(language)
    for (const kind of learningKinds) {
      const name = t(m('fact.kind', { kind: kindArgument([kind]) }))
      assert.equal(learningKindOf(name), kind, name)
    }
  }
})

test('a column for kinds of learning is found by its name and fills the lines', () => {
  const heads: [string, string, string][] = [
    ['Course code', 'Title', 'Mode of delivery'],
    ['课程代码', '课程名称', '授课方式'],
    ['รหัสวิชา', 'ชื่อวิชา', 'รูปแบบการเรียน'],
    ['과목코드', '과목명', '수업 방식'],
    ['Code du cours', 'Intitulé', 'Modalité d’enseignement'],
  ]
  for (const head of heads) {
    const { lines, remarks, table } = readTableTranscript(
      rows(head, ['A1', 'One', 'Online'], ['A2', 'Two', ''], ['A3', 'Three', 'Evening']),
      null,
    )
    assert.equal(table!.mapping.columns.kind, 2, head[2])
    assert.deepEqual(
      lines.map(({ kind }) => kind),
      ['online', undefined, undefined],
    )
    assert.deepEqual(
      remarks
        .filter(({ key }) => key === 'table.unknown-kind')
        .map(({ line, args }) => [line, args]),
      [[4, { value: 'Evening' }]],
    )
  }
})

test('a column that says whether courses are required is no kind of learning', () => {
  for (const head of ['课程性质', '이수구분', 'Course type', 'ประเภทวิชา']) {
    const { table } = readTableTranscript(rows(['Code', 'Title', head], ['A1', 'One', 'x']), null)
    assert.equal(table!.mapping.columns.kind, undefined, head)
  }
})

test('a kind that a person puts on a line of a signed document is none that was signed', () => {
  const [line] = readTableTranscript(rows(['Code', 'Title'], ['A1', 'One']), null).lines
  const asRead = { [line!.id]: 'x' }
  assert.equal(alteredLines({ asRead, lines: [line!] }), 1)
  assert.equal(alteredLines({ asRead, lines: [{ ...line!, kind: 'online' }] }), 1)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTableTranscript } from './read-transcript.ts'

const holderIn = (rows: string[][]) =>
  readTableTranscript(
    rows.map((cells, place) => ({ number: place + 1, cells })),
    null,
  ).holder
const courses = [
  ['Course code', 'Course title', 'Credits', 'Grade'],
  ['PKU101', 'Painting', '3', '88'],
  ['PKU102', 'Music', '3', '91'],
]

test('a table names its holder above the heads of its columns, in five languages', () => {
  const named: [string[][], Record<string, string>][] = [
    [
      [['Name: Thanawat Boonmee'], ['Student ID', '2100012345']],
      { name: 'Thanawat Boonmee', number: '2100012345' },
    ],
    [[['姓名：王子萱', '学号：2100012345']], { name: '王子萱', number: '2100012345' }],
    [[['ชื่อ-นามสกุล', 'ธนวัฒน์ บุญมี']], { name: 'ธนวัฒน์ บุญมี' }],
    [[['성명', '김서연', '생년월일', '2005.03.14']], { name: '김서연', birthDate: '2005-03-14' }],
    [
      [['Nom et prénom : Moreau Inès'], ['Date de naissance', '2005-03-14']],
      { name: 'Moreau Inès', birthDate: '2005-03-14' },
    ],
  ]
  for (const [above, holder] of named) assert.deepEqual(holderIn([...above, ...courses]), holder)
})

test('a table that says the holder in each row is read, and a name of a course is nobody', () => {
  const [head, ...rows] = courses
  const tableWith = (column: string, values: string[]) => [
    [column, ...head!],
    ...rows.map((row, place) => [values[place]!, ...row]),
  ]
  assert.deepEqual(holderIn(tableWith('Student name', ['Ines Moreau', 'Ines Moreau'])), {
    name: 'Ines Moreau',
  })
  assert.deepEqual(holderIn(tableWith('Student name', ['Ines Moreau', 'Kim Seo-yeon'])), {})
  assert.deepEqual(
    holderIn([
      ['Code', 'Name', 'Credits'],
      ['PKU101', 'Painting', '3'],
    ]),
    {},
  )
  assert.deepEqual(holderIn(courses), {})
  assert.deepEqual(holderIn([['Name:', ''], ...courses]), {})
})

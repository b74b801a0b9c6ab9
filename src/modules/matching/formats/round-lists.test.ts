import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isRefused } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Language, languages } from '#kernel/values'
import { createTranslator } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { type ListsRead, readLists, roundOf } from './round-check.ts'
import { isUsable, type ListReading, proposeReading } from './round-columns.ts'
import { templateOf } from './templates.ts'

const csv = (text: string) => new TextEncoder().encode(text)

async function read(applicants: string | null, places: string | null): Promise<ListsRead> {
  const source = (text: string) => ({
    bytes: csv(text),
    name: 'list.csv',
    reading: null,
    sheet: null,
  })
  const result = await readLists({
    ...(applicants === null ? {} : { applicants: source(applicants) }),
    ...(places === null ? {} : { places: source(places) }),
  })
  assert.ok(!isRefused(result), JSON.stringify(result))
  return result
}

const told = ({ faults }: ListsRead) =>
  faults.map(({ side, row, fault, of, name }) => [side, row, fault, of, name].join(' '))

describe('lists of a round', () => {
  test('are read as choices beside each other, with countries and ties', async () => {
    const found = await read(
      'Student,Country,1st choice,2nd choice\nA,TH,P,Q\nB,CN,Q,\n',
      'Place,Seats,Sector,Rank 1,Rank 2\nP,1,Art,B,= A\nQ,2,,,\n',
    )
    assert.deepEqual(told(found), [])
    assert.deepEqual(roundOf(found, 's'), {
      seed: 's',
      applicants: [
        { id: 'A', choices: ['P', 'Q'] },
        { id: 'B', choices: ['Q'] },
      ],
      places: [
        { id: 'P', seats: 1, ranking: [['B', 'A']] },
        { id: 'Q', seats: 2, ranking: null },
      ],
    })
    assert.equal(found.applicants[1]!.country, 'CN')
    assert.equal(found.places[0]!.sector, 'Art')
  })

  test('are read with a row for each pair, by rank or by score', async () => {
    const found = await read(
      'student;place;rank\nA;Q;2\nA;P;1\nB;P;1\n',
      'place;seats;applicant;score\nP;1;A;3,25\nP;;B;3.5\nQ;2;A;1\n',
    )
    assert.deepEqual(told(found), [])
    const round = roundOf(found, 's')
    assert.deepEqual(round.applicants[0], { id: 'A', choices: ['P', 'Q'] })
    assert.deepEqual(round.places[0], { id: 'P', seats: 1, ranking: [['B'], ['A']] })
  })

  test('take the order of scores where a place ranks nobody: equal scores tie, none comes last', async () => {
    const found = await read(
      'student,GPA,choice 1\nA,3.5,P\nB,3.50,P\nC,,P\nD,3.9,P\n',
      'place,seats\nP,1\n',
    )
    assert.deepEqual(roundOf(found, 's').places[0]!.ranking, [['D'], ['A', 'B'], ['C']])
  })

  test('name every fault with its list and row', async () => {
    const found = await read(
      'student,1st,2nd\nA,P,P\nA,Q,\n,P,\nB,Closed,P\n',
      'place,seats,first,second\nP,0,A,A\nQ,many,Nobody,\nQ,3,,\nR,99999999999,,\nS,-2,,\nT,1.5,,\n',
    )
    assert.deepEqual(told(found), [
      'applicants 2 chosen-twice A P',
      'applicants 3 applicant-twice A A',
      'applicants 4 no-name  ',
      'applicants 5 unknown-place B Closed',
      'places 2 seats P 0',
      'places 2 ranked-twice P A',
      'places 3 seats Q many',
      'places 3 unknown-applicant Q Nobody',
      'places 4 place-twice Q Q',
      'places 5 seats R 99999999999',
      'places 6 seats S -2',
      'places 7 seats T 1.5',
    ])
  })

  test('name the row of the pair in long lists', async () => {
    const found = await read(
      'student,place,rank\nA,P,1\nA,Q,1\nB,P,first\nB,Gone,2\n',
      'place,seats,applicant,rank\nP,1,A,1\nP,2,B,2\nQ,1,A,0\n',
    )
    assert.deepEqual(told(found), [
      'applicants 3 rank-twice A 1',
      'applicants 4 rank B first',
      'applicants 5 unknown-place B Gone',
      'places 3 seats-differ P 2',
      'places 4 rank Q 0',
    ])
  })

  test('are refused where a row stands in the place of the column names', async () => {
    assert.deepEqual(told(await read('A,P\nB,P\n', 'place,seats,first\nP,1,B\n')), [
      'applicants 1 no-heading  P',
    ])
    assert.deepEqual(told(await read('student,1st\nB,Q\n', 'P,1,B\nQ,1,B\n')), [
      'places 1 no-heading  B',
    ])
    assert.deepEqual(told(await read('student,1st\nB,Q\n', 'P,๑\nQ,1\n')), [
      'places 1 no-heading  1',
    ])
  })

  test('are checked alone as far as they go, and refused where they are empty', async () => {
    assert.deepEqual(told(await read('student,1st\nA,P\n', null)), [])
    assert.deepEqual(told(await read('student,1st\n', 'place,seats\nP,1\n')), [
      'applicants 1 nobody  ',
    ])
    const result = await readLists({
      places: { bytes: new Uint8Array(0), name: 'x', reading: null, sheet: null },
    })
    assert.ok(isRefused(result))
    assert.equal(result.side, 'places')
  })

  test('are refused with the row when one person names a hundred thousand places', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `A,P${at},${at + 1}`)
    const found = await read(`student,place,rank\n${rows.join('\n')}\n`, 'place,seats\nP0,1\n')
    assert.deepEqual(
      found.faults.map(({ row, fault, of, name }) => [row, fault, of, name]),
      [[2, 'list-long', 'A', '100000']],
    )
  })
})

describe('columns', () => {
  const header: Record<Language, [string[], string[]]> = {
    en: [
      ['Applicant', 'Country', '1st choice', '2nd choice'],
      ['Host', 'Capacity', 'Sector', 'First'],
    ],
    'zh-Hans': [
      ['学号', '国家', '第一志愿', '第二志愿'],
      ['岗位', '名额数', '行业', '第一名'],
    ],
    th: [
      ['รหัสนักศึกษา', 'ประเทศ', 'อันดับ 1', 'อันดับ 2'],
      ['หน่วยงาน', 'จำนวนที่รับ', 'สาขา', 'ลำดับที่ 1'],
    ],
    ko: [
      ['학번', '국가', '1지망', '2지망'],
      ['기관', '정원', '분야', '1순위'],
    ],
    fr: [
      ['Candidat', 'Pays', '1er vœu', '2e vœu'],
      ['Structure d’accueil', 'Capacité', 'Secteur', 'Rang 1'],
    ],
  }

  test('are understood in five languages', () => {
    for (const language of languages) {
      const [applicants, places] = header[language]
      const first = proposeReading('applicants', applicants)
      assert.deepEqual([first.name, first.country, first.first, first.last], [0, 1, 2, 3], language)
      const second = proposeReading('places', places)
      assert.deepEqual([second.name, second.seats, second.sector, second.first], [0, 1, 2, 3])
    }
  })

  test('of a template in any language come back as what they are, without a fault', async () => {
    const translator = createTranslator([m.catalogue])
    for (const language of languages) {
      const t = translator.for(language)
      const sources = await Promise.all(
        (['applicants', 'places'] as const).map(async (side) => {
          const { columns, rows } = templateOf(side, t)
          const bytes = await writeXlsx({ sheets: [{ name: side, columns, rows }] })
          return [side, { bytes, name: 'template.xlsx', reading: null, sheet: null }]
        }),
      )
      const found = (await readLists(Object.fromEntries(sources))) as ListsRead
      assert.deepEqual(told(found), [], language)
      assert.equal(found.places[0]!.seats, 1)
      assert.deepEqual(found.places[1]!.ranking?.length, 1, `${language}: a tie`)
      assert.equal(found.applicants[0]!.choices.length, 3, language)
      assert.equal(found.applicants[0]!.country, 'TH', language)
    }
  })

  test('are always proposed so that they can be used, and a reading outside the table cannot', () => {
    const words = [
      '',
      'student',
      'place',
      'seats',
      'rank',
      'score',
      'country',
      'sector',
      'x',
      'Ada',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom('applicants' as const, 'places' as const),
        fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 8 }),
        (side, names) => {
          const reading = proposeReading(side, names)
          assert.ok(isUsable(side, reading, names.length), JSON.stringify([side, names, reading]))
          const beyond: ListReading = { ...reading, name: names.length }
          assert.ok(!isUsable(side, beyond, names.length))
        },
      ),
      { seed: 20261125, numRuns: 500 },
    )
  })
})

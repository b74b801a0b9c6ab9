import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { XmlDocument, xmlCleanupInputProvider } from 'libxml2-wasm'
import {
  type DecisionFacts,
  writeDecisionElmo,
} from '../../src/modules/recognition/formats/elmo-write.ts'
import type { CaseLine } from '../../src/modules/recognition/queries/cases.ts'
import { ewp, registerCatalogue, validate } from './ewp-schemas.ts'

const there = existsSync(ewp)
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'

before(() => {
  if (there) registerCatalogue()
})
after(() => xmlCleanupInputProvider())

const line = (position: number, change: Partial<CaseLine> = {}): CaseLine => ({
  id: `line-${position}`,
  position,
  code: `PKU10${position}`,
  titles: { 'zh-Hans': '视觉叙事', en: 'Visual <Storytelling> & "more"' },
  credit: '3',
  creditSchemeId: 'cn-pku',
  hours: null,
  grade: '88',
  term: '2025/2026-1',
  completedOn: '2026-01-15',
  engine: { homeCourses: [] } as never,
  setPosition: null,
  set: null,
  verdict: 'recognised',
  homeCourseCode: 'DA1101',
  homeCourseTitles: { th: 'การเล่าเรื่องด้วยภาพ' },
  homeCredit: '4/3',
  recordedGrade: 'TR',
  contentShare: null,
  changedBy: { romanised: 'Somebody' } as never,
  changedAt: null,
  changeReason: 'checked',
  creditReason: null,
  whatIfs: [],
  status: null,
  corrections: [],
  ...change,
})

const facts = (lines: readonly CaseLine[]): DecisionFacts => ({
  number: '2026-0001',
  revision: 1,
  decidedAt: new Date('2026-11-22T09:00:00Z'),
  decidedOn: '2026-11-22',
  studentNumber: '6510001',
  student: {
    native: 'พลอย แก้วใส',
    romanised: 'Ploy Kaewsai',
    passportGiven: null,
    passportFamily: null,
    order: 'given-first',
  },
  home: {
    id: 'au',
    names: { en: 'Assumption University', th: 'มหาวิทยาลัยอัสสัมชัญ' },
    url: 'https://weft.example/en/members/au',
    creditScheme: 'thai',
  },
  host: { id: 'pku', names: { 'zh-Hans': '北京大学' }, url: 'https://weft.example/en/members/pku' },
  issuedOn: null,
  lines,
})

const refused = { verdict: 'refused', homeCourseCode: null, homeCourseTitles: {} } as const
const cases: [string, string, CaseLine[]][] = [
  ['recognised whole', 'Positive', [line(0), line(1, { titles: {}, grade: null, credit: null })]],
  ['recognised in part', 'Partially Positive', [line(0), line(1, refused)]],
  ['not recognised', 'Negative', [line(0, refused)]],
]

for (const [name, status, lines] of cases) {
  test(`a decision that is ${name} is valid ELMO 2.1.1`, { skip }, () => {
    const document = writeDecisionElmo(facts(lines))
    using xml = XmlDocument.fromString(document)
    assert.deepEqual(validate(xml, join(ewp, 'schemas/elmo-schemas-v2.1.1/schema.xsd')), [])
    const said = xml.find(`//*[local-name()='resultOfRecognition']/*[local-name()='status']`)
    assert.deepEqual(
      said.map((each) => each.content),
      [status],
    )
    assert.doesNotMatch(document, /1\.333/)
  })
}

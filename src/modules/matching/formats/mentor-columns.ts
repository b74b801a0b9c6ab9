import type { Side } from '../rules/sides.ts'
import { applicantWords, columnNames, keyOf, type ListReading, words } from './round-columns.ts'

/** What the columns of lists for mentors are called, in five languages. */
const names = {
  student: applicantWords,
  mentor: `mentor|mentors|supervisor|adviser|advisor|reviewer|tutor|academic mentor|industry mentor|导师|指导教师|评审|评审人|
    อาจารย์ที่ปรึกษา|ที่ปรึกษา|พี่เลี้ยง|ผู้ประเมิน|멘토|지도교수|심사위원|mentor|tuteur|encadrant|rapporteur|relecteur`,
  kind: `kind|kind of mentor|mentor type|type|类型|导师类型|类别|ประเภท|ประเภทที่ปรึกษา|구분|멘토 구분|유형|type|type de mentor`,
  seats: `${columnNames.seats}|students|students at most|number of students|max students|load|可带学生数|学生人数|最多学生数|
    จำนวนนักศึกษา|จำนวนนักศึกษาสูงสุด|학생 수|담당 학생 수|최대 학생 수|nombre d’étudiants|étudiants au plus`,
  languages: `languages|language|languages spoken|working languages|语言|语种|工作语言|ภาษา|ภาษาที่ใช้|언어|사용 언어|langues|
    langue|langues parlées`,
  sector: `${columnNames.sector}|fields|fields of study|topic|topics|discipline|expertise|专业|研究方向|学科|หัวข้อ|สาขาวิชา|
    ความเชี่ยวชาญ|전공|연구 분야|주제|domaines|discipline|spécialité|thème`,
  country: `${columnNames.country}|organisation|institution|company|机构|单位|หน่วยงาน|บริษัท|기관|회사|établissement|entreprise`,
  cost: `cost|costs|weight|distance|成本|代价|费用|ต้นทุน|ค่า|비용|가중치|coût|poids`,
} as const

type Field = keyof typeof names

const keys = Object.entries(names).map(
  ([field, list]) => [field as Field, new Set(words(list))] as const,
)

/** A column with one of the wishes: numbered, or called a wish. */
const wish = /\p{Nd}|第[一二三四五六七八九十]|choice|wish|志愿|อันดับ|ตัวเลือก|지망|희망|vœu|choix/iu

/** Proposes what each column of a list for mentors holds, from its names; a person can change it. */
export function proposeMentorReading(side: Side, header: readonly string[]): ListReading {
  const found: Partial<Record<Field, number>> = {}
  for (const [column, cell] of header.entries()) {
    const field = fieldOf(cell)
    if (field !== null && found[field] === undefined) found[field] = column
  }
  const own = side === 'places' ? found.mentor : found.student
  const name = own ?? 0
  const other = side === 'pairs' ? (found.mentor ?? 1) : null
  const taken = new Set([name, ...Object.values(found)])
  const wishes = header.flatMap((cell, column) =>
    !taken.has(column) && wish.test(cell) ? [column] : [],
  )
  const isPairs = side === 'pairs'
  const beside = (column: number | undefined) =>
    isPairs || column === undefined || column === name ? null : column
  const free = header.findIndex((_cell, column) => !taken.has(column) && !wishes.includes(column))
  return {
    sheet: null,
    layout: isPairs ? 'long' : 'wide',
    name,
    seats: side === 'places' ? (beside(found.seats) ?? (free < 0 ? null : free)) : null,
    country: beside(found.country),
    sector: beside(found.sector),
    score: null,
    other,
    rank: null,
    category: null,
    reserves: null,
    host: null,
    hostSeats: null,
    first: isPairs ? null : (wishes[0] ?? null),
    last: isPairs ? null : (wishes.at(-1) ?? null),
    languages: beside(found.languages),
    kind: side === 'places' ? beside(found.kind) : null,
    cost: isPairs ? (found.cost ?? null) : null,
  }
}

/** Whether a reading can be used on a list of so many columns. */
export function isUsableForMentors(side: Side, reading: ListReading, columns: number): boolean {
  const { name, other, seats, country, sector, first, last, languages, kind, cost } = reading
  const all = [name, other, seats, country, sector, first, last, languages, kind, cost]
  const isWithin = all.every((column) => column == null || (column >= 0 && column < columns))
  if (!isWithin || (first !== null && last !== null && first > last)) return false
  if (side === 'places') return seats !== null && seats !== name
  return side === 'applicants' || (other !== null && other !== name)
}

function fieldOf(cell: string): Field | null {
  for (const part of [cell, ...cell.split(/[/|\n()（）]/)]) {
    const key = keyOf(part)
    for (const [field, own] of keys) if (own.has(key)) return field
  }
  return null
}

import { normaliseDigits } from '#kernel/values'
import type { Side } from '../rules/sides.ts'

/**
 * Which column holds what; columns count from 0. A wide list has a row for each applicant or place and the others
 * named from `first` to `last`; a long one has a row for each pair, with the other in `other`.
 */
export interface ListReading {
  sheet: string | null
  layout: 'wide' | 'long'
  name: number
  seats: number | null
  country: number | null
  sector: number | null
  score: number | null
  other: number | null
  rank: number | null
  first: number | null
  last: number | null
}

/** The columns that are assigned one by one. */
export type ListField = 'name' | 'seats' | 'country' | 'sector' | 'score' | 'other' | 'rank'

const applicantWords = `applicant|applicants|student|student id|student code|student number|student no|candidate|申请人|申请者|学生|学号|
  姓名|ผู้สมัคร|นักศึกษา|รหัสนักศึกษา|ชื่อ|지원자|학생|학번|성명|candidat|étudiant|candidate|numéro étudiant`
const placeWords = `place|position|host|host organisation|project|placement|internship|choice|岗位|名额|职位|接收单位|实习单位|志愿|
  ตำแหน่ง|ที่ที่เปิดรับ|หน่วยงาน|สถานประกอบการ|ที่ฝึกงาน|ตัวเลือก|자리|기관|실습 기관|직무|지망|place|poste|
  organisme d’accueil|structure d’accueil|stage|vœu`
const names: Readonly<Record<Exclude<ListField, 'name' | 'other'>, string>> = {
  seats: `seats|seat|capacity|places offered|positions|quota|vacancies|number of seats|名额数|人数|容量|招收人数|名额|
    จำนวนที่รับ|จำนวนรับ|จำนวนที่นั่ง|โควตา|정원|모집 인원|인원|places offertes|capacité|nombre de places`,
  country: `country|home country|country code|国家|国别|国家/地区|ประเทศ|국가|나라|pays`,
  sector: `sector|field|industry|branch|行业|领域|部门|สาขา|ภาคส่วน|กลุ่มงาน|분야|업종|부문|secteur|domaine`,
  score: `score|priority|priority score|points|gpa|gpax|grade|分数|优先分|积分|绩点|คะแนน|ลำดับความสำคัญ|เกรดเฉลี่ย|
    점수|우선순위 점수|평점|score|points|priorité|moyenne`,
  rank: `rank|ranking|order|preference|choice number|choice no|priority order|排名|名次|顺序|志愿序号|志愿顺序|ลำดับ|
    อันดับ|순위|지망 순위|순번|rang|ordre|classement|numéro du vœu`,
}

const words = (list: string) => list.split('|').map(keyOf)
const applicantKeys = new Set(words(applicantWords))
const placeKeys = new Set(words(placeWords))
const otherKeys = Object.entries(names).map(
  ([field, list]) => [field as keyof typeof names, new Set(words(list))] as const,
)

/** Proposes what each column of a list holds, from its names in any of the five languages; a person can change it. */
export function proposeReading(side: Side, header: readonly string[]): ListReading {
  const found: Partial<Record<ListField, number>> = {}
  const own = side === 'applicants' ? applicantKeys : placeKeys
  const others = side === 'applicants' ? placeKeys : applicantKeys
  for (const [column, cell] of header.entries()) {
    const field = fieldOf(cell, own, others)
    if (field !== null && found[field] === undefined && belongs(side, field)) found[field] = column
  }
  // Without a name of its own the first column that is nothing else is it.
  const known = new Set(Object.values(found))
  const unknown = header.findIndex((_cell, column) => !known.has(column))
  const name = found.name ?? Math.max(0, unknown)
  const named = found.seats === name ? undefined : found.seats
  const seats = side === 'places' ? (named ?? seatsColumn(header.length, name, known)) : null
  for (const field of Object.keys(found) as ListField[]) {
    const isTaken = found[field] === name || (field !== 'seats' && found[field] === seats)
    if (field !== 'name' && isTaken) delete found[field]
  }
  const isOrdered = found.rank !== undefined || (side === 'places' && found.score !== undefined)
  const long = found.other !== undefined && isOrdered
  const taken = new Set([name, seats, found.country, found.sector, found.score])
  const free = header.flatMap((_cell, column) => (taken.has(column) ? [] : [column]))
  return {
    sheet: null,
    layout: long ? 'long' : 'wide',
    name,
    seats,
    country: found.country ?? null,
    sector: side === 'places' ? (found.sector ?? null) : null,
    score: long || side === 'applicants' ? (found.score ?? null) : null,
    other: long ? found.other! : null,
    rank: long ? (found.rank ?? null) : null,
    first: long ? null : (free[0] ?? null),
    last: long ? null : (free.at(-1) ?? null),
  }
}

/** Where seats stand that no name tells of: the first column that is nothing else, as in a list without column names. */
function seatsColumn(columns: number, name: number, known: ReadonlySet<number>): number | null {
  const others = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => column !== name,
  )
  return others.find((column) => !known.has(column)) ?? others[0] ?? null
}

/** Whether a reading can be used on a list of so many columns. */
export function isUsable(side: Side, reading: ListReading, columns: number): boolean {
  const within = (column: number | null) => column === null || (column >= 0 && column < columns)
  const { name, seats, country, sector, score, other, rank, first, last } = reading
  if (![name, seats, country, sector, score, other, rank, first, last].every(within)) return false
  if (side === 'places' && (seats === null || seats === name)) return false
  if (reading.layout === 'wide') return first === null || last === null || first <= last
  const ordered = rank !== null || (side === 'places' && score !== null)
  return other !== null && other !== name && ordered
}

function belongs(side: Side, field: ListField): boolean {
  return side === 'places' || (field !== 'seats' && field !== 'sector')
}

function fieldOf(
  cell: string,
  own: ReadonlySet<string>,
  others: ReadonlySet<string>,
): ListField | null {
  for (const part of [cell, ...cell.split(/[/|\n()（）]/)]) {
    const key = keyOf(part)
    if (own.has(key)) return 'name'
    for (const [field, keys] of otherKeys) if (keys.has(key)) return field
    if (others.has(key)) return 'other'
  }
  return null
}

function keyOf(text: string): string {
  return normaliseDigits(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._:*#’'-]+/g, '')
}

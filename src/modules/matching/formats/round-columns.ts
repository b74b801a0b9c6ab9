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
  /** Of applicants: the group for which seats may be kept. */
  category: number | null
  /** Of places: seats kept for groups, whose the place is, and how many its host takes in all. */
  reserves: number | null
  host: number | null
  hostSeats: number | null
  first: number | null
  last: number | null
  /** Of lists for mentors: languages, the kind of a mentor, and what a pair costs. */
  languages?: number | null
  kind?: number | null
  cost?: number | null
}

/** The columns that are assigned one by one. */
export type ListField =
  | 'name'
  | 'seats'
  | 'country'
  | 'sector'
  | 'score'
  | 'other'
  | 'rank'
  | 'category'
  | 'reserves'
  | 'host'
  | 'hostSeats'

/** Names of columns in five languages, as they are compared. */
export const words = (list: string) => list.split('|').map(keyOf)

export const applicantWords = `applicant|applicants|student|student id|student code|student number|student no|candidate|申请人|申请者|学生|学号|
  姓名|ผู้สมัคร|นักศึกษา|รหัสนักศึกษา|ชื่อ|지원자|학생|학번|성명|candidat|étudiant|candidate|numéro étudiant`
const placeWords = `place|position|host|host organisation|project|placement|internship|choice|岗位|名额|职位|接收单位|实习单位|志愿|
  ตำแหน่ง|ที่ที่เปิดรับ|หน่วยงาน|สถานประกอบการ|ที่ฝึกงาน|ตัวเลือก|자리|기관|실습 기관|직무|지망|place|poste|
  organisme d’accueil|structure d’accueil|stage|vœu`
export const columnNames: Readonly<Record<Exclude<ListField, 'name' | 'other'>, string>> = {
  seats: `seats|seat|capacity|places offered|positions|quota|vacancies|number of seats|名额数|人数|容量|招收人数|名额|
    จำนวนที่รับ|จำนวนรับ|จำนวนที่นั่ง|โควตา|정원|모집 인원|인원|places offertes|capacité|nombre de places`,
  country: `country|home country|country code|国家|国别|国家/地区|ประเทศ|국가|나라|pays`,
  sector: `sector|field|industry|branch|行业|领域|部门|สาขา|ภาคส่วน|กลุ่มงาน|분야|업종|부문|secteur|domaine`,
  score: `score|priority|priority score|points|gpa|gpax|grade|分数|优先分|积分|绩点|คะแนน|ลำดับความสำคัญ|เกรดเฉลี่ย|
    점수|우선순위 점수|평점|score|points|priorité|moyenne`,
  rank: `rank|ranking|order|preference|choice number|choice no|priority order|排名|名次|顺序|志愿序号|志愿顺序|ลำดับ|
    อันดับ|순위|지망 순위|순번|rang|ordre|classement|numéro du vœu`,
  category: `category|group|quota group|reserve group|类别|组别|身份类别|ประเภท|กลุ่ม|ประเภทผู้สมัคร|구분|전형|그룹|catégorie|groupe|contingent`,
  reserves: `reserved|reserves|reserved seats|seats reserved|保留名额|预留名额|专项名额|ที่นั่งที่กันไว้|จำนวนที่กันไว้|โควตาเฉพาะกลุ่ม|할당|할당석|
    할당 인원|places réservées|réserves|contingents`,
  host: `supervisor|offered by|belongs to|department|company|所属单位|主办单位|导师|指导教师|ผู้ดูแล|อาจารย์ที่ปรึกษา|สังกัด|지도교수|소속 기관|
    주관 기관|encadrant|superviseur|responsable|proposé par`,
  hostSeats: `host seats|host capacity|seats of the host|seats in all|单位总名额|导师总名额|总名额|จำนวนรับรวม|รับรวมทั้งหมด|기관 정원|총정원|
    places de la structure|capacité de la structure|places en tout`,
}

/** Names of the place itself that, standing beside its name, say whose it is. */
const hostKeys = new Set(
  words(
    `host|host organisation|接收单位|หน่วยงาน|สถานประกอบการ|기관|실습 기관|organisme d’accueil|structure d’accueil`,
  ),
)

const applicantKeys = new Set(words(applicantWords))
const placeKeys = new Set(words(placeWords))
const otherKeys = Object.entries(columnNames).map(
  ([field, list]) => [field as keyof typeof columnNames, new Set(words(list))] as const,
)

/** Proposes what each column of a list holds, from its names in any of the five languages; a person can change it. */
export function proposeReading(side: Side, header: readonly string[]): ListReading {
  const found: Partial<Record<ListField, number>> = {}
  const own = side === 'applicants' ? applicantKeys : placeKeys
  const others = side === 'applicants' ? placeKeys : applicantKeys
  for (const [column, cell] of header.entries()) {
    const field = fieldOf(cell, own, others)
    if (field === null || !belongs(side, field)) continue
    if (found[field] === undefined) found[field] = column
    else if (field === 'name' && side === 'places' && found.host === undefined) {
      // Of two columns that could name a place the one that names hosts says whose it is.
      const isHost = (at: number) => hostKeys.has(keyOf(header[at]!))
      if (isHost(column)) found.host = column
      else if (isHost(found.name!)) [found.host, found.name] = [found.name!, column]
    }
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
  const { country, sector, score, category, reserves, host, hostSeats } = found
  const taken = new Set([name, seats, country, sector, score, category, reserves, host, hostSeats])
  const free = header.flatMap((_cell, column) => (taken.has(column) ? [] : [column]))
  return {
    sheet: null,
    layout: long ? 'long' : 'wide',
    name,
    seats,
    country: country ?? null,
    sector: sector ?? null,
    score: long || side === 'applicants' ? (score ?? null) : null,
    other: long ? found.other! : null,
    rank: long ? (found.rank ?? null) : null,
    category: category ?? null,
    reserves: reserves ?? null,
    host: host ?? null,
    hostSeats: hostSeats ?? null,
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
  const { name, seats, score, other, rank, first, last } = reading
  const { country, sector, category, reserves, host, hostSeats } = reading
  const beside = [country, sector, category, reserves, host, hostSeats]
  if (![name, seats, score, other, rank, first, last, ...beside].every(within)) return false
  if (side === 'places' && (seats === null || seats === name)) return false
  if (reading.layout === 'wide') return first === null || last === null || first <= last
  const ordered = rank !== null || (side === 'places' && score !== null)
  return other !== null && other !== name && ordered
}

const ofPlaces = new Set<ListField>(['seats', 'sector', 'reserves', 'host', 'hostSeats'])

function belongs(side: Side, field: ListField): boolean {
  return side === 'places' ? field !== 'category' : !ofPlaces.has(field)
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

export function keyOf(text: string): string {
  return normaliseDigits(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._:*#’'-]+/g, '')
}

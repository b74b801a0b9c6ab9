import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import { closeBreach, enterBreach, fulfilDuty, type TypedBreach } from './service/breaches.ts'

const { people, organisations } = cast
const hourMs = 3_600_000
const zone = 'Asia/Bangkok'

type Seeded = Pick<
  TypedBreach,
  'title' | 'words' | 'countries' | 'groups' | 'persons' | 'risk' | 'measures'
> & {
  hoursAgo: number
  told?: { law: string; addressee: string; reference: string }
  outcome?: string
}

/** A mail that went astray, whose clock runs; and a laptop that was lost and came to nothing. */
const breaches: readonly Seeded[] = [
  {
    title: 'ส่งอีเมลผลการเรียนผิดรายชื่อ',
    words:
      'อีเมลที่แนบผลการเรียนของนักศึกษาแลกเปลี่ยน 12 คนถูกส่งไปยังรายชื่อผู้รับภายนอก 40 ราย เนื่องจากเลือกรายชื่อผิด',
    countries: ['TH', 'KR', 'FR'],
    groups: ['identity', 'grades'],
    persons: '12',
    risk: 'risk',
    measures: 'ขอให้ผู้รับทุกรายลบอีเมลและยืนยันเป็นลายลักษณ์อักษร',
    hoursAgo: 30,
    told: { law: 'PIPA', addressee: 'persons', reference: 'อีเมลถึงเจ้าของข้อมูลแต่ละราย' },
  },
  {
    title: 'คอมพิวเตอร์พกพาของสำนักงานหาย',
    words: 'คอมพิวเตอร์พกพาหายระหว่างเดินทาง ดิสก์เข้ารหัสทั้งเครื่อง ไม่พบการเข้าใช้งานหลังจากนั้น',
    countries: ['TH'],
    groups: ['identity', 'contact'],
    persons: '300',
    risk: 'none',
    measures: 'ยกเลิกสิทธิ์ของเครื่องและเปลี่ยนรหัสผ่านทันที',
    hoursAgo: 24 * 40,
    outcome: 'ได้เครื่องคืนจากสนามบิน ตรวจแล้วไม่มีการเปิดใช้',
  },
]

/** The register of breaches of the demonstration; one that stands there is passed over. */
export async function seedBreaches(seeding: Seeding): Promise<void> {
  for (const each of breaches) {
    const there = await seeding.database.kysely
      .selectFrom('privacy_breaches')
      .select('id')
      .where('title', '=', each.title)
      .executeTakeFirst()
    if (there) continue
    const known = new Date(seeding.now.getTime() - each.hoursAgo * hourMs)
    await as(seeding, each.hoursAgo - 2, (work) =>
      entered(work, each, known, seeding.services.node),
    )
  }
}

async function entered(
  work: Work,
  { told, outcome, hoursAgo: _hoursAgo, ...typed }: Seeded,
  known: Date,
  node: string,
): Promise<true | Refusal> {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  })
  const made = await enterBreach(work, {
    ...typed,
    organisation: organisations.au,
    knownOn: dateInZone(known, zone),
    knownAt: clock.format(known),
    node,
  })
  if (isRefused(made)) return made
  const { breachId } = made
  if (told) {
    const done = await fulfilDuty(work, { breachId, ...told })
    if (isRefused(done)) return done
  }
  if (outcome) return closeBreach(work, { breachId, outcome })
  return true
}

async function as(
  seeding: Seeding,
  hoursAgo: number,
  verb: (work: Work) => Promise<true | Refusal>,
): Promise<void> {
  const personId = people.administratorAu
  await seedAs(seeding, { personId, daysAgo: hoursAgo / 24, language: 'en' }, verb)
}

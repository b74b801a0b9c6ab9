import { addMonths, dateInZone } from '#kernel/values'
import { cast } from '#modules/alliance'
import type { Wish } from '../rules/wishes.ts'
import type { OpenEngagement } from '../service/engagements.ts'
import type { ProfileTexts } from '../service/profiles.ts'

const { people, organisations, programmeYears } = cast

/** The invented mentors, with what each wrote in a language of their own. */
export const seededMentors: readonly ({
  personId: string
  organisationId: string
} & ProfileTexts)[] = [
  {
    personId: people.academicMentorAu,
    organisationId: organisations.au,
    kind: 'academic',
    about:
      'สอนการออกแบบลายผ้าดิจิทัลและการจัดเก็บคลังลวดลายของชุมชน ชอบทำงานกับนักศึกษาที่อยากนำงานหัตถกรรมไปสู่สื่อใหม่ นัดพบได้ทุกบ่ายวันพุธ',
    fields: ['0211', '0214', '0212'],
    languages: ['th', 'en'],
    capacity: 4,
  },
  {
    personId: people.industryMentor,
    organisationId: organisations.perfectWorld,
    kind: 'industry',
    about:
      '负责游戏美术资产流程十余年，熟悉传统纹样的数字化、材质与版权。愿意用真实项目带学生，线上会面为主，每两周一次。',
    fields: ['0211', '061', '0213'],
    languages: ['zh', 'en'],
    capacity: 3,
  },
  {
    personId: people.curator,
    organisationId: organisations.museum,
    kind: 'industry',
    about: 'ภัณฑารักษ์ผ้าและสิ่งทอ ดูแลงานวิจัยของสะสมและนิทรรศการหมุนเวียน พานักศึกษาเข้าคลังได้ครั้งละสองคน',
    fields: ['0214', '022', '032'],
    languages: ['th', 'en', 'lo'],
    capacity: 2,
  },
  {
    personId: people.evaluatorPku,
    organisationId: organisations.pku,
    kind: 'academic',
    about: '研究当代手工艺与文化产业政策，可指导论文选题与田野调查。',
    fields: ['022', '0214', '041'],
    languages: ['zh', 'en'],
    capacity: 5,
  },
]

/** The year of the Sino-Thai programme in which students have two mentors each. */
export function seededEngagement(now: Date): Omit<OpenEngagement, 'node'> {
  const today = dateInZone(now, 'Asia/Bangkok')
  return {
    engagement: { kind: 'alliance-programme-year', id: programmeYears.sinoThai2026 },
    organisationId: organisations.au,
    titles: {
      en: 'Sino-Thai programme, mentored practice',
      'zh-Hans': '中泰项目 · 双导师实践',
      th: 'โครงการไทย–จีน ภาคปฏิบัติที่มีที่ปรึกษาสองฝ่าย',
      ko: '중국–태국 프로그램, 이중 멘토 실습',
      fr: 'Programme sino-thaïlandais, pratique à deux mentors',
    },
    needs: ['academic', 'industry'],
    startsOn: addMonths(today, -2),
    endsOn: addMonths(today, 4),
    href: null,
  }
}

/** What the student wrote as her goals. */
export const seededGoals = [
  'แปลงลายผ้าทอสามลายจากคลังของชุมชนเป็นเวกเตอร์ที่ใช้ซ้ำได้ พร้อมบันทึกที่มาของแต่ละลาย',
  'ทำชุดวัสดุจากลายเหล่านั้นให้ใช้ในฉากเกมได้จริงหนึ่งฉาก',
  'เขียนบันทึกสองหน้าว่าใครเป็นเจ้าของลาย และต้องขออนุญาตอย่างไร',
].join('\n')

/** The meetings of the demonstration. */
export const seededMeetings = {
  first: { topic: '纹样数字化流程介绍', place: 'https://meet.example/weaving', minutes: 60 },
  next: { topic: 'ตรวจชุดวัสดุรอบแรก', place: 'https://meet.example/weaving', minutes: 45 },
} as const

/** What the mentors noted. */
export const seededNotes = {
  industry:
    '学生已能独立完成一块纹样的矢量化。下次请带两块织物的高分辨率照片，并注明采集村落和织者意愿。',
  academic: 'นักศึกษาขออนุญาตกลุ่มทอผ้าเรียบร้อยแล้ว ให้แนบเอกสารไว้กับบันทึกลายทุกชิ้น',
} as const

/** What a student who lacks both mentors says, and whom she would like. */
export const seededWishes = {
  statement: 'อยากเรียนรู้วิธีบันทึกประวัติของผ้าแต่ละผืนให้คนทั่วไปค้นได้ และอยากลองออกแบบป้ายอธิบายในนิทรรศการ',
  languages: ['th', 'en'],
  wishes: new Map<string, Wish>([
    [people.curator, 1],
    [people.academicMentorAu, 1],
    [people.evaluatorPku, 2],
  ]),
} as const

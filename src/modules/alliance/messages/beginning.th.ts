import type en from './beginning.en.ts'

export default {
  'first.nobody': 'สมาชิกนี้ยังไม่มีผู้รับผิดชอบงาน',
  'first.nobody-why': 'โปรดเชิญผู้ประสานงานหรือผู้ดูแลคนแรก ผู้ที่ตอบรับจะเชิญบุคลากรคนอื่นต่อได้',
  'first.invited': 'ส่งคำเชิญแล้ว ยังไม่ได้รับการตอบรับ',
  'first.invite': 'เชิญผู้ประสานงานคนแรก',
  'first.invite-another': 'เชิญผู้ประสานงาน',
  'search-kind.person': 'บุคคล',
  'search-kind.organisation': 'องค์กร',
  'search-kind.programme': 'โครงการของเครือข่าย',
  'search-kind.initiative': 'กิจกรรมความร่วมมือ',
} satisfies Record<keyof typeof en, string>

import type en from './en.ts'

export default {
  'mail.open': 'เปิดดู',
  'digest.subject': 'มีความเคลื่อนไหวใหม่ {count, plural, other {#}} รายการ',
  'digest.news': 'ความเคลื่อนไหวนับจากสรุปครั้งก่อน:',
  'digest.more': 'ยังมีอีก {count, plural, other {#}} รายการในหน้าของท่าน',
  'digest.waiting-heading': 'งานที่รอท่านดำเนินการ',
  'digest.waiting':
    'มีงานรอท่านดำเนินการ {open, plural, other {#}} รายการ{overdue, plural, =0 {} other { เกินกำหนดแล้ว # รายการ}}',
  'digest.inbox': 'เปิดรายการงาน',
  'choice.none': 'ไม่ส่งอีเมล',
  'choice.immediate': 'ส่งอีเมลทันที',
  'choice.daily': 'สรุปวันละครั้ง',
} satisfies Record<keyof typeof en, string>

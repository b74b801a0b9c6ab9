import type en from './en.ts'
import held from './held.th.ts'

export default {
  ...held,
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
  'kind.task-opened': 'งานใหม่ที่รอดำเนินการ',
  'kind.task-due': 'การเตือนงานที่ใกล้ครบกำหนด',
  'kind.stand-in': 'เมื่อท่านปฏิบัติหน้าที่แทนผู้อื่น',
  'stand-in.begins':
    'ท่านปฏิบัติหน้าที่แทน {name} ตั้งแต่ {from} ถึง {until} งานที่รอ {name} จะอยู่ในรายการงานของท่านในช่วงดังกล่าว',
  'stand-in.ends': 'ตั้งแต่ {day} ท่านไม่ได้ปฏิบัติหน้าที่แทน {name} อีกต่อไป',
  'stand-in.taken-back': 'ท่านไม่ต้องปฏิบัติหน้าที่แทน {name} แล้ว เนื่องจากมีการยกเลิกการลา',
  'kind.digest': 'อีเมลสรุปประจำวัน',
  'told.opened': 'งานใหม่: {task}',
  'told.given': 'มีผู้มอบงานให้ท่าน: {task}',
  'told.due': 'ขอเตือน: {task}',
  'told.planned': 'ถึงวันที่ท่านกำหนดจะดำเนินการ: {task}',
  'mail.acts': 'แต่ละลิงก์ต่อไปนี้ใช้ดำเนินการได้ทันทีหนึ่งเรื่อง โดยไม่ต้องเข้าสู่ระบบ:',
  'act.complete': 'ดำเนินการแล้ว',
  'act.giveAway': 'มอบให้เพื่อนร่วมงาน',
  'act.plan': 'แจ้งวันที่จะดำเนินการ',
  'detail.due': 'กำหนด {on} ({distance})',
  'detail.what': '{what}',
  'detail.both': '{what} · {due}',
  'refused.no-kind': 'ไม่มีการแจ้งเตือนประเภทนี้',
} satisfies Record<keyof typeof en, string>

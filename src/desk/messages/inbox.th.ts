import type en from './inbox.en.ts'

export default {
  'inbox.state.later': 'พักไว้ก่อน',
  'inbox.empty.later.title': 'ไม่มีงานที่พักไว้',
  'inbox.empty.later.why': 'งานที่ท่านแจ้งว่าจะดำเนินการในภายหลัง จะอยู่ที่นี่จนถึงวันนั้น',
  'inbox.kind': 'ประเภทงาน',
  'inbox.column.about': 'เกี่ยวกับ',
  'inbox.column.actions': 'สิ่งที่ทำได้',
  'inbox.done': 'เสร็จแล้ว',
  'inbox.later': 'ภายหลัง',
  'inbox.give': 'มอบต่อ',
  'inbox.do-later': 'ดำเนินการภายหลัง',
  'inbox.give-all': '{count, plural, other {มอบทั้ง # รายการนี้ให้ผู้อื่น}}',
  'inbox.planned': 'ท่านจะดำเนินการภายใน {on}',
  'inbox.given-by': 'มอบโดย {name}',
  'inbox.undo': 'เลิกทำ',
  'inbox.taken-back':
    '{count, plural, =0 {ไม่มีรายการที่นำกลับได้ เพราะงานเปลี่ยนไปแล้ว} other {นำกลับแล้ว งาน # รายการรอดำเนินการอีกครั้ง}}',
  'plan.title': 'ดำเนินการภายหลัง',
  'plan.done': '{count, plural, other {พักงาน # รายการไว้จนถึงวันนั้น}}',
  'inbox-notices.lead':
    '{count, plural, =0 {ท่านอ่านการแจ้งเตือนทั้งหมดแล้ว} other {มีการแจ้งเตือนใหม่ # รายการ}}',
  'inbox-notices.read-all': 'ทำเครื่องหมายว่าอ่านแล้วทั้งหมด',
  'inbox-notices.read-chosen': 'ทำเครื่องหมายว่าอ่านแล้ว',
  'inbox-notices.read-one': 'อ่านแล้ว',
  'inbox-notices.read': '{count, plural, other {ทำเครื่องหมายว่าอ่านแล้ว # รายการ}}',
  'inbox-notices.unread-again':
    '{count, plural, =0 {ไม่มีการเปลี่ยนแปลง} other {การแจ้งเตือน # รายการกลับเป็นยังไม่อ่าน}}',
  'inbox-notices.none-chosen': 'โปรดเลือกการแจ้งเตือนอย่างน้อยหนึ่งรายการ',
  'inbox-notices.none-left': 'รายการเหล่านี้อ่านแล้ว',
  'inbox-notices.none-unread': 'ไม่มีการแจ้งเตือนใหม่',
  'inbox-notices.show-unread': 'แสดงเฉพาะที่ยังไม่อ่าน',
  'inbox-notices.show-all': 'แสดงทั้งหมด',
  'inbox-notices.new': 'ยังไม่อ่าน',
  'inbox-notices.is-read': 'อ่านแล้ว',
  'inbox-notices.column.what': 'การแจ้งเตือน',
  'inbox-notices.column.state': 'สถานะ',
} satisfies Record<keyof typeof en, string>

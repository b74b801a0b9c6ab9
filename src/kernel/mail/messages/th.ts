import type en from './en.ts'
import held from './held.th.ts'
import reasons from './reasons.th.ts'

export default {
  ...held,
  ...reasons,
  'refused.address': 'ที่อยู่อีเมลไม่ถูกต้อง',
  'field.address': 'โปรดกรอกอีเมล เช่น name@university.example',
  'refused.too-large': 'อีเมลมีขนาดเกิน 25 MB',
  'refused.no-mail': 'ข้อมูลนี้ไม่ใช่อีเมล',
  'refused.no-incoming': 'ไม่พบอีเมลนี้ หรือจัดเก็บเข้าแฟ้มแล้ว',
  'refused.loop': 'อีเมลวนผ่านเซิร์ฟเวอร์หลายเครื่องเกินไป',
  'refused.no-mailbox': 'ไม่มีอีเมลของเราที่ใช้ที่อยู่ส่งกลับนี้',
  'refused.not-filed': 'ไม่พบอีเมลนี้ หรือยังไม่ได้จัดเก็บเข้าแฟ้ม',
  'footer.sent-by': 'ส่งจากระบบ Weft ที่ {host} ท่านสามารถตอบกลับอีเมลนี้ได้',
  'footer.settings': 'เลือกอีเมลที่ต้องการรับ',
  'entry.mail-failed': 'ส่งอีเมลฉบับหนึ่งไม่สำเร็จ',
  'entry.mail-received': 'ได้รับอีเมลหนึ่งฉบับ',
} satisfies Record<keyof typeof en, string>

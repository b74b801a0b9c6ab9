import type en from './en.ts'
import held from './held.th.ts'

export default {
  ...held,
  'kept.entries': 'ยังคงเก็บบันทึกว่ามีเหตุการณ์เกิดขึ้น โดยไม่มีชื่อหรือข้อมูลส่วนบุคคล เพื่อพิสูจน์ว่าไม่มีการแก้ไขภายหลัง',
} satisfies Record<keyof typeof en, string>

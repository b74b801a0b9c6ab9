import type en from './held.en.ts'

export default {
  'held.agreements': 'ข้อตกลงการฝึกงาน',
  'held.agreements-stay': 'ฉบับที่ลงนามแล้วเก็บไว้กับผู้ลงนามทุกฝ่าย ส่วนที่เป็นเพียงร่างจะถูกลบ',
  'held.evaluating': 'แบบประเมินที่ท่านได้รับเชิญในฐานะที่ปรึกษา',
  'held.evaluations': 'การประเมินการฝึกงานของท่าน',
  'held.hours': 'รายการชั่วโมง',
  'held.interruptions': 'การพักและการสิ้นสุดก่อนกำหนด',
  'held.marks-stay': 'คะแนนคงอยู่ ส่วนชื่อ ที่อยู่อีเมล และข้อความจะถูกลบ',
} satisfies Record<keyof typeof en, string>

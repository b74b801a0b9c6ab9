import type en from './news.en.ts'

export default {
  'notice.kind.news': 'ความตกลง: ผลการพิจารณาของสถาบันคู่ความร่วมมือ',
  'news.refused': '{partner} ไม่รับข้อเสนอที่ท่านส่งไป เหตุผลอยู่ในหน้าความตกลง',
  'news.ended': '{partner} ได้ยุติความตกลงแล้ว ปีสุดท้ายแสดงอยู่ในหน้าความตกลง',
  'news.ended-by-all': 'ทุกสถาบันเห็นชอบให้ยุติความตกลงก่อนกำหนด',
  'news.end-declined': '{partner} ไม่เห็นชอบให้ยุติความตกลงก่อนกำหนด ความตกลงยังมีผลต่อไป',
} satisfies Record<keyof typeof en, string>

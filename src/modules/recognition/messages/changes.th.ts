import type en from './changes.en.ts'

export default {
  'change.grade': 'ได้ผลการเรียน {host} อย่างน้อย {grade}',
  'change.passed': 'สอบผ่าน {host} โดยได้ผลการเรียนอย่างน้อย {grade}',
  'change.mean': 'ผลการเรียนเฉลี่ยถ่วงน้ำหนักด้วยหน่วยกิตอย่างน้อย {grade}',
  'change.content':
    'การเทียบประมวลรายวิชาพบว่าเนื้อหาครอบคลุม {home} อย่างน้อยร้อยละ {required, number, ::scale/100 .##}',
  'change.hours':
    '{weekly, plural, other {{host} มีชั่วโมงเรียนเพิ่มอีกสัปดาห์ละ # ชั่วโมง}} รวม {hours, number} ชั่วโมงตลอดวิชา',
  'change.credit': '{host} มีหน่วยกิตของสถาบันที่ไปศึกษาอย่างน้อย {credit, number} หน่วยกิต',
  'change.further': 'สอบผ่านรายวิชาอื่นที่นับเข้าชุดอีก {credit, number} หน่วยกิตของสถาบันที่ไปศึกษา',
  'change.missing': 'มีผลสอบผ่าน {missing} ที่มีหน่วยกิตเพียงพอ',
  'change.term': 'เรียน {host} ในภาคการศึกษาอื่น',
  'change.room': 'เพดานหน่วยกิตเหลืออีก {credit, number} หน่วยกิต',
  'change.not-already': 'ยังไม่เคยเทียบโอน {home}',
  'change.decided-by': 'พิจารณาภายในวันที่ {day, date, long}',
  'change.completed-from': 'เรียน {host} จบตั้งแต่วันที่ {day, date, long} เป็นต้นไป',
  'change.validity': 'มีการเทียบ {host} ที่ใช้ได้ในวันที่เรียนจบรายวิชา',
  'choice.less':
    'หากนับเป็น {homes} แทน จะได้หน่วยกิตรวมน้อยลง {less, plural, =1 {1 หน่วยกิต} other {{credit, number} หน่วยกิต}}',
  'choice.same': 'หากนับเป็น {homes} แทน จะได้หน่วยกิตรวมเท่ากัน เมื่อเท่ากันจะเลือกรายการที่มาก่อนตามลำดับ',
  'page.case.what-if': 'สิ่งที่จะทำให้ผลเปลี่ยนไป',
  'page.case.what-if-all': 'ต้องครบทุกข้อนี้ ผลจึงจะเปลี่ยนไป',
  'page.case.what-if-gain': 'ได้รวมเพิ่มขึ้น {credits}',
  'page.case.choices': 'ทางเลือกอื่น',
} satisfies Record<keyof typeof en, string>

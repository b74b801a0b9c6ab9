import type en from './en.ts'

export default {
  'task.decide': 'พิจารณาคำขอเทียบโอนเลขที่ {number}',
  'task.kind.case-decision': 'การเทียบโอนที่รอพิจารณา',
  'entry.case-opened':
    'ได้รับใบแสดงผลการศึกษา {lines, plural, other {# รายวิชา}} และเปิดเรื่องเลขที่ {number}',
  'entry.case-evaluated':
    'ประเมินตามหลักเกณฑ์แล้ว เทียบโอนได้ {recognised} เทียบโอนไม่ได้ {refused} รอผู้พิจารณา {open}',
  'entry.line-changed': 'ผู้ประเมินแก้ไขรายการที่ {line}',
  'entry.line-restored': 'คืนรายการที่ {line} เป็นผลตามหลักเกณฑ์',
  'entry.case-decided': 'พิจารณาเรื่องเลขที่ {number} แล้ว เทียบโอนได้ {credit} หน่วยกิต',
  'entry.case-withdrawn': 'ถอนเรื่องเลขที่ {number}',
  'entry.catalogue-published': 'เผยแพร่รายวิชาในหลักสูตรแล้ว {courses, plural, other {# รายวิชา}}',
  'entry.equivalence-judged': 'พิจารณาให้ {host} เทียบเท่า {home}',
  'entry.equivalence-withdrawn': 'ยกเลิกการเทียบเท่าระหว่าง {host} กับ {home}',
  'entry.rule-set-published': 'เผยแพร่หลักเกณฑ์การเทียบโอน ฉบับที่ {version}',
  'refusal.no-enrolment': 'โปรดเลือกนักศึกษาที่ลงทะเบียนอยู่ในสถาบันของท่าน',
  'refusal.no-rules':
    'ยังไม่มีหลักเกณฑ์การเทียบโอนของสถาบันที่ใช้กับหลักสูตรและปีที่เข้าศึกษานี้ โปรดเผยแพร่หลักเกณฑ์ก่อน จึงจะประเมินใบแสดงผลการศึกษาได้',
  'refusal.no-lines': 'ใบแสดงผลการศึกษาไม่มีรายวิชา',
  'refusal.too-many-lines': 'ใบแสดงผลการศึกษาหนึ่งฉบับมีได้ไม่เกิน {limit, number} รายวิชา',
  'refusal.host-is-home': 'ใบแสดงผลการศึกษานี้ออกโดยสถาบันต้นสังกัดเอง โปรดเลือกสถาบันที่ไปศึกษา',
  'refusal.no-host': 'โปรดเลือกสถาบันที่ออกใบแสดงผลการศึกษา',
  'refusal.same-transcript': 'ใบแสดงผลการศึกษาฉบับเดียวกันอยู่ในเรื่องเลขที่ {number} แล้ว',
  'refusal.no-case': 'ไม่มีเรื่องนี้ หรือท่านไม่มีสิทธิ์เข้าดู',
  'refusal.reason': 'โปรดระบุเหตุผลหนึ่งประโยคที่นักศึกษาเข้าใจได้',
  'refusal.home-course': 'โปรดระบุรายวิชาของสถาบันต้นสังกัดที่ให้เทียบโอน',
  'refusal.unknown-course': 'ไม่พบ {code} ในรายวิชาปัจจุบันของสถาบันต้นสังกัด',
  'refusal.credit': 'หน่วยกิตต้องมากกว่า 0',
  'refusal.already-decided': 'เรื่องนี้พิจารณาเสร็จแล้ว ไม่มีการเปลี่ยนแปลงใด ๆ',
  'refusal.withdrawn': 'เรื่องนี้ถูกถอนแล้ว ไม่มีการเปลี่ยนแปลงใด ๆ',
  'refusal.changed-meanwhile':
    'หลักเกณฑ์ การเทียบเท่า หรือบางรายการเปลี่ยนไปหลังจากท่านเปิดหน้านี้ จึงยังไม่ได้บันทึกผลการพิจารณา โปรดประเมินใหม่และตรวจดูรายการอีกครั้ง',
  'refusal.open-lines': 'ยังมี {count, plural, other {# รายการ}}ที่รอผลพิจารณาจากท่าน',
  'refusal.over-share':
    'จะเทียบโอน {credit} หน่วยกิต แต่หลักสูตรนี้เทียบโอนเพิ่มได้อีกเพียง {limit} หน่วยกิต โปรดไม่อนุมัติบางรายการหรือลดหน่วยกิต',
  'refusal.draft-changed':
    'ใบแสดงผลการศึกษานี้ถูกแก้ไขในหน้าต่างอื่น โปรดโหลดหน้าใหม่เพื่อดูสถานะล่าสุด ไม่มีข้อมูลใดถูกเขียนทับ',
  'refusal.draft-taken': 'ใบแสดงผลการศึกษานี้ถูกส่งเข้าระบบแล้ว',
  'refusal.line-without-code':
    'มี {count, plural, other {# รายวิชา}}ที่ไม่มีรหัสวิชา โปรดกรอกรหัสหรือไม่เลือกรายการนั้น',
} satisfies Record<keyof typeof en, string>

import type en from './conversion.en.ts'

const sides = '{side, select, host {สถาบันที่ไปศึกษา} other {สถาบันต้นสังกัด}}'

const end = (name: string) => `{${name}, select, from {ค่าต่ำสุด} to {ค่าสูงสุด} other {ค่ากลาง}}`
const teaching =
  '{part, select, practice {ปฏิบัติ} placement {ฝึกงาน} self_study {ศึกษาด้วยตนเอง} other {บรรยาย}}'

export default {
  'reason.grade.no-method':
    'ไม่มีวิธีใดที่หลักเกณฑ์กำหนดใช้ได้กับระบบผลการเรียนของสถาบันที่ไปศึกษา จึงไม่ได้แปลงผลการเรียน {grade} โปรดเพิ่มตารางเทียบของทั้งสองระบบ หรือกรอกผลการเรียนของสถาบันต้นสังกัดเอง',
  'reason.grade.by-grading-table':
    'เทียบจากตารางการกระจายผลการเรียนของทั้งสองสถาบัน {grade} แปลงเป็น {home}',
  'reason.grade.by-formula': 'ตามสูตรบาวาเรียฉบับปรับปรุง {grade} แปลงเป็น {home}',
  'reason.grade.fail-unconverted': 'แปลงเฉพาะผลการเรียนที่ผ่าน {grade} ไม่ใช่ผลการเรียนที่ผ่าน',
  'reason.grade.word-unconverted':
    '{grade} ไม่มีลำดับในระบบผลการเรียน จึงแปลงไม่ได้ โปรดกรอกผลการเรียนของสถาบันต้นสังกัดเอง',
  'reason.grade.no-grading-table':
    '{side, select, host {สถาบันที่ไปศึกษา} other {สถาบันต้นสังกัด}}ไม่มีตารางการกระจายผลการเรียนสำหรับระบบและกลุ่มอ้างอิงนี้ แต่หลักเกณฑ์ให้แปลงด้วยตารางดังกล่าว โปรดเพิ่มตาราง หรือกรอกผลการเรียนของสถาบันต้นสังกัดเอง',
  'reason.grade.not-in-table':
    'ตารางการกระจายผลการเรียนของสถาบันที่ไปศึกษาไม่มีตำแหน่งของ {grade} โปรดเติมตารางให้ครบ หรือกรอกผลการเรียนของสถาบันต้นสังกัดเอง',
  'reason.grade.no-ends':
    'สูตรต้องใช้ผลการเรียนสูงสุดและผลการเรียนต่ำสุดที่ผ่านของสถาบันที่ไปศึกษาเป็นตัวเลข แต่ระบบผลการเรียนไม่มีตัวเลขสำหรับ {grade} โปรดระบุทั้งสองค่าในหลักเกณฑ์ หรือกรอกผลการเรียนของสถาบันต้นสังกัดเอง',
  'reason.grade.beyond-ends':
    '{grade} ดีกว่า {best, number} ซึ่งสูตรใช้เป็นผลการเรียนสูงสุด (ต่ำสุดที่ผ่าน {pass, number}) โปรดตรวจสอบทั้งสองค่าในหลักเกณฑ์',

  'reason.grade-step.recorded': 'หลักเกณฑ์ให้บันทึกเป็น {label} ไม่ว่าผลการเรียนจะเป็นอย่างไร',
  'reason.grade-step.row': 'ตารางเทียบที่ตกลงกันมีแถวของ {grade} ซึ่งตรงกับ {home}',
  'reason.grade-step.row-range':
    'ตารางเทียบที่ตกลงกันมีแถวตั้งแต่ {from, number} ถึง {to, number} ซึ่ง {grade} อยู่ในช่วงนี้ และตรงกับ {home}',
  'reason.grade-step.group': `${sides}: {cycle, select, short_cycle {อนุปริญญา} bachelor {ปริญญาตรี} master {ปริญญาโท} doctorate {ปริญญาเอก} other {ทุกระดับ}} {field, select, all {ทุกสาขา} other {สาขา {field} ตาม ISCED-F 2013}} ปีการศึกษา {from, date, ::y}–{to, date, ::y} {unit, select, count {ผลการเรียนที่ผ่าน {count, number} รายการ} other {ร้อยละตามที่ประกาศ}}`,
  'reason.grade-step.small-group': `${sides}: นับผลการเรียนที่ผ่านได้เพียง {count, number} รายการ สัดส่วนจึงคลาดเคลื่อนได้ง่าย`,
  'reason.grade-step.span':
    'เมื่อนับจากผลการเรียนดีที่สุด {grade} อยู่ในช่วง {from, number, ::percent .###} ถึง {to, number, ::percent .###} ของผลการเรียนที่ผ่านของสถาบันที่ไปศึกษา',
  'reason.grade-step.border':
    'ตารางของสถาบันที่ไปศึกษาไม่มีผู้ได้ {grade} เมื่อนับจากผลการเรียนดีที่สุด ตำแหน่งอยู่ที่ {at, number, ::percent .###}',
  'reason.grade-step.overlap':
    'ในช่วงนี้ ผลการเรียน {home} ของสถาบันต้นสังกัดครอบคลุม {share, number, ::percent .###} ของผลการเรียนที่ผ่านทั้งหมด',
  'reason.grade-step.middle': 'กึ่งกลางของช่วงอยู่ที่ {middle, number, ::percent .###}',
  'reason.grade-step.choice':
    'หลักเกณฑ์ใช้{rule, select, maximum {ผลการเรียนที่ดีที่สุดของสถาบันต้นสังกัดในช่วงนี้} minimum {ผลการเรียนที่ต่ำที่สุดของสถาบันต้นสังกัดในช่วงนี้} other {ผลการเรียนของสถาบันต้นสังกัดที่กึ่งกลางของช่วงตกอยู่}} คือ {home}',
  'reason.grade-step.formula':
    '1 + 3 × ({best, number} − {value, number}) ÷ ({best, number} − {pass, number}) = {result, number, ::.####}',
  'reason.grade-step.rounding':
    '{rounding, select, cut {ตัดทศนิยมหลังตำแหน่งแรกทิ้ง และถ้าอยู่ระหว่างสองระดับให้ใช้ระดับที่ดีกว่า} nearest {ใช้ระดับที่ใกล้ที่สุด ถ้าอยู่กึ่งกลางพอดีให้ใช้ระดับที่ดีกว่า} other {ตัดทศนิยมหลังตำแหน่งแรกทิ้ง}} ได้ {home}',

  'page.case.grade-method.grading-table':
    '{host} แปลงเป็น {home} ตามตารางการกระจายผลการเรียนของทั้งสองสถาบัน',
  'page.case.grade-method.bavarian': '{host} แปลงเป็น {home} ตามสูตรบาวาเรียฉบับปรับปรุง',
  'rule-set.says.grading-table':
    'แปลงด้วยตารางการกระจายผลการเรียนของทั้งสองสถาบัน โดยใช้ผลการเรียนที่เทียบได้{rule, select, maximum {สูงสุด} minimum {ต่ำสุด} other {ค่ากลาง}}',
  'rule-set.says.bavarian':
    'แปลงด้วยสูตรบาวาเรียฉบับปรับปรุง {rounding, select, cut {ตัดให้เหลือทศนิยมหนึ่งตำแหน่ง ถ้าอยู่ระหว่างสองระดับใช้ระดับที่ดีกว่า} nearest {ใช้ระดับที่ใกล้ที่สุด ถ้าอยู่กึ่งกลางพอดีใช้ระดับที่ดีกว่า} other {ตัดให้เหลือทศนิยมหนึ่งตำแหน่ง}}',
  'rule-set.says.first': 'ใช้วิธีแรกที่เหมาะกับระบบผลการเรียนของสถาบันที่ไปศึกษา ตามลำดับ: {list}',

  'reason.credit.range': `หนึ่งหน่วยกิตเทียบกับชั่วโมงเป็นช่วง ใช้${end('host')}ของสถาบันที่ไปศึกษาและ${end('home')}ของสถาบันต้นสังกัด หากใช้ค่าอื่นจะได้ {least, number, ::.####} ถึง {most, number, ::.####} หน่วยกิต`,
  'reason.credit-step.hours': `${teaching} {hours, number, ::.####} ชั่วโมง × {hostMinutes, number} นาที ÷ {homeMinutes, number} นาที ÷ {perCredit, number, ::.####} ชั่วโมงต่อหน่วยกิต = {credit, number, ::.######}`,
  'reason.credit-step.ratio':
    '{credit, number, ::.####} หน่วยกิตของสถาบันที่ไปศึกษา × {factor, number, ::.######} = {result, number, ::.######}',
  'reason.credit-step.workload':
    '{credit, number, ::.####} หน่วยกิตของสถาบันที่ไปศึกษา × {host, number, ::.####} ชั่วโมง ÷ {home, number, ::.####} ชั่วโมงภาระการเรียนต่อหน่วยกิต = {result, number, ::.######}',
  'reason.credit-step.year':
    '{credit, number, ::.####} หน่วยกิตของสถาบันที่ไปศึกษา ÷ {host, number, ::.####} หน่วยกิตต่อปีของสถาบันนั้น × {home, number, ::.####} หน่วยกิตต่อปีของสถาบันต้นสังกัด = {result, number, ::.######}',
  'reason.credit-step.sum': 'รวม {result, number, ::.######}',
  'reason.credit-step.rounding':
    'ปัดเป็นทวีคูณของ {step, number, ::.####} {mode, select, halfup {เศษตั้งแต่ครึ่งปัดขึ้น} halfeven {เศษครึ่งปัดเข้าหาเลขคู่} down {ปัดลง} other {ปัดขึ้น}}: {result, number, ::.####}',
  'reason.credit-step.exact': 'ไม่ปัดเศษ: {result, number, ::.######}',
  'reason.credit-step.other':
    'เพื่อเปรียบเทียบ {method, select, hours {ตามชั่วโมงเรียน} ratio {ตามอัตราส่วน} workload {ตามภาระการเรียน} other {ตามสัดส่วนของปี}}: {credit, number, ::.####}',
} as const satisfies Record<keyof typeof en, string>

import type en from './limits.en.ts'

const kind =
  '{kind, select, course {รายวิชาในชั้นเรียน} online {รายวิชาออนไลน์} blended {รายวิชาแบบผสมผสาน} summer {โครงการภาคฤดูร้อน} placement {การฝึกงาน} non_degree {หลักสูตรที่ไม่ให้ปริญญา (CN)} certificate {ใบรับรองมาตรฐาน (CS)} training {การฝึกอบรม (CT)} portfolio {แฟ้มสะสมผลงาน (CP)} examination {การทดสอบ (CE)} accredited {รายวิชาที่ได้รับการรับรอง} part_time {การลงทะเบียนเรียนบางเวลา} other {การเรียนรู้เหล่านี้รวมกัน}}'
const of = kind.replace('{kind,', '{of,')
const term = '{term, select, planned {ภาคการศึกษาตามแผน} other {{term}}}'
const period = '{period, select, planned {ตามแผน} other {{period}}}'
const evidence =
  '{evidence, select, syllabus {ประมวลรายวิชา} hours {หลักฐานชั่วโมงเรียน} certificate {ใบรับรอง} assessment {รายงานการประเมิน} portfolio {แฟ้มสะสมผลงาน} other {ใบแจ้งผล}}'

export default {
  'reason.cap.residence':
    'ต้องเรียนที่สถาบันต้นสังกัดอย่างน้อย {least, number} จาก {programme, number} หน่วยกิตของหลักสูตร จึงเทียบโอนได้ไม่เกิน {limit, number} หน่วยกิต ใช้ไปแล้ว {already, number} หน่วยกิต ชุดรายวิชาที่เทียบโอนได้มากที่สุดไม่มีรายการนี้ หากเพดานเหลืออีก {credit, number} หน่วยกิต ผลจะเปลี่ยนไป',

  'reason.kind.refused': `หลักเกณฑ์ไม่ให้เทียบโอนหน่วยกิตของ${kind}`,
  'reason.kind.evidence': `สำหรับ${kind} หลักเกณฑ์กำหนดให้มี${evidence} แต่ยังไม่มีการบันทึกว่าได้ตรวจแล้ว โปรดขอจากนักศึกษา หรือบันทึกในข้อเท็จจริงของคำขอนี้`,
  'reason.kind.evidence-seen': `ตรวจแล้วตามที่หลักเกณฑ์กำหนดสำหรับ${kind}: ${evidence}`,
  'reason.kind.total': `เทียบโอน${kind}ได้ไม่เกิน {limit, number} หน่วยกิตทั้งหมด ใช้ไปแล้ว {already, number} หน่วยกิต หากเพดานเหลืออีก {credit, number} หน่วยกิต จะเทียบโอนได้`,
  'reason.kind.term': `เทียบโอน${kind}ได้ไม่เกิน {limit, number} หน่วยกิตต่อภาคการศึกษา (${period}) ใช้ไปแล้ว {already, number} หน่วยกิต หากเพดานเหลืออีก {credit, number} หน่วยกิต จะเทียบโอนได้`,

  'reason.kind.year': `เทียบโอน${kind}ได้ไม่เกิน {limit, number} หน่วยกิตต่อปีการศึกษา (${period}) ใช้ไปแล้ว {already, number} หน่วยกิต หากเพดานเหลืออีก {credit, number} หน่วยกิต จะเทียบโอนได้`,
  'reason.kind.host': `เทียบโอน${kind}จากสถาบันเดียวได้ไม่เกิน {limit, number} หน่วยกิต ใช้ไปแล้ว {already, number} หน่วยกิต หากเพดานเหลืออีก {credit, number} หน่วยกิต จะเทียบโอนได้`,

  'reason.home-term.unknown': `ในภาคที่มี${kind} หลักเกณฑ์จำกัดหน่วยกิตที่เรียนที่สถาบันต้นสังกัด แต่ยังไม่มีการบันทึกหน่วยกิตที่เรียนใน${term} โปรดกรอกในข้อเท็จจริงของคำขอนี้`,
  'reason.home-term.met': `ใน${term} เรียนที่สถาบันต้นสังกัด {taken, number} หน่วยกิต ในภาคที่มี${kind} หลักเกณฑ์ให้เรียนได้ถึง {limit, number} หน่วยกิต`,
  'reason.home-term.over': `ใน${term} เรียนที่สถาบันต้นสังกัด {taken, number} หน่วยกิต ในภาคที่มี${kind} หลักเกณฑ์ให้เรียนได้ไม่เกิน {limit, number} หน่วยกิต มิฉะนั้นจะไม่เทียบโอน`,
  'reason.home-term.together': `ในภาคที่มี${kind} นับรวมได้ไม่เกิน {limit, number} หน่วยกิต ใน${term} เรียนที่สถาบันต้นสังกัด {home, number} หน่วยกิต และเทียบโอนไปแล้ว {already, number} หน่วยกิต หากเพดานเหลืออีก {credit, number} หน่วยกิต จะเทียบโอนได้`,

  'reason.home-term.asked-unknown': `ในภาคที่มี${of} หลักเกณฑ์จำกัดหน่วยกิตที่เรียนที่สถาบันต้นสังกัด แต่ไม่ได้ระบุว่าหมายรวมถึง${kind}ด้วยหรือไม่ และยังไม่มีการบันทึกหน่วยกิตที่เรียนที่ต้นสังกัดใน${term} โปรดกรอกในข้อเท็จจริงของคำขอนี้ หรือพิจารณารายการนี้`,
  'reason.home-term.asked': `ในภาคที่มี${of} หลักเกณฑ์จำกัดหน่วยกิตที่เรียนที่สถาบันต้นสังกัด แต่ไม่ได้ระบุว่าหมายรวมถึง${kind}ด้วยหรือไม่ ใน${term} จะรวมเป็น {credit, number} หน่วยกิต ขณะที่ให้ได้ไม่เกิน {limit, number} หน่วยกิต โปรดพิจารณาว่ารายวิชานี้เทียบโอนได้หรือไม่`,

  'reason.stay.unknown':
    'การไปศึกษาเกิน {months, number} เดือนจะเทียบโอนได้เมื่อลาพักการศึกษาแล้ว แต่ยังไม่มีการบันทึกวันเริ่มและวันสิ้นสุด โปรดกรอกในข้อเท็จจริงของคำขอนี้',
  'reason.stay.suspension-unknown':
    'การไปศึกษาตั้งแต่ {from, date, long} ถึง {to, date, long} เกิน {months, number} เดือน จะเทียบโอนได้เมื่อลาพักการศึกษาแล้ว แต่ยังไม่มีการบันทึกว่าได้ลาพักหรือไม่ โปรดกรอกในข้อเท็จจริงของคำขอนี้',
  'reason.stay.suspended':
    'ได้ลาพักการศึกษาแล้วตามที่หลักเกณฑ์กำหนดสำหรับการไปศึกษาเกิน {months, number} เดือน',
  'reason.stay.not-suspended':
    'การไปศึกษาตั้งแต่ {from, date, long} ถึง {to, date, long} เกิน {months, number} เดือนโดยไม่ได้ลาพักการศึกษา จึงไม่เทียบโอนหน่วยกิต',

  'reason.deadline.met': 'ได้รับใบแสดงผลการศึกษาเมื่อ {filed, date, long} ภายในกำหนด {last, date, long}',
  'reason.deadline.missed':
    'ได้รับใบแสดงผลการศึกษาเมื่อ {filed, date, long} วันสุดท้ายคือ {last, date, long}',
  'reason.deadline.late':
    'ได้รับใบแสดงผลการศึกษาเมื่อ {filed, date, long} วันสุดท้ายคือ {last, date, long} หลักเกณฑ์ให้ผู้พิจารณาตัดสินว่าจะรับหรือไม่',
  'reason.deadline.unknown':
    'หลักเกณฑ์กำหนดวันสุดท้าย แต่คำนวณไม่ได้เพราะไม่ทราบ{rule, select, week {วันสิ้นสุดการไปศึกษาหรือวันของภาคการศึกษาถัดไปของสถาบันต้นสังกัด} working_days {วันสิ้นสุดการไปศึกษาหรือวันออกใบแสดงผลการศึกษา} other {วันสิ้นสุดการไปศึกษา}} โปรดกรอกในข้อเท็จจริงของคำขอนี้ หรือพิจารณารายการนี้เอง',

  'reason.residence.years':
    'ก่อนสำเร็จการศึกษาต้องเรียนที่สถาบันต้นสังกัดอย่างน้อย {years, plural, other {# ปีการศึกษา}}',
  'reason.residence.last-term':
    'การไปศึกษาตรงกับภาคการศึกษาสุดท้ายก่อนสำเร็จการศึกษา ซึ่งต้องเรียนที่สถาบันต้นสังกัด',
  'reason.residence.last-term-unknown':
    'ภาคการศึกษาสุดท้ายก่อนสำเร็จการศึกษาต้องเรียนที่สถาบันต้นสังกัด แต่ยังไม่มีการบันทึกว่าการไปศึกษานี้ตรงกับภาคนั้นหรือไม่',
  'reason.honours.open':
    'เกียรตินิยมกำหนดให้เรียนที่สถาบันต้นสังกัดอย่างน้อย {least, number} หน่วยกิต เมื่อเทียบโอนครั้งนี้แล้วยังเหลือ {left, number} จาก {programme, number} หน่วยกิตที่ต้องเรียนที่นั่น จึงยังมีสิทธิ์ได้รับเกียรตินิยม',
  'reason.honours.lost':
    'เกียรตินิยมกำหนดให้เรียนที่สถาบันต้นสังกัดอย่างน้อย {least, number} หน่วยกิต เมื่อเทียบโอนครั้งนี้แล้วเหลือเพียง {left, number} จาก {programme, number} หน่วยกิตที่ต้องเรียนที่นั่น จึงไม่มีสิทธิ์ได้รับเกียรตินิยม',

  'calculation.title': 'วิธีคำนวณหน่วยกิตและผลการเรียน',
  'calculation.lead': 'ทุกขั้นตอนจากสิ่งที่ระบุในใบแสดงผลการศึกษาจนถึงสิ่งที่บันทึก เพื่อให้คำนวณซ้ำด้วยมือได้',
  'calculation.none': 'ยังไม่มีการคำนวณ',
  'calculation.none-why': 'หลักเกณฑ์ยังไม่ได้แปลงหน่วยกิตหรือผลการเรียนของรายการใดในคำขอนี้',
  'calculation.credit': 'หน่วยกิต',
  'calculation.grade': 'ผลการเรียน',
  'calculation.together': 'รวมกัน: {codes}',
  'calculation.picture': '{grade} ระหว่างตารางการกระจายผลการเรียนของทั้งสองสถาบัน แปลงเป็น {home}',

  'rule-set.form.grades': 'การบันทึกผลการเรียน',
  'rule-set.form.grades-hint':
    'ใช้วิธีแรกในลำดับนี้ที่เหมาะกับระบบของสถาบันที่ไปศึกษา ไม่ว่าผลการเรียนจะเป็นอย่างไร: ตารางตามข้อตกลง ตารางการกระจายผลการเรียน สูตร หากไม่มีวิธีใดเหมาะ ให้บันทึกตามที่กำหนด',
  'rule-set.form.not-used': 'ไม่ใช้',
  'rule-set.form.digits': 'สาขาของกลุ่มอ้างอิงต้องตรงกัน',
  'rule-set.digits.4': 'สี่หลักของ ISCED-F',
  'rule-set.digits.3': 'สามหลักของ ISCED-F',
  'rule-set.digits.2': 'สองหลักของ ISCED-F',
  'rule-set.digits.0': 'ไม่ต้องตรง: ทุกสาขารวมกัน',
  'rule-set.form.bavarian': 'สูตรบาวาเรียฉบับปรับปรุง',
  'rule-set.form.bavarian-hint': 'เฉพาะระบบของสถาบันต้นสังกัดที่ 1.0 ดีที่สุดและ 4.0 เป็นเกณฑ์ผ่าน',
  'rule-set.bavarian.cut': 'ตัดเหลือทศนิยมหนึ่งตำแหน่ง แล้วใช้ระดับที่ดีกว่า (Passau)',
  'rule-set.bavarian.nearest': 'ระดับที่ใกล้ที่สุด กึ่งกลางใช้ระดับที่ดีกว่า (Cologne)',
  'rule-set.bavarian.decimal': 'ตัดเหลือทศนิยมหนึ่งตำแหน่ง',
  'rule-set.form.residence': 'หน่วยกิตขั้นต่ำที่ต้องเรียนที่สถาบันต้นสังกัด',
  'rule-set.form.honours': 'หน่วยกิตที่สถาบันต้นสังกัดสำหรับเกียรตินิยม',
  'rule-set.term.residence': 'การเรียนที่สถาบันต้นสังกัด',
  'rule-set.says.residence': 'ต้องเรียนที่สถาบันต้นสังกัดอย่างน้อย {credit} หน่วยกิต',
  'rule-set.term.honours': 'เกียรตินิยม',
  'rule-set.says.honours':
    'เกียรตินิยมกำหนดให้เรียนที่สถาบันต้นสังกัด {credit} หน่วยกิต แจ้งให้นักศึกษาทราบ แต่ไม่ใช้เป็นเหตุไม่เทียบโอน',
  'rule-set.term.suspension': 'การลาพักการศึกษา',
  'rule-set.says.suspension':
    'การไปศึกษาเกิน {months, plural, other {# เดือน}}ต้องลาพักการศึกษา มิฉะนั้นไม่เทียบโอน',
  'rule-set.term.deadline': 'กำหนดเวลา',
  'rule-set.says.week':
    'สิ้นสัปดาห์ที่ {week} ของภาคที่ {term, selectordinal, other {#}} ของสถาบันต้นสังกัดหลังกลับ',
  'rule-set.says.working-days':
    '{days, plural, other {# วันทำการ}}หลัง{after, select, stay {สิ้นสุดการไปศึกษา} other {วันออกใบแสดงผลการศึกษา}}',
  'rule-set.says.date': 'วันที่ {day} เดือน {month} แรกหลังสิ้นสุดการไปศึกษา',
  'rule-set.term.home-term': 'การเรียนที่สถาบันต้นสังกัดในภาคเดียวกัน',
  'rule-set.says.home-term':
    'ในภาคที่มี{kinds}: เรียนที่สถาบันต้นสังกัดได้ไม่เกิน {home} หน่วยกิต รวมไม่เกิน {together}',
  'rule-set.says.home-term-asked': '{rule} กรณีที่ให้เจ้าหน้าที่พิจารณา: {kinds}',
  'rule-set.term.kinds': 'ประเภทการเรียนรู้',
  'rule-set.says.no-kind': 'ไม่เทียบโอน',
  'rule-set.says.kind-limit':
    'ไม่เกิน {credit} หน่วยกิต{per, select, term {ต่อภาค} year {ต่อปีการศึกษา} host {จากสถาบันเดียว} other {ทั้งหมด}}',
  'rule-set.inferred': 'อนุมาน',
  'rule-set.inferred-why': 'แหล่งข้อมูลที่เผยแพร่ไม่ได้ระบุ: {list} จึงเป็นการอนุมาน สถาบันควรยืนยันด้วยฉบับใหม่',
  'rule-set.kind-name':
    '{kind, select, course {รายวิชาในชั้นเรียน} online {รายวิชาออนไลน์} blended {รายวิชาแบบผสมผสาน} summer {โครงการภาคฤดูร้อน} placement {การฝึกงาน} non_degree {หลักสูตรที่ไม่ให้ปริญญา (CN)} certificate {ใบรับรองมาตรฐาน (CS)} training {การฝึกอบรม (CT)} portfolio {แฟ้มสะสมผลงาน (CP)} examination {การทดสอบ (CE)} accredited {รายวิชาที่ได้รับการรับรอง} part_time {การลงทะเบียนเรียนบางเวลา} other {การเรียนรู้เหล่านี้}}',
  'rule-set.evidence-name':
    'ต้องตรวจ{evidence, select, syllabus {ประมวลรายวิชา} hours {หลักฐานชั่วโมงเรียน} certificate {ใบรับรอง} assessment {รายงานการประเมิน} portfolio {แฟ้มสะสมผลงาน} other {ใบแจ้งผล}}',

  'past.title': 'หลักเกณฑ์นี้จะเปลี่ยนผลของคำขอใดที่พิจารณาแล้ว',
  'past.lead':
    'ประเมินใหม่จากข้อมูลที่เก็บไว้เสมือนว่าหลักเกณฑ์นี้ใช้อยู่ในขณะนั้น จากคำขอที่พิจารณาแล้ว {looked, number} คำขอ จะเข้าหลักเกณฑ์นี้ {concerned, plural, other {# คำขอ}} ไม่มีสิ่งใดถูกแก้ไข',
  'past.limited': 'มีคำขอที่พิจารณาแล้ว {decided, number} คำขอ ดูเพียง {looked, number} คำขอแรก',
  'past.unseen': 'ในจำนวนนี้ {count} คำขอแสดงเฉพาะผู้มีสิทธิ์อ่านคำขอ นายทะเบียนดูได้ในหน้านี้หรือในร่างที่บันทึกไว้',
  'past.cases': 'คำขอที่ผลจะต่างไป',
  'past.lines': 'รายการ',
  'past.credit': 'หน่วยกิตที่เทียบโอนในคำขอเหล่านี้ ก่อนและหลัง',
  'past.more': 'แสดง {shown, number} รายการแรก ไฟล์มีทั้งหมด',
  'past.workbook': 'ดาวน์โหลดทุกรายการที่เปลี่ยนเป็น Excel',
  'past.case': 'คำขอ',
  'past.line': 'รายวิชา',
  'past.before': 'ผลเดิม',
  'past.after': 'ตามหลักเกณฑ์นี้',
  'past.credit-before': 'หน่วยกิตเดิม',
  'past.credit-after': 'หน่วยกิตใหม่',
  'past.grade-before': 'ผลการเรียนเดิม',
  'past.why-before': 'เหตุผลเดิม',
  'past.why-after': 'เหตุผลใหม่',
  'past.grade-after': 'ผลการเรียนใหม่',
  'rule-set.form.set-grade': 'ผลการเรียนขั้นต่ำของรายวิชาที่นับรวมกัน',
  'rule-set.form.set-grade.each': 'ทุกรายวิชาต้องถึงเกณฑ์',
  'rule-set.form.set-grade.credit-weighted': 'ค่าเฉลี่ยถ่วงน้ำหนักด้วยหน่วยกิตต้องถึงเกณฑ์',
  'rule-set.term.set-grade': 'รายวิชาที่นับรวมกัน',
  'rule-set.says.set-grade': 'ผลการเรียนเฉลี่ยถ่วงน้ำหนักด้วยหน่วยกิตต้องถึงผลการเรียนขั้นต่ำ',
  'rule-credit.legend': 'หน่วยกิตของการเรียนรู้ประเภทอื่น หลักเกณฑ์ข้อ {number}',
  'rule-credit.hint': 'กรอกเฉพาะเมื่อแปลงหน่วยกิตต่างจากรายวิชาปกติ หากประเภทเดียวมีสองข้อ ให้ใช้ข้อแรก',
  'rule-credit.fault.kinds': 'โปรดเลือกประเภทการเรียนรู้ที่ใช้หลักเกณฑ์นี้',
  'rule-credit.says': '{kinds}: {method}; {rounding}',
} as const satisfies Record<keyof typeof en, string>

import type { reasonTexts } from '../rules/reasons.ts'

export default {
  'reason.line.failed': 'ใบแสดงผลการศึกษาระบุว่าไม่ผ่านรายวิชานี้ จึงไม่ได้หน่วยกิต',
  'reason.line.in-progress':
    'ใบแสดงผลการศึกษาระบุว่ารายวิชานี้ยังอยู่ระหว่างเรียน จะพิจารณาได้เมื่อมีผลการเรียนขั้นสุดท้าย',
  'reason.line.no-credit': 'ใบแสดงผลการศึกษาไม่ระบุหน่วยกิตของรายวิชานี้ โปรดกรอกตามต้นฉบับ',
  'reason.line.zero-credit': 'ใบแสดงผลการศึกษาระบุ 0 หน่วยกิต จึงไม่มีหน่วยกิตให้เทียบโอน',
  'reason.line.negative-credit':
    'ใบแสดงผลการศึกษาระบุ {credit, number} หน่วยกิต ซึ่งไม่ถูกต้อง โปรดตรวจต้นฉบับและแก้ไขรายการนี้',
  'reason.line.no-grade':
    'ใบแสดงผลการศึกษาไม่ระบุผลการเรียนของรายวิชานี้ แต่หลักเกณฑ์กำหนดอย่างน้อย {grade} โปรดกรอกตามต้นฉบับ',
  'reason.line.unknown-scheme':
    'ไม่มีระบบหน่วยกิต {scheme} ของรายการนี้ในระบบ จึงแปลงหน่วยกิตไม่ได้ โปรดเลือกระบบหน่วยกิตที่ใบแสดงผลหมายถึง',

  'reason.equivalence.none':
    'ยังไม่มีการพิจารณาเทียบรายวิชา {host} ผู้พิจารณาจะเทียบกับรายวิชาของสถาบันต้นสังกัด และผลการพิจารณาใช้กับคำขอครั้งต่อไปได้ด้วย',
  'reason.equivalence.not-yet':
    'การเทียบ {host} กับ {home} มีผลตั้งแต่ {from, date, long} แต่รายวิชานี้เรียนจบหรือพิจารณาก่อนวันดังกล่าว ผู้พิจารณากำหนดวันเริ่มให้เร็วขึ้นได้',
  'reason.equivalence.ended':
    'การเทียบ {host} กับ {home} สิ้นสุดเมื่อ {to, date, long} ผู้พิจารณาต่ออายุได้หลังตรวจประมวลรายวิชาปัจจุบัน',
  'reason.equivalence.found': '{host} เทียบได้กับ {home} ตามที่ {judge} พิจารณาเมื่อ {day, date, long}',
  'reason.equivalence.several':
    '{count, plural, other {{host} เทียบกับรายวิชาอื่นได้อีก # รายการ}}: {others} ระบบเลือก {home} เพราะรวมแล้วได้หน่วยกิตมากที่สุด หากเท่ากันจะใช้การเทียบเฉพาะหลักสูตรก่อน แล้วจึงใช้รายการที่พิจารณาล่าสุด',

  'reason.content.met':
    'เนื้อหาครอบคลุม {home} ร้อยละ {judged, number, ::scale/100 .##} ตามหลักเกณฑ์ที่กำหนดอย่างน้อยร้อยละ {required, number, ::scale/100 .##}',
  'reason.content.below':
    'เนื้อหาครอบคลุม {home} เพียงร้อยละ {judged, number, ::scale/100 .##} หลักเกณฑ์กำหนดอย่างน้อยร้อยละ {required, number, ::scale/100 .##}',
  'reason.content.unknown':
    'ยังไม่มีผู้พิจารณาว่าเนื้อหาครอบคลุม {home} เพียงใด หลักเกณฑ์กำหนดอย่างน้อยร้อยละ {required, number, ::scale/100 .##} ผู้พิจารณาต้องเทียบประมวลรายวิชาทั้งสอง',

  'reason.grade.met': 'ผลการเรียน {grade} ถึงเกณฑ์ขั้นต่ำ {required}',
  'reason.grade.met-by':
    'ผลการเรียน {grade} ถึงเกณฑ์ขั้นต่ำ {required} ซึ่งตรงกับ {threshold} ในระบบของสถาบันที่ไปศึกษา',
  'reason.grade.below': 'ผลการเรียน {grade} ต่ำกว่าเกณฑ์ขั้นต่ำ {required}',
  'reason.grade.below-by':
    'ผลการเรียน {grade} ต่ำกว่าเกณฑ์ขั้นต่ำ {required} ซึ่งตรงกับ {threshold} ในระบบของสถาบันที่ไปศึกษา',
  'reason.grade.not-passed':
    'ผลการเรียน {grade} ไม่ผ่านตามเกณฑ์ของสถาบันที่ไปศึกษา (เกณฑ์ผ่าน: {pass}) จึงไม่ได้หน่วยกิต',
  'reason.grade.no-correspondence':
    'เกณฑ์ขั้นต่ำของสถาบันต้นสังกัดคือ {required} ส่วนผลการเรียนคือ {grade} และยังไม่มีข้อกำหนดว่าระบบผลการเรียนทั้งสองเทียบกันอย่างไร โปรดเพิ่มข้อกำหนด หรือพิจารณารายการนี้',
  'reason.grade.unreadable':
    'ไม่มี {grade} ในระบบผลการเรียนของสถาบันที่ไปศึกษา โปรดแก้ไขรายการ หรือเลือกระบบที่ใช้กับปีที่เข้าศึกษานี้',
  'reason.grade.remark':
    '{grade} เป็นหมายเหตุ ไม่ใช่ผลการเรียน จึงเทียบกับเกณฑ์ขั้นต่ำ {required} ไม่ได้ โปรดพิจารณารายการนี้',
  'reason.grade.scale-missing':
    'ไม่มีระบบผลการเรียน {scale} ในระบบ จึงตรวจผลการเรียน {grade} ไม่ได้ โปรดเพิ่มระบบผลการเรียนของสถาบันและปีที่เข้าศึกษานี้',
  'reason.grade.recorded': 'บันทึกเป็น {label} ตามหลักเกณฑ์ที่ให้บันทึกรายวิชาโดยไม่แปลงผลการเรียน',
  'reason.grade.converted': '{grade} แปลงเป็น {home} ตามตารางเทียบที่ตกลงกัน',
  'reason.grade.no-row': 'ตารางเทียบที่ตกลงกันไม่มีผลการเรียน {grade} โปรดเพิ่มในตาราง หรือกรอกผลการเรียนเอง',

  'reason.credit.converted':
    '{host, number} หน่วยกิตของสถาบันที่ไปศึกษาเท่ากับ {home, number} หน่วยกิตของสถาบันต้นสังกัด คิดจาก{method, select, hours {ชั่วโมงเรียน} ratio {อัตราส่วนที่ตกลงกัน} workload {ภาระการเรียน} other {สัดส่วนของปีการศึกษา}}',
  'reason.credit.methods-disagree':
    'หากคิดจาก{method, select, hours {ชั่วโมงเรียน} ratio {อัตราส่วนที่ตกลงกัน} workload {ภาระการเรียน} other {สัดส่วนของปีการศึกษา}}จะได้ {other, number} หน่วยกิต ส่วนการคิดจาก{used, select, hours {ชั่วโมงเรียน} ratio {อัตราส่วนที่ตกลงกัน} workload {ภาระการเรียน} other {สัดส่วนของปีการศึกษา}}ได้ {credit, number} หน่วยกิต ใช้วิธีตามหลักเกณฑ์',
  'reason.credit.hours-from-scheme':
    'ใบแสดงผลการศึกษาไม่ระบุชั่วโมงเรียน จึงใช้ {hours, number} ชั่วโมง โดยคิดหน่วยกิตละ {perCredit, number} ชั่วโมงตามระบบหน่วยกิต ชั่วโมงในประมวลรายวิชาจะแม่นยำกว่า',
  'reason.credit.hours-planned':
    'รายการรายวิชาของสถาบันที่ไปศึกษาไม่ระบุชั่วโมงเรียนรวมของรายวิชา จึงใช้ {hours, number} ชั่วโมง โดยคิดหน่วยกิตละ {perCredit, number} ชั่วโมงตามระบบหน่วยกิต หากใช้ชั่วโมงในประมวลรายวิชา ผลอาจต่างออกไป',
  'reason.credit.cannot-convert':
    'หลักเกณฑ์ให้แปลงหน่วยกิตจาก{method, select, hours {ชั่วโมงเรียน} ratio {อัตราส่วน} workload {ภาระการเรียน} other {สัดส่วนของปีการศึกษา}} แต่{missing, select, hours {ไม่ทราบชั่วโมงเรียนของรายวิชานี้} home_hours {ระบบหน่วยกิตของสถาบันต้นสังกัดไม่กำหนดชั่วโมงของการเรียนประเภทนี้} host_workload {ระบบหน่วยกิตของสถาบันที่ไปศึกษาไม่กำหนดภาระการเรียน} home_workload {ระบบหน่วยกิตของสถาบันต้นสังกัดไม่กำหนดภาระการเรียน} host_year {ระบบหน่วยกิตของสถาบันที่ไปศึกษาไม่กำหนดหน่วยกิตต่อปี} other {ระบบหน่วยกิตของสถาบันต้นสังกัดไม่กำหนดหน่วยกิตต่อปี}} โปรดกรอกข้อมูล หรือพิจารณารายการนี้',
  'reason.credit.equal': 'หน่วยกิตที่แปลงแล้วเท่ากับ {home, number} หน่วยกิตของ {course}',
  'reason.credit.surplus-home':
    'แปลงแล้วได้ {converted, number} หน่วยกิต มากกว่า {home, number} หน่วยกิตของ {course} จึงบันทึก {home, number} หน่วยกิต ส่วนเกินนำไปใช้กับรายวิชาอื่นไม่ได้',
  'reason.credit.surplus-converted':
    'แปลงแล้วได้ {converted, number} หน่วยกิต มากกว่า {home, number} หน่วยกิตของ {course} และบันทึกตามที่แปลงได้',
  'reason.credit.shortfall-accepted':
    'แปลงแล้วได้ {converted, number} หน่วยกิต น้อยกว่า {home, number} หน่วยกิตของ {course} อยู่ {short, number} ซึ่งหลักเกณฑ์ยอมรับได้ถึง {accept, number}',
  'reason.credit.shortfall-refused':
    'แปลงแล้วได้ {converted, number} หน่วยกิต น้อยกว่า {home, number} หน่วยกิตของ {course} อยู่ {short, number} หลักเกณฑ์ยอมรับได้ถึง {accept, number}',
  'reason.credit.shortfall-recorded':
    'แปลงแล้วได้ {converted, number} หน่วยกิต น้อยกว่า {home, number} หน่วยกิตของ {course} อยู่ {short, number} หลักเกณฑ์ให้บันทึกตามที่แปลงได้',
  'reason.credit.shortfall-open':
    'แปลงแล้วได้ {converted, number} หน่วยกิต น้อยกว่า {home, number} หน่วยกิตของ {course} อยู่ {short, number} หลักเกณฑ์ยอมรับได้ถึง {accept, number} ส่วนที่เกินกว่านั้นให้ผู้พิจารณาพิจารณา',

  'reason.hours.met':
    'รายวิชานี้เรียน {hours, number} ชั่วโมง หลักเกณฑ์กำหนดอย่างน้อย {required, number} ชั่วโมง',
  'reason.hours.below':
    'รายวิชานี้เรียน {hours, number} ชั่วโมง หลักเกณฑ์กำหนดอย่างน้อย {required, number} ชั่วโมง',
  'reason.hours.unknown':
    'หลักเกณฑ์กำหนดอย่างน้อย {required, number} ชั่วโมง แต่ไม่ทราบชั่วโมงเรียนของรายวิชานี้ โปรดกรอกตามประมวลรายวิชา',

  'reason.age.met':
    'เรียนจบเมื่อ {completed, date, long} ยังอยู่ในอายุหน่วยกิต {years, plural, other {# ปี}}',
  'reason.age.lapsed':
    'เรียนจบเมื่อ {completed, date, long} หน่วยกิตมีอายุ {years, plural, other {# ปี}} จึงหมดอายุเมื่อ {lapsed, date, long}',
  'reason.age.unknown':
    'หน่วยกิตมีอายุ {years, plural, other {# ปี}} แต่ใบแสดงผลการศึกษาไม่ระบุวันที่เรียนจบรายวิชานี้ โปรดกรอกวันที่',

  'reason.course.already': '{home} เทียบโอนแล้วจากใบแสดงผลฉบับก่อน และนับเพียงครั้งเดียว',
  'reason.course.other-line': '{home} เทียบโอนจาก {other} แล้ว และนับเพียงครั้งเดียว',

  'reason.cap.within': 'ผลรวมไม่เกิน {limit, number} หน่วยกิตตามหลักเกณฑ์',
  'reason.cap.programme':
    'เทียบโอนได้ไม่เกินร้อยละ {share, number, ::scale/100 .##} ของ {programme, number} หน่วยกิตของหลักสูตร คือ {limit, number} หน่วยกิต ใช้ไปแล้ว {already, number} ชุดรายวิชาที่เทียบโอนได้มากที่สุดไม่มีรายการนี้',
  'reason.cap.total':
    'เทียบโอนรวมได้ไม่เกิน {limit, number} หน่วยกิต ใช้ไปแล้ว {already, number} ชุดรายวิชาที่เทียบโอนได้มากที่สุดไม่มีรายการนี้',
  'reason.cap.term':
    'เทียบโอนได้ไม่เกิน {limit, number} หน่วยกิตต่อภาคการศึกษา ชุดรายวิชาที่เทียบโอนได้มากที่สุดไม่มีรายการนี้',
  'reason.cap.term-unknown':
    'เทียบโอนได้ไม่เกิน {limit, number} หน่วยกิตต่อภาคการศึกษา แต่ใบแสดงผลการศึกษาไม่ระบุภาคการศึกษาของรายวิชานี้ โปรดกรอกภาคการศึกษา',

  'reason.rules.none':
    'ไม่มีหลักเกณฑ์ที่ใช้บังคับในวันที่ {day, date, long} สำหรับสถาบันทั้งสอง หลักสูตร และปีที่เข้าศึกษานี้ โปรดเพิ่มหรือต่ออายุหลักเกณฑ์',
} satisfies Record<keyof typeof reasonTexts, string>

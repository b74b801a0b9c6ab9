export default {
  'listing.stage': 'สิ่งที่ต้องทำ',
  'listing.stage.late': 'เกินกำหนด',
  'listing.stage.waiting': 'มีรายการรอพิจารณา',
  'listing.stage.ready': 'พร้อมพิจารณา',
  'listing.stage.evidence': 'รอเอกสาร',
  'listing.evaluator': 'ผู้พิจารณา',
  'listing.office': 'สำนักงาน',
  'listing.own': 'คำขอเทียบโอนของฉัน',
  'listing.own-lead': 'รายการที่ท่านยื่น ความคืบหน้า และผลการเทียบโอน',
  'listing.own-none': 'ยังไม่มีคำขอเทียบโอน',
  'listing.own-none-why': 'คำขอเริ่มเมื่อท่านหรือสถาบันของท่านนำเข้าใบแสดงผลการศึกษาจากสถาบันที่ไปศึกษา',
  'listing.received': 'วันที่รับ',
} as const

export default {
  'jobs.summary': 'บอกสิ่งที่ล้มเหลวเบื้องหลัง คืองานและรายการที่ประมวลผลไม่ได้',
  'jobs.retry.summary': 'ลองทำสิ่งที่ล้มเหลวเบื้องหลังอีกครั้ง',
  'jobs.option.subscription': 'ลองประมวลผลรายการที่การสมัครรับนี้ทำไม่สำเร็จอีกครั้ง',
  'jobs.option.all': 'ลองทำทุกอย่างที่ล้มเหลวอีกครั้ง',
  'jobs.retry.which': 'โปรดระบุสิ่งที่จะลองใหม่: รหัสของงานที่ล้มเหลว ชื่อการสมัครรับ หรือ --all',
  'jobs.retry.no-id': '"{word}" ไม่ใช่รหัสของงาน ดู: weft jobs',
  'jobs.counts': 'งาน: รออยู่ {waiting} กำลังทำ {running} ล้มเหลว {failed}',
  'jobs.failed': '  {id}  {type}: ล้มเหลวเมื่อ {at} หลังจากลอง {attempts} ครั้ง {error}',
  'jobs.held-up':
    '  {name}: รายการหนึ่งล้มเหลว {attempts} ครั้ง และทำให้อีก {behind} ตำแหน่งของสายโซ่ต้องรอ ครั้งถัดไป {at} {error}',
  'jobs.put-aside': '  {name}: พักไว้ {count} รายการ',
  'jobs.letter': '    ตำแหน่ง {position}, {type}, เมื่อ {at} {error}',
  'failure.jobs': 'ดูหรือลองงานเบื้องหลังใหม่ไม่ได้ {detail}',
  'jobs.server-ended': 'เซิร์ฟเวอร์ที่ทำงานอยู่จบก่อนตอบ ให้ลองใหม่',
  'jobs.well': 'ไม่มีสิ่งใดล้มเหลว',
  'jobs.advice':
    'แก้สาเหตุก่อน (รายละเอียดอยู่ในบันทึกระดับ "error") แล้วใช้: weft jobs retry ID …, weft jobs retry --subscription NAME หรือ weft jobs retry --all',
  'jobs.unknown': 'ไม่มีงานที่ล้มเหลวหรือการสมัครรับชื่อ "{name}"',
  'jobs.retried': 'งาน {jobs} รายการกลับไปรอทำใหม่ และประมวลผลรายการที่พักไว้แล้ว {entries} รายการ',
  'doctor.background.ok': 'ไม่มีสิ่งใดล้มเหลวเบื้องหลัง',
  'doctor.background.failed': 'ล้มเหลวเบื้องหลัง: งาน {jobs} รายการ การสมัครรับ {subscriptions} รายการ',
  'doctor.background.advice': 'รัน "weft jobs" เพื่อดูว่าสิ่งใดล้มเหลวเพราะเหตุใด และวิธีลองใหม่เมื่อแก้สาเหตุแล้ว',
}

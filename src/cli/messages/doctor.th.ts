export default {
  'doctor.sync.failed': 'เขียนลงใน {folder} ไม่ได้ ({detail})',
  'doctor.sync.failed.advice': 'เพิ่มพื้นที่ว่าง หรือระบุโฟลเดอร์อื่นใน WEFT_DATA ฐานข้อมูลทำงานในโฟลเดอร์นี้ไม่ได้',
  'doctor.files.s3': 'ที่เก็บแบบ S3 แสดงรายการ รับ ส่งคืน และลบไฟล์ได้ (บักเก็ต {bucket})',
  'doctor.files.no-bucket': 'ที่เก็บแบบ S3 ไม่มีบักเก็ต {bucket}',
  'doctor.files.rights': 'คีย์ของที่เก็บแบบ S3 ขาดสิทธิ์ในบักเก็ต {bucket}: {rights}',
  'doctor.files.advice':
    'ตรวจ WEFT_S3_ENDPOINT และ WEFT_S3_BUCKET คีย์ต้องมีสิทธิ์ s3:ListBucket ในบักเก็ต และสิทธิ์ s3:GetObject, s3:PutObject และ s3:DeleteObject ในออบเจกต์ของบักเก็ต',
  'doctor.lasting.ok': 'เซิร์ฟเวอร์ฐานข้อมูลเก็บรักษาสิ่งที่ยืนยันแล้ว ({settings})',
  'doctor.lasting.off': 'เซิร์ฟเวอร์ฐานข้อมูลอาจสูญเสียสิ่งที่ยืนยันแล้ว การตั้งค่าที่ปิดอยู่: {settings}',
  'doctor.lasting.advice':
    'เปิดการตั้งค่าเหล่านี้ใน postgresql.conf หรือที่ฐานข้อมูลและบทบาท (alter database, alter role)',
  'doctor.connections': 'การเชื่อมต่อ: เซิร์ฟเวอร์ฐานข้อมูลรับได้ {most} โปรเซสนี้ใช้สูงสุด {pool}',
  'doctor.connections.advice':
    'เพิ่ม max_connections ของเซิร์ฟเวอร์หรือลด WEFT_POOL_SIZE แต่ละโปรเซสต้องมีการเชื่อมต่อของตน และต้องเหลือไว้สำหรับคำสั่งอีกเล็กน้อย',
  'doctor.dump': 'การสำรองข้อมูล: pg_dump {dump} เซิร์ฟเวอร์ {server}',
  'doctor.dump.none': 'สำรองข้อมูลที่นี่ไม่ได้: ไม่ได้ติดตั้ง pg_dump',
  'doctor.dump.advice': 'ติดตั้งโปรแกรมไคลเอ็นต์ของ PostgreSQL {major} หรือใหม่กว่า',
  'doctor.running': 'ฐานข้อมูลเปิดอยู่ใน Weft ที่กำลังทำงาน จึงให้ Weft นั้นตรวจเอง',
  'doctor.server-ended': 'Weft ที่กำลังทำงานไม่ตอบภายในเวลา หรือจบการทำงานไปแล้ว',
  'doctor.running.advice': 'ดูบันทึกของระบบ หากไม่มีความเคลื่อนไหว ให้หยุดแล้วเริ่มใหม่',
}

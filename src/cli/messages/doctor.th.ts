export default {
  'doctor.sync.failed': 'เขียนลงใน {folder} ไม่ได้ ({detail})',
  'doctor.sync.failed.advice': 'เพิ่มพื้นที่ว่าง หรือระบุโฟลเดอร์อื่นใน WEFT_DATA ฐานข้อมูลทำงานในโฟลเดอร์นี้ไม่ได้',
  'doctor.files.s3': 'ที่เก็บแบบ S3 แสดงรายการ รับ ส่งคืน และลบไฟล์ได้ (บักเก็ต {bucket})',
  'doctor.files.no-bucket': 'ที่เก็บแบบ S3 ไม่มีบักเก็ต {bucket}',
  'doctor.files.rights': 'คีย์ของที่เก็บแบบ S3 ขาดสิทธิ์ในบักเก็ต {bucket}: {rights}',
  'doctor.files.advice':
    'ตรวจ WEFT_S3_ENDPOINT และ WEFT_S3_BUCKET คีย์ต้องมีสิทธิ์ s3:ListBucket ในบักเก็ต และสิทธิ์ s3:GetObject, s3:PutObject และ s3:DeleteObject ในออบเจกต์ของบักเก็ต',
}

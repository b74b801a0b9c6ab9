/** Manifests of other houses. */
export default {
  'foreign.add': 'ที่อยู่ของแมนิเฟสต์ IIIF',
  'foreign.add-hint':
    'รุ่น 2.1 หรือ 3.0 บน https ระบบจะเก็บสิ่งที่มีอยู่ ณ วันนี้พร้อมภาพไว้ที่นี่ แม้ที่อยู่เดิมใช้ไม่ได้แล้วก็ไม่สูญหาย',
  'foreign.contents': '{count, plural, other {# ส่วน}}',
  'foreign.kept': 'แมนิเฟสต์ตามที่ได้รับ',
  'foreign.provider': 'ผู้ให้ข้อมูล',
  'foreign.send': 'รับแมนิเฟสต์',
  'foreign.taken': 'รับเมื่อ {on, date, long} จาก',
  'foreign.taken-now': 'เก็บแมนิเฟสต์แล้ว ภาพจะตามมาภายในไม่กี่นาที',
  'refusal.manifest-known': 'เก็บแมนิเฟสต์นี้ไว้แล้ว และไม่มีการเปลี่ยนแปลงตั้งแต่นั้น',
  'refusal.manifest-status': 'ไม่มีข้อมูลที่ที่อยู่นี้ ได้รับคำตอบ {status}',
  'refusal.no-address': 'ระบุที่อยู่ของแมนิเฟสต์ ขึ้นต้นด้วย https ไม่เกิน 2,000 อักขระ',
  'refusal.no-manifest': 'ที่อยู่นี้ไม่ใช่แมนิเฟสต์หรือคอลเลกชันของ IIIF แต่เป็น {found}',
}

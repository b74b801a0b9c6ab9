export default {
  'held.part': 'อีเมล',
  'held.sent': 'อีเมลที่ระบบส่งถึงคุณ',
  'held.received': 'อีเมลที่มาจากที่อยู่ของคุณ',
}

export default {
  'held.part': 'อีเมล',
  'held.sent': 'อีเมลที่ระบบส่งถึงท่าน',
  'held.received': 'อีเมลที่มาจากที่อยู่ของท่าน',
}

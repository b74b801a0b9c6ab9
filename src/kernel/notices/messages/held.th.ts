export default {
  'held.part': 'การแจ้งเตือน',
  'held.notices': 'การแจ้งเตือนถึงท่าน',
  'held.choices': 'วิธีรับการแจ้งเตือนที่ท่านเลือก',
}

export default {
  'held.part': 'การแจ้งเตือน',
  'held.notices': 'การแจ้งเตือนถึงคุณ',
  'held.choices': 'วิธีรับการแจ้งเตือนที่คุณเลือก',
}

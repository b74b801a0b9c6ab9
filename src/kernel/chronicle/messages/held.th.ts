export default {
  'held.part': 'บันทึกเหตุการณ์',
  'held.entries': 'รายการบันทึกว่าเกิดเหตุการณ์ใด',
}

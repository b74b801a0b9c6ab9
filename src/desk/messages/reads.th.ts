export default {
  'reads.journey': 'เส้นทางในเครือข่ายพันธมิตร',
  'reads.search': 'ปรากฏในผลการค้นหา',
  'reads.tasks': 'ปรากฏในรายการงาน',
  'reads.act': 'แสดงผ่านลิงก์ในอีเมล',
}

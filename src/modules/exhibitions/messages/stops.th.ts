/** What stops of a tour show. */
export default {
  'refusal.time': 'ระบุเวลา เช่น 1:30 หรือเป็นวินาที และเวลาจบต้องหลังเวลาเริ่ม',
  'steps.distance': 'ระยะห่าง เป็นร้อยละของขนาด',
  'steps.from': 'เริ่ม',
  'steps.keep-time': 'เก็บช่วงเวลานี้',
  'steps.keep-view': 'เก็บมุมมองนี้',
  'steps.phi': 'มุมจากด้านบน เป็นองศา',
  'steps.theta': 'มุมรอบตัว เป็นองศา',
  'steps.time-hint': 'ช่วงเวลาของ {name} เช่น 1:30 หรือเป็นวินาที หากไม่ระบุเวลาจบจะเล่นต่อไป',
  'steps.until': 'จบ',
  'steps.view-hint': 'หมุนแบบจำลองจนได้มุมที่ต้องการ หรือพิมพ์มุมมอง',
}

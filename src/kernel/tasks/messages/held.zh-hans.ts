export default {
  'held.part': '待办事项与休假',
  'held.open': '等待您处理的事项',
  'held.done': '您已完成的事项',
  'held.done-stays': '已完成的事项以不对应任何人的编号保留记录。',
  'held.leaves': '休假及代理安排',
}

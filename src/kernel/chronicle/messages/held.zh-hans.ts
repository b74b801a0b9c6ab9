export default {
  'held.part': '事件簿',
  'held.entries': '所发生事件的记录',
}

export default {
  'held.part': '通知',
  'held.notices': '发给您的通知',
  'held.choices': '您选择的通知方式',
}

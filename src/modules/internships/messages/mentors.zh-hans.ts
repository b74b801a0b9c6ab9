export default {
  'mentors.take': '采用现任导师',
  'mentors.taken': '下方表单已填入现任导师，请存为草稿。',
  'mentors.unnamed': '协议尚未写入该学生的现任导师',
  'over.passed-on.text': '您关于该学生的链接已关闭：您不再指导其本次实习。感谢您的付出。',
  'over.passed-on.title': '此事已不由您负责',
}

export default {
  'mentors.take': '采用现任导师',
  'mentors.taken': '下方表单已填入现任导师，请存为草稿。',
  'mentors.unnamed': '协议尚未写入该学生的现任导师',
}

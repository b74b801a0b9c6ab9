export default {
  'reads.cases': '学分认定案列表',
  'reads.case': '学分认定案',
  'reads.original': '提交的成绩单原件',
  'reads.statement': '学分认定证明',
  'reads.draft': '成绩单草稿',
  'reads.students': '录入成绩单时的学生选择列表',
  'reads.postings': '待登记学分',
  'reads.past': '规则修改会影响的已决定认定案',
}

export default {
  'held.part': '学分认定',
  'held.drafts': '未完成录入的成绩单',
  'held.originals': '成绩单原件与扫描件',
  'held.transcripts': '成绩单：课程、学分与成绩',
  'held.cases': '学分认定案与决定',
  'held.stays':
    '去除姓名后保留：学位所依据的学分须始终可以查证。期限由派出院校决定，本系统未设定期限。',
  'hinder.open-case': '您在{organisation}的学分认定案 {number} 尚未作出决定。',
}

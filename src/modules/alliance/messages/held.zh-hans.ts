export default {
  'held.part': '职务、学籍与项目',
  'held.appointments': '在各机构的任职',
  'held.appointments-stay': '去除姓名后保留：以该职务所作的行为以其为据。',
  'held.enrolments': '学籍',
  'held.enrolments-stay':
    '去除姓名、保留学号：院校据此证明曾有人就读。所需期限由院校决定，本系统未设定期限。',
  'held.participations': '参与项目的记录',
  'held.participations-stay': '去除姓名和备注后保留：项目统计以其为据。',
  'hinder.enrolled': '您在{organisation}在读。就读期间该校需要您的姓名，能否提前删除由其决定。',
  'hinder.appointed': '您在{organisation}担任：{role}。任职期间您的姓名须与所作行为对应。',
  'hinder.appointed-alliance': '您代表整个联盟担任：{role}。任职期间您的姓名须与所作行为对应。',
}

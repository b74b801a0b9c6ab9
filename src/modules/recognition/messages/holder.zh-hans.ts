export default {
  'holder.same': '是同一人：{student}',
  'holder.number': '文件所载学号 {number} 不是{student}的学号。',
  'holder.days': '文件所载出生日期为 {day}，而{student}的档案为 {own}。',
  'holder.confirmed': '{by} 于 {day} 确认是同一人。',
  'holder.confirmed-title': '文件所载持有人写法不同',
  'holder.confirmed-now': '已记录为同一人。',
  'holder.other-student': '如属他人，请放弃此成绩单，并为正确的学生重新录入。',
  'refusal.holder-unconfirmed':
    '文件持有人为{holder}，学生为{student}。请核对；如为同一人，请勾选确认。',
  'entry.holder-confirmed': '已确认成绩单属于该学生，尽管所载持有人不同',
  'command.transcript.holder-confirmed': '文件所载持有人不同，但为同一人',
} as const

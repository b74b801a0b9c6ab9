export default {
  'unit.part-of': '上级部门',
  'unit.mailboxes': '院系、部门的邮箱在“公共邮箱”中维护',
  'fault.unit-in-itself': '院系、部门不能隶属于自身或其下级。',
  'entry.unit-changed': '修改了一个院系或部门。',
  'import.starts-on': '未写日期的行的起始日',
  'import.starts-on-students': '不填则为入学年份的 1 月 1 日。',
  'import.starts-on-staff': '不填则为今天。',
  'invitation.welcome.subject': '您在{organisation}的访问权限',
  'invitation.welcome.text':
    '{organisation}已在本平台登记您的信息。凭此邀请即可登录，其他内容不变。',
  'home.cannot-sign-in': '{count} 人尚不能登录',
  'home.cannot-sign-in-at': '{organisation}：查看名单并一并邀请',
  'home.numbers': '联盟概况',
  'home.numbers.members': '成员机构',
  'home.numbers.programmeYears': '进行中的项目年度',
  'home.numbers.participants': '当前参与者',
  'home.numbers.completed': '已结业',
  'home.numbers.initiatives': '进行中的合作行动',
  'people.access-none': '尚不能登录',
  'people.welcome-chosen': '邀请登录',
  'done.welcomed':
    '{count, plural, =0 {无需邀请：所选人员可以登录、已被邀请或没有邮箱地址。} other {已邀请 # 人登录。}}',
}

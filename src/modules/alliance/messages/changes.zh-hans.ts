export default {
  'unit.part-of': '上级部门',
  'unit.mailboxes': '院系、部门的邮箱在“办公邮箱”中维护',
  'fault.unit-in-itself': '院系、部门不能隶属于自身或其下级。',
  'entry.unit-changed': '修改了一个院系或部门。',
  'import.starts-on': '未写日期的行的起始日',
  'import.starts-on-students': '不填则为入学年份的 1 月 1 日。',
  'import.starts-on-staff': '不填则为今天。',
}

export default {
  'reads.journey': '在联盟中的历程',
  'reads.search': '在搜索结果中显示',
  'reads.tasks': '在待办列表中显示',
  'reads.act': '通过邮件中的链接显示',
}

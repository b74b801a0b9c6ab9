export default {
  'reads.people': '人员名单',
  'reads.people-file': '人员名单（下载为文件）',
  'reads.person': '联系方式、职务与学籍',
  'reads.duplicates': '疑似重复人员记录的比对',
  'reads.cohort': '项目年度参与者名单',
  'reads.cohort-file': '项目年度参与者名单（下载为文件）',
}

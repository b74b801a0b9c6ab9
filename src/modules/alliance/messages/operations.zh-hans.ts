import type en from './operations.en.ts'

export default {
  'operation.tag': '联盟',
  'operation.members': '联盟成员',
  'operation.organisation-add': '添加机构',
  'operation.organisation': '单个机构',
  'operation.degree-programme-add': '添加专业',
  'operation.people': '调用者所在办公室管理的机构人员',
  'operation.enrol': '登记学籍',
  'operation.programmes': '联盟项目',
  'operation.programme': '单个联盟项目及各年度数据',
  'operation.units': '机构的下属单位，已撤销者在后',
} satisfies Record<keyof typeof en, string>

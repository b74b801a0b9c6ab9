import type en from './past.en.ts'

export default {
  'import-column.yearFrom': '年度首日',
  'import-column.yearUntil': '年度末日',
  'past-years.import': '导入往年名单',
  'past-years.lead':
    '每行为某一年度的一名参与者；以步骤命名的列填写完成日期。缺少的年度将自动添加。',
  'past-years.added': '将添加以下年度：{years}。',
  'import.year-needed': '缺少年份。',
  'import.year-days': '{year}年度的起止日期不明确：各行不一致，或末日早于首日。',
  'done.past-years': '已导入{joined}名参与者，新增{years}个年度。',
  'past-years.undone': '已撤回 {members} 名往年参与者，人员资料仍保留。',
  'fault.past-years-changed-since': '部分参与记录或年度在导入后已更改，请逐一更改。',
  'fault.past-years-in-use': '名单新增的某个年度已被使用（例如交流项目），请先移除。',
  'entry.cohort-import-undone': '撤回了导入名单中的一项参与记录。',
  'entry.past-years-import-undone': '撤回了导入的往年名单。',
} satisfies Record<keyof typeof en, string>

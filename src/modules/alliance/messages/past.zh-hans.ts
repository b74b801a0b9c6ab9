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
} satisfies Record<keyof typeof en, string>

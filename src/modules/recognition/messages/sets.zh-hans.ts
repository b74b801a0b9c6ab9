import type en from './sets.en.ts'

export default {
  'equivalence.fault.too-many-courses': '一侧最多可列 {limit, number} 门课程',
  'equivalence.fault.repeated-course': '同一侧重复列出了 {code}',
  'equivalence.fault.accept': '请填写不小于 0 的学分',
  'equivalence.fault.block': '请填写学分块的代码、名称和大于 0 的学分',
  'page.case.set-broken':
    '该课程须与其他课程合并计算，而认定员已对其中一门另作决定。请单独认定该课程，或撤回那项决定。',
} satisfies Record<keyof typeof en, string>

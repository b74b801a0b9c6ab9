import type en from './operations.en.ts'

export default {
  'operation.tag': '学分认定',
  'operation.cases': '您有权查看的认定申请，最新的在前',
  'operation.case': '单份申请及逐条评估',
  'operation.transcript': '提交成绩单：立即评估',
  'operation.evaluate': '重新评估申请',
  'operation.decide': '依据您查看过的内容作出认定',
  'operation.take-back': '在结论生效前撤回',
  'operation.courses': '已发布课程目录中的课程，按代码排列',
  'operation.equivalences': '您有权查看的课程对等关系，按对方课程排列',
  'operation.equivalence-judge': '登记对方课程可对应本校课程的认定',
  'operation.equivalence-withdraw': '撤销课程对等关系；据此作出的结论仍有效',
  'operation.rule-sets': '您有权查看的各项认定规则的最新版本',
  'operation.rule-set': '一项认定规则及其全部版本，最新的在前',
  'operation.suggest': '一所学校中与另一所学校某课程最相近的课程，并附理由',
  'operation.ready': '规则和先例均已得出结果的未决认定案，附作出决定所需的依据',
  'operation.facts': '成绩单之外的事实：在外学习期间、课程的学习方式、已查看的材料',
  'operation.facts-state': '登记案件事实；随即重新评估',
  'operation.check': '手工录入成绩单的第二人复核进度',
} satisfies Record<keyof typeof en, string>

export default {
  'told.with-decision': '将与决定一并告知',
  'told.next.grace': '{until} 通知学生；在此之前可撤回决定',
  'told.from-suggestion-hint':
    '系统不代拟理由：请对照两门课程，并在下方用自己的话说明为何认定 {code}。学生看到的是您写的理由，而不是建议的依据。',
  'told.suggestion-why': '建议的依据：{why}',
  'told.suggestion-credit':
    '学分按换算结果填为 {given}，该课程为 {credit}。如认定更多，请说明理由。',
} as const

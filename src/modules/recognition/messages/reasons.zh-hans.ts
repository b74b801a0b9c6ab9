import type { reasonTexts } from '../rules/reasons.ts'

export default {
  'reason.line.failed': '成绩单显示该课程未通过，因此未取得学分。',
  'reason.line.in-progress': '成绩单显示该课程仍在修读中。取得最终成绩后即可认定。',
  'reason.line.no-credit': '成绩单未注明该课程的学分。请按原件填写学分。',
  'reason.line.zero-credit': '成绩单上该课程为 0 学分，没有可认定的学分。',
  'reason.line.negative-credit':
    '成绩单上该课程为 {credit, number} 学分，数值有误。请核对原件并更正。',
  'reason.line.no-grade':
    '成绩单未注明该课程的成绩，而规定要求至少达到 {grade}。请按原件填写成绩。',
  'reason.line.unknown-scheme':
    '系统中没有该行所用的学分制 {scheme}，无法换算。请选择成绩单所指的学分制。',

  'reason.equivalence.none':
    '{host} 尚无等效关系的决定。请由学分认定员与本校课程比对；决定作出后，今后的申请也可沿用。',
  'reason.equivalence.not-yet':
    '{host} 与 {home} 的等效关系自 {from, date, long} 起生效，而该课程的修毕日期或审定日期早于此日。学分认定员可以提前生效日期。',
  'reason.equivalence.ended':
    '{host} 与 {home} 的等效关系已于 {to, date, long} 失效。学分认定员核对现行教学大纲后可以续期。',
  'reason.equivalence.found': '{host} 对应 {home}，由{judge}于{day, date, long}审定。',
  'reason.equivalence.several':
    '{count, plural, other {{host} 另有 # 条等效关系}}：{others}。系统采用了 {home}：这样总共认定的学分最多；学分相同时，本专业的等效关系优先，其次取最近审定的一条。',

  'reason.content.met':
    '课程内容覆盖 {home} 的 {judged, number, ::percent .##}，达到规定的 {required, number, ::percent .##}。',
  'reason.content.below':
    '课程内容仅覆盖 {home} 的 {judged, number, ::percent .##}，低于规定的 {required, number, ::percent .##}。',
  'reason.content.unknown':
    '尚未判定该课程覆盖 {home} 内容的比例，规定要求至少 {required, number, ::percent .##}。请学分认定员比对两份教学大纲。',

  'reason.grade.met': '成绩 {grade} 达到最低要求 {required}。',
  'reason.grade.met-by':
    '成绩 {grade} 达到最低要求 {required}（在接收院校的评分制中对应 {threshold}）。',
  'reason.grade.below': '成绩 {grade} 低于最低要求 {required}。',
  'reason.grade.below-by':
    '成绩 {grade} 低于最低要求 {required}（在接收院校的评分制中对应 {threshold}）。',
  'reason.grade.not-passed':
    '成绩 {grade} 在接收院校属于不及格（及格线：{pass}），因此未取得学分。',
  'reason.grade.no-correspondence':
    '本校最低要求为 {required}，该成绩为 {grade}，但没有规定两种评分制如何对应。请补充对应关系，或由您决定该行。',
  'reason.grade.unreadable':
    '接收院校的评分制中没有 {grade} 这一成绩。请更正该行，或选择该届学生适用的评分制。',
  'reason.grade.remark': '{grade} 是备注，不是成绩，无法与最低要求 {required} 比较。请决定该行。',
  'reason.grade.scale-missing':
    '系统中没有评分制 {scale}，无法核对成绩 {grade}。请录入该校该届学生适用的评分制。',
  'reason.grade.recorded': '记为 {label}：按规定只登记课程，不换算成绩。',
  'reason.grade.converted': '按双方约定的对照表，{grade} 换算为 {home}。',
  'reason.grade.no-row': '约定的对照表中没有成绩 {grade}。请补充该行，或手工填写本校成绩。',

  'reason.credit.converted':
    '接收院校 {host, number} 学分按{method, select, hours {授课学时} ratio {约定比例} workload {学习量} other {学年占比}}换算为本校 {home, number} 学分。',
  'reason.credit.methods-disagree':
    '若按{method, select, hours {授课学时} ratio {约定比例} workload {学习量} other {学年占比}}换算为 {other, number} 学分，而按{used, select, hours {授课学时} ratio {约定比例} workload {学习量} other {学年占比}}为 {credit, number} 学分。以规定的方法为准。',
  'reason.credit.hours-from-scheme':
    '成绩单未注明学时；按学分制每学分 {perCredit, number} 学时计，取 {hours, number} 学时。以教学大纲所列学时为准会更准确。',
  'reason.credit.hours-planned':
    '接收院校的课程目录未注明整门课程的学时；按学分制每学分 {perCredit, number} 学时计，取 {hours, number} 学时。以教学大纲所列学时为准，结果可能不同。',
  'reason.credit.cannot-convert':
    '规定按{method, select, hours {授课学时} ratio {比例} workload {学习量} other {学年占比}}换算学分，但{missing, select, hours {不知道该课程的学时} home_hours {本校学分制未规定此类教学的学时} host_workload {接收院校学分制未规定学习量} home_workload {本校学分制未规定学习量} host_year {接收院校学分制未规定每学年学分} other {本校学分制未规定每学年学分}}。请补充，或由您决定该行。',
  'reason.credit.equal': '换算后的学分与 {course} 的 {home, number} 学分相等。',
  'reason.credit.surplus-home':
    '换算后为 {converted, number} 学分，高于 {course} 的 {home, number} 学分：按 {home, number} 学分登记，多出部分不得抵充其他课程。',
  'reason.credit.surplus-converted':
    '换算后为 {converted, number} 学分，高于 {course} 的 {home, number} 学分，按换算结果登记。',
  'reason.credit.shortfall-accepted':
    '换算后为 {converted, number} 学分，比 {course} 的 {home, number} 学分少 {short, number}，在规定允许的 {accept, number} 以内。',
  'reason.credit.shortfall-refused':
    '换算后为 {converted, number} 学分，比 {course} 的 {home, number} 学分少 {short, number}，超过规定允许的 {accept, number}。',
  'reason.credit.shortfall-recorded':
    '换算后为 {converted, number} 学分，比 {course} 的 {home, number} 学分少 {short, number}；按规定以换算结果登记。',
  'reason.credit.shortfall-open':
    '换算后为 {converted, number} 学分，比 {course} 的 {home, number} 学分少 {short, number}；规定允许 {accept, number}，超出部分由学分认定员决定。',

  'reason.hours.met': '该课程授课 {hours, number} 学时，达到规定的 {required, number} 学时。',
  'reason.hours.below': '该课程授课 {hours, number} 学时，低于规定的 {required, number} 学时。',
  'reason.hours.unknown':
    '规定要求至少 {required, number} 学时，但不知道该课程的学时。请按教学大纲填写。',

  'reason.age.met':
    '修毕日期为 {completed, date, long}，在学分有效期 {years, plural, other {# 年}} 之内。',
  'reason.age.lapsed':
    '修毕日期为 {completed, date, long}；学分有效期为 {years, plural, other {# 年}}，已于 {lapsed, date, long} 失效。',
  'reason.age.unknown':
    '学分有效期为 {years, plural, other {# 年}}，但成绩单未注明修毕日期。请填写日期。',

  'reason.course.already': '{home} 已凭先前的成绩单认定，只计一次。',
  'reason.course.other-line': '{home} 已由 {other} 认定，只计一次。',

  'reason.cap.within': '总学分在规定上限 {limit, number} 学分之内。',
  'reason.cap.programme':
    '最多可认定本专业 {programme, number} 学分的 {share, number, ::percent .##}，即 {limit, number} 学分，其中 {already, number} 学分已使用。认定学分最多的方案不含该行。',
  'reason.cap.total':
    '累计最多可认定 {limit, number} 学分，其中 {already, number} 学分已使用。认定学分最多的方案不含该行。',
  'reason.cap.term': '每学期最多可认定 {limit, number} 学分。认定学分最多的方案不含该行。',
  'reason.cap.term-unknown':
    '每学期最多可认定 {limit, number} 学分，但成绩单未注明该课程的修读学期。请填写学期。',

  'reason.rules.none':
    '{day, date, long} 没有适用于这两所学校、该专业及该届学生的认定规则。请制定规则，或延长其施行期间。',
} satisfies Record<keyof typeof reasonTexts, string>

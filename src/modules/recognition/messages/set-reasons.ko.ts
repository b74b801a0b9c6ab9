import type { setReasonTexts } from '../rules/set-reasons.ts'

export default {
  'reason.set.found': '{hosts}은(는) 함께 {homes}에 해당합니다({judge}, {day, date, long} 결정).',
  'reason.set.package':
    '{count, plural, other {#개 과목을}} 묶어 {homes}(으)로 일괄 인정합니다({judge}, {day, date, long} 결정). 이수한 과목 전체를 하나로 봅니다.',
  'reason.set.together': '{others}과(와) 함께 {homes}(으)로 인정됩니다.',
  'reason.set.incomplete':
    '{host}은(는) {missing}과(와) 함께 이수해야 {homes}(으)로 인정되는데, 성적증명서에 그 과목의 이수 결과가 없습니다.',
  'reason.set.partner-against':
    '{homes}에는 {partner}도 필요한데, 그 과목이 규정을 충족하지 못합니다.',
  'reason.set.partner-open':
    '{homes}에는 {partner}도 필요한데, 그 과목은 담당자의 판단을 기다리고 있습니다.',
  'reason.set.partner-used':
    '{host}은(는) {partner}과(와) 함께여야 {homes}(으)로 인정되는데, 여기서는 {partner}이(가) {other}(으)로 인정됩니다. 이 조합이 가장 많은 학점을 인정합니다.',
  'reason.set.too-many':
    '{homes}에 맞출 수 있는 과목 조합이 여기서 계산하는 범위를 넘습니다. 직접 선택하십시오.',
  'reason.set.grade-met':
    '학점으로 가중한 평균 성적 {grade}이(가) 최저 기준 {required}을(를) 충족합니다. 수학한 대학의 성적 체계에서는 {threshold}에 해당합니다.',
  'reason.set.grade-below':
    '학점으로 가중한 평균 성적 {grade}은(는) 최저 기준 {required}에 미치지 못합니다. 수학한 대학의 성적 체계에서는 {threshold}에 해당합니다.',
  'reason.set.grade-open':
    '규정은 이 과목들의 평균 성적을 최저 기준 {required}과(와) 비교하는데, 평균을 낼 수 없습니다. 숫자가 아닌 성적이 있거나 수학한 대학의 성적 체계에서 최저 기준이 정해져 있지 않습니다. 이 과목들을 직접 판단하십시오.',
  'reason.set.grades-differ':
    '이 과목들은 서로 다른 성적({grades})으로 기재되는데, 하나의 성적이 필요합니다. 본교 성적을 직접 입력하십시오.',
  'reason.set.hours-met':
    '과목들의 수업 시간은 모두 {hours, number}시간이며, 규정은 {required, number}시간 이상입니다.',
  'reason.set.hours-below':
    '과목들의 수업 시간은 모두 {hours, number}시간이며, 규정은 {required, number}시간 이상입니다.',
  'reason.set.hours-unknown':
    '규정은 모두 {required, number}시간 이상의 수업을 요구하는데, {host}의 수업 시간을 알 수 없습니다. 강의계획서를 보고 입력하십시오.',
  'reason.set.package-short':
    '{homes} 묶음에 들어가는 과목은 {converted, number}학점이며, {needed, number}학점이 필요합니다.',
  'reason.choice.by-hand':
    '이 과목들은 인정 조합이 너무 많아 최선의 조합을 증명하지 못했습니다. {found, number}학점인 조합이 있고, {bound, number}학점을 넘는 조합은 없습니다. 직접 선택하십시오.',
} as const satisfies Record<keyof typeof setReasonTexts, string>

import type en from './conversion.en.ts'

const sides = '{side, select, host {수학한 대학} other {소속 대학}}'

const end = (name: string) => `{${name}, select, from {하한} to {상한} other {중간값}}`
const teaching =
  '{part, select, practice {실습} placement {현장 실습} self_study {자율 학습} other {강의}}'

export default {
  'reason.grade.no-method':
    '규정에 정한 방법 가운데 수학한 대학의 성적 체계에 맞는 것이 없어 {grade}을(를) 환산하지 않았습니다. 두 체계의 대조표를 등록하거나 소속 대학 성적을 직접 입력하십시오.',
  'reason.grade.by-grading-table':
    '두 대학의 성적 분포표를 비교하여 {grade}은(는) {home}(으)로 환산됩니다.',
  'reason.grade.by-formula': '수정 바이에른 공식에 따라 {grade}은(는) {home}(으)로 환산됩니다.',
  'reason.grade.fail-unconverted': '합격 성적만 환산합니다. {grade}은(는) 합격 성적이 아닙니다.',
  'reason.grade.word-unconverted':
    '{grade}은(는) 성적의 순서에 자리가 없어 환산할 수 없습니다. 소속 대학 성적을 직접 입력하십시오.',
  'reason.grade.no-grading-table':
    '{side, select, host {수학한 대학} other {소속 대학}}에 이 성적 체계와 준거 집단의 성적 분포표가 없는데, 규정은 성적 분포표로 환산하도록 정하고 있습니다. 분포표를 등록하거나 소속 대학 성적을 직접 입력하십시오.',
  'reason.grade.not-in-table':
    '수학한 대학의 성적 분포표에 {grade}의 자리가 없습니다. 분포표를 보완하거나 소속 대학 성적을 직접 입력하십시오.',
  'reason.grade.no-ends':
    '공식에는 수학한 대학의 최고 성적과 최저 합격 성적이 숫자로 필요하지만, 성적 체계에 {grade}의 숫자가 없습니다. 두 값을 규정에 입력하거나 소속 대학 성적을 직접 입력하십시오.',
  'reason.grade.beyond-ends':
    '{grade}은(는) 공식에서 최고 성적으로 삼은 {best, number}보다 좋습니다(최저 합격 {pass, number}). 규정의 두 값을 확인하십시오.',

  'reason.grade-step.recorded': '규정에 따라 성적과 관계없이 {label}(으)로 기재합니다.',
  'reason.grade-step.row': '합의된 대조표에 {grade} 행이 있으며, {home}에 해당합니다.',
  'reason.grade-step.row-range':
    '합의된 대조표에 {from, number}부터 {to, number}까지의 행이 있고 {grade}이(가) 여기에 들며, {home}에 해당합니다.',
  'reason.grade-step.group': `${sides}: {cycle, select, short_cycle {전문학사} bachelor {학사} master {석사} doctorate {박사} other {모든 과정}}, {field, select, all {모든 분야} other {ISCED-F 2013 분야 {field}}}, {from, date, ::y}~{to, date, ::y} 시작 학년도, {unit, select, count {합격 성적 {count, number}건} other {공표된 백분율}}.`,
  'reason.grade-step.small-group': `${sides}: 합격 성적이 {count, number}건뿐이어서 비율이 우연에 좌우될 수 있습니다.`,
  'reason.grade-step.span':
    '가장 좋은 성적부터 셀 때 {grade}은(는) 수학한 대학 합격 성적의 {from, number, ::percent .###}에서 {to, number, ::percent .###}까지를 차지합니다.',
  'reason.grade-step.border':
    '수학한 대학의 분포표에 {grade}을(를) 받은 사람이 없습니다. 가장 좋은 성적부터 셀 때 위치는 {at, number, ::percent .###}입니다.',
  'reason.grade-step.overlap':
    '이 구간에서 소속 대학 성적 {home}이(가) 전체 합격 성적의 {share, number, ::percent .###}를 차지합니다.',
  'reason.grade-step.middle': '구간의 중간은 {middle, number, ::percent .###}입니다.',
  'reason.grade-step.choice':
    '규정은 {rule, select, maximum {구간에 드는 소속 대학 성적 중 가장 좋은 것} minimum {구간에 드는 소속 대학 성적 중 가장 낮은 것} other {중간이 속한 소속 대학 성적}}을 택합니다: {home}.',
  'reason.grade-step.formula':
    '1 + 3 × ({best, number} − {value, number}) ÷ ({best, number} − {pass, number}) = {result, number, ::.####}',
  'reason.grade-step.rounding':
    '{rounding, select, cut {소수 첫째 자리 아래는 버리고, 두 성적 사이이면 더 좋은 성적을 택합니다} nearest {가장 가까운 성적을 택하고, 정확히 중간이면 더 좋은 성적을 택합니다} other {소수 첫째 자리 아래는 버립니다}}: {home}.',

  'page.case.grade-method.grading-table':
    '두 대학의 성적 분포표에 따라 {host}이(가) {home}(으)로 환산됨',
  'page.case.grade-method.bavarian': '수정 바이에른 공식에 따라 {host}이(가) {home}(으)로 환산됨',
  'rule-set.says.grading-table':
    '두 대학의 성적 분포표로 환산: 비교되는 성적 중 {rule, select, maximum {가장 좋은 것} minimum {가장 낮은 것} other {중간}}',
  'rule-set.says.bavarian':
    '수정 바이에른 공식으로 환산: {rounding, select, cut {소수 첫째 자리까지(이하 버림), 두 성적 사이이면 더 좋은 성적} nearest {가장 가까운 성적, 정확히 중간이면 더 좋은 성적} other {소수 첫째 자리까지(이하 버림)}}',
  'rule-set.says.first': '수학한 대학의 성적 체계에 맞는 첫 번째 방법: {list}',

  'reason.credit.range': `1학점에 해당하는 시간이 범위로 정해져 있습니다. 수학한 대학은 ${end('host')}, 소속 대학은 ${end('home')}을 씁니다. 다른 값을 쓰면 {least, number, ::.####}–{most, number, ::.####}학점이 됩니다.`,
  'reason.credit-step.hours': `${teaching} {hours, number, ::.####}시간 × {hostMinutes, number}분 ÷ {homeMinutes, number}분 ÷ 1학점당 {perCredit, number, ::.####}시간 = {credit, number, ::.######}`,
  'reason.credit-step.ratio':
    '수학한 대학 {credit, number, ::.####}학점 × {factor, number, ::.######} = {result, number, ::.######}',
  'reason.credit-step.workload':
    '수학한 대학 {credit, number, ::.####}학점 × {host, number, ::.####}시간 ÷ 1학점당 학습량 {home, number, ::.####}시간 = {result, number, ::.######}',
  'reason.credit-step.year':
    '수학한 대학 {credit, number, ::.####}학점 ÷ 그 대학의 연간 {host, number, ::.####}학점 × 소속 대학의 연간 {home, number, ::.####}학점 = {result, number, ::.######}',
  'reason.credit-step.sum': '합계 {result, number, ::.######}',
  'reason.credit-step.rounding':
    '{step, number, ::.####} 단위로 {mode, select, halfup {반올림} halfeven {짝수 쪽으로 반올림} down {내림} other {올림}}: {result, number, ::.####}',
  'reason.credit-step.exact': '반올림하지 않음: {result, number, ::.######}',
  'reason.credit-step.other':
    '비교, {method, select, hours {수업 시간 기준} ratio {비율 기준} workload {학습량 기준} other {연간 학점 비중 기준}}: {credit, number, ::.####}',
} as const satisfies Record<keyof typeof en, string>

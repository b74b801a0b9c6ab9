import type { reasonTexts } from '../rules/reasons.ts'

export default {
  'reason.line.failed': '성적증명서에 이 과목이 불합격으로 되어 있어 취득 학점이 없습니다.',
  'reason.line.in-progress':
    '성적증명서에 이 과목이 수강 중으로 되어 있습니다. 최종 성적이 나오면 평가할 수 있습니다.',
  'reason.line.no-credit':
    '성적증명서에 이 과목의 학점이 없습니다. 원본에 적힌 학점을 입력하십시오.',
  'reason.line.zero-credit': '성적증명서에 이 과목이 0학점으로 되어 있어 인정할 학점이 없습니다.',
  'reason.line.negative-credit':
    '성적증명서에 {credit, number}학점으로 되어 있으나 있을 수 없는 값입니다. 원본을 확인하고 정정하십시오.',
  'reason.line.no-grade':
    '성적증명서에 이 과목의 성적이 없고, 규정은 {grade} 이상을 요구합니다. 원본에 적힌 성적을 입력하십시오.',
  'reason.line.unknown-scheme':
    '이 과목에 적힌 학점 체계 {scheme}이(가) 등록되어 있지 않아 환산할 수 없습니다. 성적증명서가 뜻하는 학점 체계를 선택하십시오.',

  'reason.equivalence.none':
    '{host}의 동등 판정이 아직 결정되지 않았습니다. 평가 담당자가 소속 대학 과목과 비교하며, 그 결정은 이후 신청에도 쓰입니다.',
  'reason.equivalence.not-yet':
    '{host}와(과) {home}의 동등 판정은 {from, date, long}부터 유효한데, 이 과목의 이수일 또는 평가일이 그보다 앞섭니다. 평가 담당자가 시작일을 앞당길 수 있습니다.',
  'reason.equivalence.ended':
    '{host}와(과) {home}의 동등 판정은 {to, date, long}에 끝났습니다. 평가 담당자가 현행 강의계획서를 확인한 뒤 연장할 수 있습니다.',
  'reason.equivalence.found': '{host}은(는) {home}에 해당합니다({judge}, {day, date, long} 결정).',
  'reason.equivalence.several':
    '{count, plural, other {{host}에는 다른 동등 판정이 #건 더 있습니다}}: {others}. 전체로 가장 많은 학점을 인정하는 {home}을(를) 적용했습니다. 학점이 같으면 해당 학위 과정의 판정, 그다음 최근 결정이 우선합니다.',

  'reason.content.met':
    '{home} 내용의 {judged, number, ::percent .##}를 다루며, 규정은 {required, number, ::percent .##} 이상입니다.',
  'reason.content.below':
    '{home} 내용의 {judged, number, ::percent .##}만 다루며, 규정은 {required, number, ::percent .##} 이상입니다.',
  'reason.content.unknown':
    '{home} 내용을 얼마나 다루는지 아직 판단되지 않았으며, 규정은 {required, number, ::percent .##} 이상입니다. 평가 담당자가 두 강의계획서를 비교해야 합니다.',

  'reason.grade.met': '성적 {grade}은(는) 최저 기준 {required}을(를) 충족합니다.',
  'reason.grade.met-by':
    '성적 {grade}은(는) 최저 기준 {required}을(를) 충족합니다. 수학한 대학의 성적 체계에서는 {threshold}에 해당합니다.',
  'reason.grade.below': '성적 {grade}은(는) 최저 기준 {required}에 미치지 못합니다.',
  'reason.grade.below-by':
    '성적 {grade}은(는) 최저 기준 {required}에 미치지 못합니다. 수학한 대학의 성적 체계에서는 {threshold}에 해당합니다.',
  'reason.grade.not-passed':
    '성적 {grade}은(는) 수학한 대학에서 불합격이므로(합격 기준: {pass}) 취득 학점이 없습니다.',
  'reason.grade.no-correspondence':
    '소속 대학 최저 기준은 {required}이고 성적은 {grade}이지만, 두 성적 체계의 대응이 정해져 있지 않습니다. 대응을 등록하거나 이 과목을 직접 결정하십시오.',
  'reason.grade.unreadable':
    '{grade}은(는) 수학한 대학의 성적 체계에 없는 성적입니다. 정정하거나 해당 입학 연도의 성적 체계를 선택하십시오.',
  'reason.grade.remark':
    '{grade}은(는) 성적이 아니라 비고이므로 최저 기준 {required}과(와) 비교할 수 없습니다. 이 과목을 직접 결정하십시오.',
  'reason.grade.scale-missing':
    '성적 체계 {scale}이(가) 등록되어 있지 않아 성적 {grade}을(를) 확인할 수 없습니다. 해당 학교와 입학 연도의 성적 체계를 등록하십시오.',
  'reason.grade.recorded':
    '{label}(으)로 기재합니다. 규정에 따라 성적은 환산하지 않고 과목만 기록합니다.',
  'reason.grade.converted': '합의된 대조표에 따라 {grade}은(는) {home}이(가) 됩니다.',
  'reason.grade.no-row':
    '합의된 대조표에 성적 {grade}이(가) 없습니다. 대조표에 추가하거나 소속 대학 성적을 직접 입력하십시오.',

  'reason.credit.converted':
    '수학한 대학 {host, number}학점은 {method, select, hours {수업 시간} ratio {합의된 비율} workload {학습량} other {연간 학점 비중}} 기준으로 소속 대학 {home, number}학점입니다.',
  'reason.credit.methods-disagree':
    '{method, select, hours {수업 시간} ratio {합의된 비율} workload {학습량} other {연간 학점 비중}} 기준으로는 {other, number}학점, {used, select, hours {수업 시간} ratio {합의된 비율} workload {학습량} other {연간 학점 비중}} 기준으로는 {credit, number}학점입니다. 규정에 정한 방법을 따릅니다.',
  'reason.credit.hours-from-scheme':
    '성적증명서에 수업 시간이 없어 학점 체계의 학점당 {perCredit, number}시간을 적용해 {hours, number}시간으로 계산했습니다. 강의계획서의 시간이 더 정확합니다.',
  'reason.credit.hours-planned':
    '파견 대학 과목 목록에 과목 전체의 수업 시간이 없어 학점 체계의 학점당 {perCredit, number}시간을 적용해 {hours, number}시간으로 계산했습니다. 강의계획서의 시간에 따라 결과가 달라질 수 있습니다.',
  'reason.credit.cannot-convert':
    '규정은 {method, select, hours {수업 시간} ratio {비율} workload {학습량} other {연간 학점 비중}} 기준으로 환산하나, {missing, select, hours {이 과목의 수업 시간을 알 수 없습니다} home_hours {소속 대학 학점 체계에 이 수업 유형의 시간이 정해져 있지 않습니다} host_workload {수학한 대학 학점 체계에 학습량이 정해져 있지 않습니다} home_workload {소속 대학 학점 체계에 학습량이 정해져 있지 않습니다} host_year {수학한 대학 학점 체계에 연간 학점이 정해져 있지 않습니다} other {소속 대학 학점 체계에 연간 학점이 정해져 있지 않습니다}}. 값을 입력하거나 이 과목을 직접 결정하십시오.',
  'reason.credit.equal': '환산 학점이 {course}의 {home, number}학점과 같습니다.',
  'reason.credit.surplus-home':
    '환산 학점 {converted, number}은(는) {course}의 {home, number}학점보다 많으므로 {home, number}학점으로 기록하며, 초과분은 다른 과목에 쓸 수 없습니다.',
  'reason.credit.surplus-converted':
    '환산 학점 {converted, number}은(는) {course}의 {home, number}학점보다 많으며, 환산한 대로 기록합니다.',
  'reason.credit.shortfall-accepted':
    '환산 학점 {converted, number}은(는) {course}의 {home, number}학점보다 {short, number}학점 적으나, 규정이 허용하는 {accept, number}학점 이내입니다.',
  'reason.credit.shortfall-refused':
    '환산 학점 {converted, number}은(는) {course}의 {home, number}학점보다 {short, number}학점 적고, 규정은 {accept, number}학점까지 허용합니다.',
  'reason.credit.shortfall-recorded':
    '환산 학점 {converted, number}은(는) {course}의 {home, number}학점보다 {short, number}학점 적으며, 규정에 따라 환산한 대로 기록합니다.',
  'reason.credit.shortfall-open':
    '환산 학점 {converted, number}은(는) {course}의 {home, number}학점보다 {short, number}학점 적습니다. 규정은 {accept, number}학점까지 허용하고, 그 이상은 평가 담당자가 결정합니다.',

  'reason.hours.met':
    '수업 시간은 {hours, number}시간이며, 규정은 {required, number}시간 이상입니다.',
  'reason.hours.below':
    '수업 시간은 {hours, number}시간이며, 규정은 {required, number}시간 이상입니다.',
  'reason.hours.unknown':
    '규정은 {required, number}시간 이상을 요구하나 이 과목의 수업 시간을 알 수 없습니다. 강의계획서에 따라 입력하십시오.',

  'reason.age.met':
    '{completed, date, long}에 이수하여 학점 유효 기간 {years, plural, other {#년}} 이내입니다.',
  'reason.age.lapsed':
    '{completed, date, long}에 이수하였고 학점 유효 기간은 {years, plural, other {#년}}이므로 {lapsed, date, long}에 만료되었습니다.',
  'reason.age.unknown':
    '학점 유효 기간은 {years, plural, other {#년}}이나 성적증명서에 이 과목의 이수일이 없습니다. 날짜를 입력하십시오.',

  'reason.course.already': '{home}은(는) 이전 성적증명서로 이미 인정되었으며 한 번만 인정됩니다.',
  'reason.course.other-line': '{home}은(는) {other}(으)로 인정되었으며 한 번만 인정됩니다.',

  'reason.cap.within': '총 학점이 규정 한도 {limit, number}학점 이내입니다.',
  'reason.cap.programme':
    '학위 과정 {programme, number}학점의 {share, number, ::percent .##}인 {limit, number}학점까지 인정할 수 있으며, 그중 {already, number}학점을 사용했습니다. 가장 많은 학점을 인정하는 조합에 이 과목이 들지 않았습니다.',
  'reason.cap.total':
    '모두 {limit, number}학점까지 인정할 수 있으며, 그중 {already, number}학점을 사용했습니다. 가장 많은 학점을 인정하는 조합에 이 과목이 들지 않았습니다.',
  'reason.cap.term':
    '한 학기에 {limit, number}학점까지 인정할 수 있습니다. 가장 많은 학점을 인정하는 조합에 이 과목이 들지 않았습니다.',
  'reason.cap.term-unknown':
    '한 학기에 {limit, number}학점까지 인정할 수 있으나 성적증명서에 이 과목의 이수 학기가 없습니다. 학기를 입력하십시오.',

  'reason.rules.none':
    '{day, date, long} 현재 두 학교와 이 학위 과정, 입학 연도에 적용되는 규정이 없습니다. 규정을 등록하거나 기간을 연장하십시오.',
} satisfies Record<keyof typeof reasonTexts, string>

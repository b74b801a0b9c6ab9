import type en from './limits.en.ts'

const kind =
  '{kind, select, course {대면 과목} online {온라인 과목} blended {혼합수업 과목} summer {계절학기 프로그램} placement {현장 실습} non_degree {비학위 과정(CN)} certificate {자격·인증(CS)} training {훈련(CT)} portfolio {포트폴리오(CP)} examination {시험(CE)} accredited {평가인정 학습과정} part_time {시간제등록} other {이 학습 유형들의 합}}'
const of = kind.replace('{kind,', '{of,')
const term = '{term, select, planned {계획한 학기} other {{term}}}'
const period = '{period, select, planned {계획} other {{period}}}'
const evidence =
  '{evidence, select, syllabus {강의계획서} hours {수업 시간 증빙} certificate {자격증·인증서} assessment {평가 보고서} portfolio {포트폴리오} other {결과 통지서}}'

export default {
  'reason.cap.residence':
    '학위과정 {programme, number}학점 가운데 {least, number}학점 이상을 소속 대학에서 이수해야 하므로 최대 {limit, number}학점을 인정할 수 있으며 {already, number}학점을 이미 썼습니다. 가장 많은 학점을 인정하는 선택에서 이 과목은 빠졌습니다. {credit, number}학점의 여유가 더 있으면 결과가 달라집니다.',

  'reason.kind.refused': `규정은 ${kind}의 학점을 인정하지 않습니다.`,
  'reason.kind.evidence': `${kind}에 대해 규정은 ${evidence}을(를) 요구하지만 확인한 기록이 없습니다. 학생에게 요청하거나 이 건의 사실 확인에 기록하십시오.`,
  'reason.kind.evidence-seen': `${kind}에 대해 규정이 요구하는 것을 확인함: ${evidence}.`,
  'reason.kind.total': `${kind}은(는) 모두 합해 최대 {limit, number}학점을 인정할 수 있으며 {already, number}학점을 이미 썼습니다. {credit, number}학점의 여유가 더 있으면 인정됩니다.`,
  'reason.kind.term': `${kind}은(는) 한 학기(${period})에 최대 {limit, number}학점을 인정할 수 있으며 {already, number}학점을 이미 썼습니다. {credit, number}학점의 여유가 더 있으면 인정됩니다.`,

  'reason.kind.year': `${kind}은(는) 한 학년도(${period})에 최대 {limit, number}학점을 인정할 수 있으며 {already, number}학점을 이미 썼습니다. {credit, number}학점의 여유가 더 있으면 인정됩니다.`,
  'reason.kind.host': `한 교육기관의 ${kind}은(는) 최대 {limit, number}학점을 인정할 수 있으며 {already, number}학점을 이미 썼습니다. {credit, number}학점의 여유가 더 있으면 인정됩니다.`,

  'reason.home-term.unknown': `${kind}이(가) 있는 학기에는 소속 대학에서 이수하는 학점이 제한되는데, ${term}에 소속 대학에서 이수한 학점이 기록되지 않았습니다. 이 건의 사실란에 입력하십시오.`,
  'reason.home-term.met': `${term}에 소속 대학에서 {taken, number}학점을 이수했습니다. ${kind}이(가) 있는 학기에는 {limit, number}학점까지 허용됩니다.`,
  'reason.home-term.over': `${term}에 소속 대학에서 {taken, number}학점을 이수했습니다. ${kind}이(가) 있는 학기에는 최대 {limit, number}학점만 허용되며, 넘으면 인정되지 않습니다.`,
  'reason.home-term.together': `${kind}이(가) 있는 학기에는 합해서 최대 {limit, number}학점입니다. ${term}에 소속 대학에서 {home, number}학점을 이수하고 이미 {already, number}학점이 인정되었습니다. {credit, number}학점의 여유가 더 있으면 인정됩니다.`,

  'reason.home-term.asked-unknown': `${of}이(가) 있는 학기에는 소속 대학에서 이수하는 학점이 제한되는데, 규정은 ${kind}도 해당하는지 밝히지 않습니다. ${term}에 소속 대학에서 이수한 학점이 기록되지 않았습니다. 이 건의 사실란에 입력하거나 이 행을 판정하십시오.`,
  'reason.home-term.asked': `${of}이(가) 있는 학기에는 소속 대학에서 이수하는 학점이 제한되는데, 규정은 ${kind}도 해당하는지 밝히지 않습니다. ${term}에는 {credit, number}학점이 되어 최대 {limit, number}학점을 넘습니다. 이 과목을 인정할지 판정하십시오.`,

  'reason.stay.unknown':
    '{months, number}개월을 넘는 체류는 휴학한 경우에만 인정되는데, 체류의 시작과 끝이 기록되지 않았습니다. 이 건의 사실란에 입력하십시오.',
  'reason.stay.suspension-unknown':
    '{from, date, long}부터 {to, date, long}까지의 체류는 {months, number}개월을 넘어 휴학한 경우에만 인정되는데, 휴학 여부가 기록되지 않았습니다. 이 건의 사실란에 입력하십시오.',
  'reason.stay.suspended': '{months, number}개월을 넘는 체류에 규정이 요구하는 대로 휴학했습니다.',
  'reason.stay.not-suspended':
    '{from, date, long}부터 {to, date, long}까지의 체류는 {months, number}개월을 넘었지만 휴학하지 않았습니다. 이런 학점은 인정되지 않습니다.',

  'reason.deadline.met':
    '성적증명서가 {filed, date, long}에 접수되어 기한 {last, date, long}을(를) 지켰습니다.',
  'reason.deadline.missed':
    '성적증명서가 {filed, date, long}에 접수되었으며, 마지막 날은 {last, date, long}이었습니다.',
  'reason.deadline.late':
    '성적증명서가 {filed, date, long}에 접수되었으며, 마지막 날은 {last, date, long}이었습니다. 그래도 받을지는 평가자가 정합니다.',
  'reason.deadline.unknown':
    '규정에 기한이 있으나 계산할 수 없습니다. {rule, select, week {체류 종료일 또는 소속 대학의 다음 학기 날짜} working_days {체류 종료일 또는 발급일} other {체류 종료일}}을(를) 알 수 없습니다. 이 건의 사실란에 입력하거나 이 행을 직접 정하십시오.',

  'reason.residence.years':
    '학위를 받기 전에 소속 대학에서 {years, plural, other {#학년도}} 이상 수학해야 합니다.',
  'reason.residence.last-term':
    '체류가 학위 취득 전 마지막 학기에 해당하며, 그 학기는 소속 대학에서 이수해야 합니다.',
  'reason.residence.last-term-unknown':
    '학위 취득 전 마지막 학기는 소속 대학에서 이수해야 합니다. 이 체류가 그 학기에 해당하는지 기록되지 않았습니다.',
  'reason.honours.open':
    '우등 졸업에는 소속 대학에서 이수한 {least, number}학점 이상이 필요합니다. 이번 인정 후 {programme, number}학점 가운데 {left, number}학점을 소속 대학에서 이수하게 되므로 우등 졸업이 가능합니다.',
  'reason.honours.lost':
    '우등 졸업에는 소속 대학에서 이수한 {least, number}학점 이상이 필요합니다. 이번 인정 후 {programme, number}학점 가운데 {left, number}학점만 소속 대학에서 이수하게 되므로 우등 졸업은 더 이상 가능하지 않습니다.',

  'calculation.title': '학점과 성적의 계산 과정',
  'calculation.lead':
    '성적증명서의 내용에서 기재 결과까지의 모든 단계이며, 손으로 다시 계산할 수 있습니다.',
  'calculation.none': '아직 계산된 것이 없습니다',
  'calculation.none-why': '이 건의 어느 행도 학점이나 성적이 환산되지 않았습니다.',
  'calculation.credit': '학점',
  'calculation.grade': '성적',
  'calculation.together': '함께: {codes}',
  'calculation.picture': '두 대학 성적 분포표에서 {grade}의 위치, 환산 결과 {home}',

  'rule-set.form.grades': '성적 기재',
  'rule-set.form.grades-hint':
    '성적과 관계없이 수학한 대학의 성적 체계에 맞는 첫 번째 방법을 씁니다: 합의된 대조표, 성적 분포표, 공식, 그 밖에는 기재.',
  'rule-set.form.not-used': '쓰지 않음',
  'rule-set.form.digits': '준거 집단 분야의 일치 자릿수',
  'rule-set.digits.4': 'ISCED-F 네 자리',
  'rule-set.digits.3': 'ISCED-F 세 자리',
  'rule-set.digits.2': 'ISCED-F 두 자리',
  'rule-set.digits.0': '없음: 모든 분야 합산',
  'rule-set.form.bavarian': '수정 바이에른 공식',
  'rule-set.form.bavarian-hint': '소속 대학 체계가 1.0이 최고이고 4.0이 합격인 경우에만',
  'rule-set.bavarian.cut': '소수 첫째 자리까지 버림 후 더 좋은 성적(파사우)',
  'rule-set.bavarian.nearest': '가장 가까운 성적, 중간이면 더 좋은 성적(쾰른)',
  'rule-set.bavarian.decimal': '소수 첫째 자리까지 버림',
  'rule-set.form.residence': '소속 대학에서 이수할 최소 학점',
  'rule-set.form.honours': '우등 졸업에 필요한 소속 대학 학점',
  'rule-set.term.residence': '소속 대학 이수',
  'rule-set.says.residence': '학위 학점 가운데 {credit}학점 이상을 소속 대학에서 이수',
  'rule-set.term.honours': '우등 졸업',
  'rule-set.says.honours':
    '우등 졸업에는 소속 대학에서 {credit}학점 이수가 필요함. 학생에게 알리되 이를 이유로 불인정하지 않음',
  'rule-set.term.suspension': '휴학',
  'rule-set.says.suspension':
    '{months, plural, other {#개월}}을 넘는 체류는 휴학해야 하며, 아니면 인정하지 않음',
  'rule-set.term.deadline': '기한',
  'rule-set.says.week': '체류 후 소속 대학 {term, selectordinal, other {#}}번째 학기의 {week}주 말',
  'rule-set.says.working-days':
    '{after, select, stay {체류 종료} other {발급일}} 후 {days, plural, other {#근무일}}',
  'rule-set.says.date': '체류 후 첫 {month}월 {day}일',
  'rule-set.term.home-term': '같은 학기의 소속 대학 이수',
  'rule-set.says.home-term':
    '{kinds}이(가) 있는 학기: 소속 대학에서 최대 {home}학점, 합해서 최대 {together}학점',
  'rule-set.says.home-term-asked': '{rule}. 담당자가 판정: {kinds}',
  'rule-set.term.kinds': '학습 유형',
  'rule-set.says.no-kind': '인정하지 않음',
  'rule-set.says.kind-limit':
    '{per, select, term {학기당} year {학년도당} host {한 기관에서} other {모두}} 최대 {credit}학점',
  'rule-set.inferred': '추정',
  'rule-set.inferred-why':
    '공개된 출처에 없는 것: {list}. 추정한 것이므로 대학이 새 판으로 확인해야 합니다.',
  'rule-set.kind-name':
    '{kind, select, course {대면 과목} online {온라인 과목} blended {혼합수업 과목} summer {계절학기 프로그램} placement {현장 실습} non_degree {비학위 과정(CN)} certificate {자격·인증(CS)} training {훈련(CT)} portfolio {포트폴리오(CP)} examination {시험(CE)} accredited {평가인정 학습과정} part_time {시간제등록} other {이 학습 유형}}',
  'rule-set.evidence-name':
    '{evidence, select, syllabus {강의계획서} hours {수업 시간 증빙} certificate {자격증·인증서} assessment {평가 보고서} portfolio {포트폴리오} other {결과 통지서}} 확인 필요',

  'past.title': '이 규정이 바꾸었을 지난 건',
  'past.lead':
    '당시 이 규정이 시행 중이었던 것으로 하여 저장된 자료로 다시 평가했습니다. 결정된 {looked, number}건 가운데 {concerned, plural, other {#건}}에 적용되었을 것입니다. 아무것도 변경되지 않습니다.',
  'past.limited': '결정된 건은 {decided, number}건이며 처음 {looked, number}건을 살펴보았습니다.',
  'past.unseen':
    '이 가운데 {count}건은 건을 열람할 수 있는 사람에게만 표시됩니다. 학적 담당자는 이 페이지나 저장된 초안에서 볼 수 있습니다.',
  'past.cases': '결과가 달라질 건',
  'past.lines': '행',
  'past.credit': '이 건들의 인정 학점, 전과 후',
  'past.more': '처음 {shown, number}행을 보여 줍니다. 파일에는 모두 있습니다.',
  'past.workbook': '달라지는 모든 행을 엑셀로',
  'past.case': '건',
  'past.line': '과목',
  'past.before': '당시 평가',
  'past.after': '이 규정에 따르면',
  'past.credit-before': '이전 학점',
  'past.credit-after': '이후 학점',
  'past.grade-before': '이전 성적',
  'past.why-before': '당시 사유',
  'past.why-after': '이후 사유',
  'past.grade-after': '이후 성적',
  'rule-set.form.set-grade': '함께 인정되는 과목의 최저 성적',
  'rule-set.form.set-grade.each': '과목마다 충족해야 함',
  'rule-set.form.set-grade.credit-weighted': '학점 가중 평균이 충족해야 함',
  'rule-set.term.set-grade': '함께 인정되는 과목',
  'rule-set.says.set-grade': '학점으로 가중한 평균 성적이 최저 성적 이상이어야 함',
  'rule-credit.legend': '다른 학습 유형의 학점 환산, 규정 {number}',
  'rule-credit.hint':
    '과목과 다르게 환산하는 유형만 입력하십시오. 한 유형에 규정이 둘이면 앞의 규정을 따릅니다.',
  'rule-credit.fault.kinds': '이 규정을 적용할 학습 유형을 선택하십시오',
  'rule-credit.says': '{kinds}: {method}; {rounding}',
} as const satisfies Record<keyof typeof en, string>

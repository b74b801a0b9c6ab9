import type en from './en.ts'

export default {
  'task.decide': '학점 인정 {number} 건을 결정해 주십시오',
  'task.kind.case-decision': '결정할 학점 인정',
  'entry.case-opened': '성적증명서 접수({lines, plural, other {#과목}}), 인정 건 {number} 개설',
  'entry.case-evaluated':
    '규정에 따른 평가: 인정 {recognised}과목, 불인정 {refused}과목, 평가 담당자 판단 {open}과목',
  'entry.line-changed': '평가 담당자가 {line}행을 수정함',
  'entry.line-restored': '{line}행을 규정에 따른 결과로 되돌림',
  'entry.case-decided': '인정 건 {number} 결정: {credit}학점 인정',
  'entry.case-withdrawn': '인정 건 {number} 철회',
  'entry.catalogue-published': '교과목 목록 공개({courses, plural, other {#과목}})',
  'entry.equivalence-judged': '{host} 과목을 {home} 과목과 동등하다고 판정함',
  'entry.equivalence-withdrawn': '{host} 과목과 {home} 과목의 동등 판정 철회',
  'entry.rule-set-published': '학점 인정 규정 공개, 제{version}판',
  'refusal.no-enrolment': '소속 기관에 재학 중인 학생을 선택하십시오',
  'refusal.no-rules':
    '이 학위 과정과 입학 연도에 적용되는 학점 인정 규정이 없습니다. 규정을 먼저 공개하면 성적증명서를 평가할 수 있습니다.',
  'refusal.no-lines': '성적증명서에 과목이 없습니다',
  'refusal.too-many-lines': '성적증명서 한 건에는 최대 {limit, number}과목까지 넣을 수 있습니다',
  'refusal.host-is-home': '소속 대학이 발급한 성적증명서입니다. 수학한 대학을 선택하십시오',
  'refusal.no-host': '성적증명서를 발급한 대학을 선택하십시오',
  'refusal.same-transcript': '같은 성적증명서가 이미 인정 건 {number}에 있습니다',
  'refusal.no-case': '해당 건이 없거나 열람 권한이 없습니다',
  'refusal.reason': '학생이 이해할 수 있는 한 문장으로 이유를 적어 주십시오',
  'refusal.home-course': '인정할 소속 대학 과목을 입력하십시오',
  'refusal.unknown-course': '소속 대학의 현행 교과목 목록에 {code} 과목이 없습니다',
  'refusal.credit': '0보다 큰 학점을 입력하십시오',
  'refusal.already-decided': '이미 결정된 건입니다. 변경된 내용은 없습니다.',
  'refusal.withdrawn': '철회된 건입니다. 변경된 내용은 없습니다.',
  'refusal.changed-meanwhile':
    '이 페이지를 연 뒤 규정, 동등 판정 또는 일부 행이 변경되었습니다. 아직 결정되지 않았으니 다시 평가한 뒤 각 행을 확인하십시오.',
  'refusal.open-lines': '판정을 기다리는 행이 {count, plural, other {#개}} 남아 있습니다',
  'refusal.over-share':
    '{credit}학점을 인정하게 되지만 이 학위 과정에서 더 인정할 수 있는 학점은 {limit}학점입니다. 일부 행을 불인정하거나 학점을 낮추십시오.',
  'refusal.draft-changed':
    '이 성적증명서가 다른 창에서 수정되었습니다. 페이지를 새로 불러와 현재 상태를 확인하십시오. 덮어쓴 내용은 없습니다.',
  'refusal.draft-taken': '이 성적증명서는 이미 제출되었습니다',
  'refusal.line-without-code':
    '과목 코드가 없는 과목이 {count, plural, other {#개}} 있습니다. 코드를 입력하거나 해당 행을 선택하지 마십시오.',
  'refusal.check-grid':
    '표의 일부 칸을 읽을 수 없습니다. 아직 저장되지 않았으며 입력한 내용은 그대로 남아 있습니다.',
  'notice.kind.case-decided': '학점 인정 결정',
  'notice.case-decided': '학점 인정 건 {number}이(가) 결정되었습니다. {credit}학점이 인정됩니다.',
  'refusal.course-twice':
    '{course} 과목은 다른 행이나 이전 결정에서 이미 인정되었습니다. 소속 대학 과목은 한 번만 인정됩니다.',
  'refusal.over-term':
    '{term}에 {credit}학점을 인정하게 되지만 규정상 학기당 최대 {limit}학점입니다. 일부 행을 불인정하거나 학점을 낮추십시오.',
  'refusal.line-too-long':
    '{code} 과목의 코드, 과목명, 성적 또는 학기가 너무 깁니다. 줄이거나 해당 행을 선택하지 마십시오.',
  'erasure.kept-decisions':
    '성적증명서와 학점 인정 결정(성명 제외): 학위의 근거가 된 학점은 계속 증명할 수 있어야 합니다.',
} satisfies Record<keyof typeof en, string>

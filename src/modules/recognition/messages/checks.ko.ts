import type en from './checks.en.ts'

export default {
  'check.title': '{number} 건 수기 입력 성적증명서의 이중 확인',
  'check.lead':
    '원본을 보고 과목별 학점과 성적을 입력하십시오. 처음 입력한 값은 보이지 않으며, 다른 부분은 그 뒤에 표시됩니다.',
  'check.differs-lead':
    '원본을 다시 확인하십시오. 누가 입력했든 원본이 기준이며, 행마다 사유를 적습니다.',
  'check.nobody': '수기 입력, 아직 아무도 확인하지 않음',
  'check.nobody-hint':
    '{typist} 님이 입력한 성적증명서입니다. 다른 사람이 처음 입력한 값을 보지 않고 원본에서 학점과 성적을 다시 입력합니다.',
  'check.before-decision': '그 전에는 결정할 수 없습니다.',
  'check.waits': '두 번째 입력과 다른 행 {count}개',
  'check.never': '{typist} 님 입력, 두 번째 사람의 확인 없음',
  'check.typed-by': '{typist} 님 입력',
  'check.typed-twice': '{typist} 님 입력, {by} 님이 {day}에 다시 입력',
  'check.done-by': '{typist} 님 입력, {by} 님이 {day}에 확인',
  'check.settled-by': '다른 부분은 {by} 님이 {day}에 정리했습니다.',
  'check.result':
    '두 번 입력한 행 {lines}개, {differences, plural, =0 {모두 일치} other {#개 불일치}}.',
  'check.start': '확인하기',
  'check.settle-link': '다른 부분 정리',
  'check.see': '확인 내역 보기',
  'check.no-scan': '스캔본이 없습니다. 종이 원본을 보고 입력하십시오.',
  'check.grid': '원본의 학점과 성적',
  'check.course': '과목',
  'check.complete': '원본에 있는 과목은 정확히 이 {count}개이며 과목 코드와 과목명이 맞습니다',
  'check.complete-hint':
    '코드나 과목명이 틀리면 먼저 코드를 눌러 바로잡으십시오. 과목이 빠졌거나 중복되면 이 건을 철회하고 성적증명서를 다시 제출하십시오.',
  'check.compare': '비교',
  'check.same': '확인 완료. 두 번의 입력이 일치합니다.',
  'check.differs': '{count}개 행이 다릅니다. 아래에서 정리하십시오.',
  'check.stands': '원본의 내용',
  'check.first': '처음 입력: {reading}',
  'check.second': '다시 입력: {reading}',
  'check.other': '둘 다 아님',
  'check.if-other': '둘 다 아니면 원본의 내용',
  'check.reading': '학점 {credit}, 성적 {grade}',
  'check.reason': '사유',
  'check.reason-hint': '예: 8을 3으로 잘못 읽음',
  'check.settle': '정리',
  'check.settled':
    '정리했습니다. {corrected, plural, =0 {바로잡을 행이 없습니다.} other {#개 행을 바로잡고 다시 평가했습니다.}}',
  'check.record': '두 번 입력한 내역',
  'check.column.first': '처음 입력',
  'check.column.second': '다시 입력',
  'check.column.stands': '확정',
  'check.both': '일치',
  'check.open': '정리 전',
  'check.stood.first': '처음 입력대로',
  'check.stood.second': '다시 입력대로',
  'check.stood.other': '둘 다 아님',
  'check.refusal.another':
    '우리 대학의 학점 평가 담당자나 학적 담당자가 확인합니다. 입력한 사람과 그 대행자는 확인할 수 없습니다.',
  'check.refusal.closed': '더 이상 진행 중인 건이 아닙니다. 변경된 것은 없습니다.',
  'check.refusal.not-typed': '파일에서 읽은 성적증명서이므로 다시 입력할 것이 없습니다.',
  'check.refusal.twice': '동료가 이미 다시 입력했습니다. 변경된 것은 없습니다.',
  'check.refusal.cut-off': '일부 행이 전송되지 않았습니다. 화면을 다시 여십시오.',
  'check.refusal.nothing-typed': '행마다 학점과 성적을 입력하십시오',
  'check.refusal.complete': '원본의 과목이 정확히 이것인지 확인하십시오',
  'check.refusal.nothing-differs': '아직 다시 입력한 사람이 없어 다른 부분이 없습니다.',
  'check.refusal.settled': '동료가 이미 정리했습니다. 변경된 것은 없습니다.',
  'check.refusal.each-line': '다른 행을 모두 정리하십시오',
  'check.refusal.choose': '원본의 내용을 고르십시오',
  'check.refusal.reason': '사유를 적으십시오',
  'check.refusal.corrected-meanwhile':
    '그사이 바로잡은 행이 있습니다. 원본의 내용을 고르고, 둘 다 아니면 입력하십시오.',
  'check.refusal.unsettled': '두 번의 입력이 다릅니다. 먼저 정리하십시오.',
  'check.refusal.demanded':
    '입력한 사람 외에 아무도 확인하지 않았습니다. 우리 대학은 먼저 두 번째 사람의 확인을 요구합니다.',
  'check.task': '{number} 건의 수기 입력 성적증명서 확인',
  'check.task-kind': '수기 입력 성적증명서의 이중 확인',
  'check.entry.same': '수기 입력 성적증명서를 두 번째 사람이 확인: {lines}개 행 모두 일치',
  'check.entry.differs':
    '수기 입력 성적증명서를 두 번째 사람이 다시 입력: {lines}개 행 중 {differences}개 불일치',
  'check.entry.settled': '두 입력의 다른 부분 정리: {differences}개, 바로잡은 행 {corrected}개',
  'settings.check': '수기 입력 성적증명서',
  'settings.demandsCheck': '두 번째 사람이 확인한 뒤에만 결정',
  'settings.demandsCheck-hint':
    '선택하지 않아도 확인을 요청하고 남은 일로 표시하지만, 결정은 할 수 있습니다.',
  'correction.blind-lead':
    '과목 코드, 과목명, 학기를 원본대로 고칩니다. 학점과 성적은 첫 입력을 보지 않고 직접 읽어야 하므로 여기서는 바꾸지 않습니다.',
  'correction.back-to-check': '확인으로 돌아가기',
} as const satisfies Record<keyof typeof en, string>

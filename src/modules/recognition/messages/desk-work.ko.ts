import type en from './desk-work.en.ts'

export default {
  'grid.total-row': '합계나 평균으로 보여 제외했습니다. 과목이면 칸을 선택하십시오.',
  'grid.removed': '{line, number}행을 뺐습니다: {name}',
  'grid.removed-empty': '빈 {line, number}행을 뺐습니다.',
  'grid.put-back-button': '되돌리기',
  'grid.put-back': '행을 제자리에 되돌렸습니다.',
  'refusal.looks-like-total':
    '{count, number}개 행이 과목이 아니라 합계나 평균으로 보입니다. 표시된 대로 제외하거나 과목인 행을 선택한 뒤 평가하십시오.',
  'suggestion.chance.decided': '선례 있음',
  'word.left-open': '규정으로 결과가 나오지 않아 {name}이(가) 판정: {reason}',
  'word.same-verdict': '{name}의 판정(규정에 따른 결과와 같음): {reason}',
  'word.more-credit': '환산 결과는 {given}학점이나 {credit}학점을 인정: {reason}',
  'word.credit-reason': '환산 결과보다 많은 학점을 인정하는 이유',
  'word.credit-reason-hint': '학생이 과목 옆에서 읽습니다.',
  'word.reason-language': '사유의 언어',
  'word.second-reason': '두 번째 언어로 쓴 같은 사유',
  'word.second-reason-hint':
    '입력하면 이중 언어 증명서에 두 언어로 표시되고, 비워 두면 입력한 그대로 한 번만 표시됩니다.',
  'word.second-language': '두 번째 언어',
  'word.second-same':
    '두 사유가 같은 언어입니다. 두 번째 사유를 다른 언어로 입력하거나 비워 두십시오.',
  'word.from-suggestion': '{code}은(는) 추천에서 가져왔으며 아직 아무것도 판정되지 않았습니다',
  'refusal.more-than-course':
    '{code} 과목은 본교에서 {carries}학점이므로 {credit}학점을 인정할 수 없습니다.',
  'refusal.issued-later': '성적증명서 발급일은 오늘 이후일 수 없습니다.',
  'refusal.more-than-converted':
    '환산 결과는 {given}학점인데 {credit}학점을 인정하려고 합니다. 아래에 이유를 적거나 {given} 이하로 입력하십시오.',
  'decide.lines-wait':
    '아직 {count, number}개 과목이 판정을 기다립니다. 모두 판정하면 결정할 수 있습니다.',
  'decide.next-line': '다음 판정 대기 과목: {code}',
  'search-kind.case': '학점 인정 건',
  'search-kind.course': '과목',
  'search-kind.case-number': '학점 인정 건 {number}',
  'search-kind.between': '{host} → {home}',
  'check.open-case': '과목이 있는 건 열기',
  'check.footer': '학점 인정 증명서 확인',
  'home.own': '내 학점 인정',
  'home.own-case': '{label} · {host}',
  'home.late': '기한이 지난 건',
  'home.waiting': '판정을 기다리는 건',
  'home.ready': '결정할 수 있는 건',
  'home.decided': '최근 30일 동안 결정한 건',
  'home.due': '학점 인정 건 {number} · {host}',
  'home.due-day': '기한 {day}',
  'home.all-cases': '모든 건',
  'home.imports': '최근 가져온 자료',
  'home.import': '{file}',
  'home.import-day': '{day}에 가져옴',
  'home.all-imports': '모든 교과목 목록',
  'word.credit-reason-given':
    '환산 결과인 {given}학점보다 많이 인정할 때 입력합니다. 학생이 과목 옆에서 읽습니다.',
  'list.recognised': '인정 과목 수',
  'list.refused': '불인정 과목 수',
  'list.open': '판정 대기 과목 수',
  'list.received': '접수일',
  'list.home-courses': '소속 대학 과목',
  'list.home-term-credit': '해당 학기 소속 대학 학점',
  'list.too-many':
    '파일 하나에는 최대 {most, number}행까지 담을 수 있습니다. 상태, 대학, 검색으로 목록을 먼저 좁히십시오.',
  'grid.terms-read':
    '학기 {count}개가 불기 연도로 입력되었습니다. 읽은 결과를 확인한 뒤 평가하십시오.',
  'grid.terms-saved': '학기 {count}개를 불기 연도로 읽었습니다. 예: “{value}” → {term}',
  'decide.go': '결정란으로 이동',
} satisfies Record<keyof typeof en, string>

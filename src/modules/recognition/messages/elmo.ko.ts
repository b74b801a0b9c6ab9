import type { ElmoIssueKey } from '../formats/elmo-texts.ts'

export default {
  'elmo.empty': '빈 파일입니다.',
  'elmo.too-large': '압축을 푼 파일이 {limit}MB를 넘습니다. 첨부가 없는 파일을 요청하십시오.',
  'elmo.too-deep':
    '요소가 {limit}단계보다 깊게 중첩되어 있습니다. 성적증명서에는 필요 없는 구조이므로 읽지 않았습니다.',
  'elmo.too-many': '파일의 요소가 {limit, number}개를 넘어 읽지 않았습니다.',
  'elmo.compressed-broken': '압축된 파일이 손상되었습니다. 다시 요청하십시오.',
  'elmo.encoding-broken': '{encoding} 문자 코드로 읽을 수 없습니다. UTF-8 파일을 요청하십시오.',
  'elmo.doctype':
    '파일에 문서 형식 선언(DOCTYPE)이 있습니다. ELMO에는 필요 없고 악용될 수 있어 읽지 않았습니다.',
  'elmo.malformed':
    '이 위치부터 올바른 XML이 아닙니다. 닫히지 않은 태그나 허용되지 않는 문자가 있습니다. 파일을 다시 요청하십시오.',
  'elmo.not-elmo': '파일이 elmo가 아니라 {root}(으)로 시작합니다. ELMO 성적증명서가 아닙니다.',
  'elmo.namespace-unknown': '알 수 없는 ELMO 버전입니다: {namespace}. 읽지 않았습니다.',
  'elmo.namespace-old':
    'ELMO 1.0 이전 형식입니다. 이름이 같은 부분만 읽었으므로 원본과 대조하십시오.',
  'elmo.namespace-missing':
    '파일에 ELMO 버전이 적혀 있지 않아 버전 1로 읽었습니다. 원본과 대조하십시오.',
  'elmo.missing': '{parent}에 {element}이(가) 없습니다.',
  'elmo.unexpected': '{element}은(는) {parent}에 있을 수 없어 읽지 않았습니다.',
  'elmo.order': '{element}은(는) {before} 앞에 있어야 하는데 뒤에 있습니다. 그대로 읽었습니다.',
  'elmo.repeated':
    '{parent}에 {element}이(가) {count, number}번 있으나 {most, number}번까지만 허용됩니다. 첫 번째를 읽었습니다.',
  'elmo.missing-attribute': '{element}에 {attribute} 속성이 없습니다.',
  'elmo.stray-text': '{element}에 어느 항목에도 속하지 않는 글이 있습니다: “{value}”.',
  'elmo.not-a-date':
    '{element}의 “{value}”은(는) 2026-01-31 형식의 날짜가 아니므로 비워 두었습니다.',
  'elmo.not-a-time':
    '{element}의 “{value}”은(는) 2026-01-31T09:00:00Z 형식의 시각이 아니므로 비워 두었습니다.',
  'elmo.not-a-number': '{element}의 “{value}”은(는) 소수점을 쓴 숫자가 아니므로 비워 두었습니다.',
  'elmo.not-in-list': '{element}에 “{value}”은(는) 쓸 수 없습니다. 쓸 수 있는 값: {list}.',
  'elmo.empty-value': '{element}이(가) 비어 있습니다.',
  'elmo.no-courses': '성적증명서에 과목이 없습니다.',
  'elmo.negative-credit': '학점 {value}은(는) 0보다 작습니다.',
  'elmo.term-order': '학기 종료일 {end, date, long}이(가) 시작일 {start, date, long}보다 앞섭니다.',
  'elmo.grading-scheme-unknown': '성적 체계 {id}의 설명이 파일에 없습니다.',
  'elmo.attachment-unreadable': '첨부 {title}을(를) 해독할 수 없습니다. 다시 요청하십시오.',
  'elmo.more': '파일에 같은 종류의 알림이 {count, number}건 더 있습니다.',
} satisfies Record<ElmoIssueKey, string>

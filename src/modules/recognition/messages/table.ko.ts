import type { TableIssueKey } from '../formats/table-texts.ts'

export default {
  'table.empty': '표에 행이 없습니다.',
  'table.no-header': '열 이름이 있는 행을 찾지 못했습니다. 각 열이 무엇인지 지정하십시오.',
  'table.no-column':
    '{field, select, code {과목 코드} title {과목명} other {학점}} 열이 지정되지 않았습니다.',
  'table.missing-code': '과목 코드가 없습니다.',
  'table.kept-without-code':
    '과목 코드가 없습니다. 행은 그대로 두었으니 코드를 입력하거나 제외하십시오.',
  'table.total-row':
    '“{value}”은(는) 과목이 아니라 합계나 평균으로 보여 제외했습니다. 과목이면 직접 선택하십시오.',
  'table.missing-title': '과목명이 없습니다.',
  'table.missing-credit': '학점이 없습니다.',
  'table.missing-grade': '성적이 없습니다.',
  'table.not-a-number': '“{value}”은(는) 숫자가 아닙니다. 3 또는 1.5처럼 적으십시오.',
  'table.negative-credit': '학점 {value}은(는) 0보다 작습니다.',
  'table.not-a-date': '“{value}”은(는) 날짜가 아닙니다. 2026-01-31처럼 적으십시오.',
  'table.ambiguous-date':
    '“{value}”은(는) 두 가지 날짜로 읽힐 수 있습니다. 2026-01-31처럼 적으십시오.',
  'table.buddhist-year': '“{value}”을(를) 불기 연도로 읽었습니다: {day, date, long}.',
  'table.buddhist-term': '“{value}”을(를) 불기 연도로 읽었습니다: {term}.',
  'table.contact-hours-unread': '“{value}”을(를) 수업 시간으로 읽을 수 없어 비워 두었습니다.',
  'table.duplicate-code':
    '코드 {code}이(가) {first, number}행에 이미 있어 이 행은 넣지 않았습니다.',
  'table.repeated-course':
    '코드 {code}이(가) {first, number}행에도 있습니다. 두 번 이수한 경우에만 둘 다 두십시오.',
  'table.conflicting-repeat':
    '코드 {code}의 {field, select, credit {학점} other {과목명}}이 {first, number}행과 달라 첫 번째를 두었습니다.',
  'table.code-too-long': '코드가 {limit, number}자를 넘습니다. 열을 바르게 지정했습니까?',
  'table.unknown-kind':
    '“{value}”은(는) 등록된 학습 유형이 아닙니다. 다른 유형을 고르기 전에는 대면 과목으로 봅니다.',
  'table.more-cells':
    '이 행에는 셀이 {count, number}개 있지만 열 이름은 {names, number}개입니다. 셀이 밀리지 않았는지 확인하십시오.',
} satisfies Record<TableIssueKey, string>

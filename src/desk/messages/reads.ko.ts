export default {
  'reads.journey': '연합에서의 여정',
  'reads.search': '검색 결과에 표시됨',
  'reads.tasks': '할 일 목록에 표시됨',
  'reads.act': '이메일 링크로 표시됨',
}

export default {
  'reads.journey': '연합에서의 여정',
  'reads.search': '검색 결과에 표시됨',
}

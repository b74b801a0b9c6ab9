export default {
  'fact.too-fine': '소수는 여섯 자리까지, 분수는 분모가 1,000 이하여야 합니다',
}

export default {
  'fact.too-fine': '最多填六位小数；用分数时，分母不超过 1000',
}

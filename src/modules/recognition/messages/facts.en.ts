export default {
  'fact.too-fine': 'Give at most six decimals, or a fraction whose lower number is at most 1,000',
}

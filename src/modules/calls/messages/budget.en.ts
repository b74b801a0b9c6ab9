export default {
  'budget.award': 'Award each',
  'budget.currency': 'Currency',
  'budget.given': 'Amount given',
  'budget.lead':
    'Of a fund, write the total and what each gets instead of seats: as many are accepted as it pays in full.',
  'budget.left': 'Left',
  'budget.no-amount': 'Write an amount above zero, as 30,000 or 30000.50.',
  'budget.no-currency': 'Choose a currency.',
  'budget.no-seats': 'Leave the seats empty: they follow from the fund.',
  'budget.too-little': 'The fund does not pay one award.',
  'budget.too-many': 'The fund pays more than {most, number} awards. Check both amounts.',
  'budget.total': 'Fund in total',
  'budget.yours': 'Award: {amount}',
}

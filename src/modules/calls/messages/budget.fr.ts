export default {
  'budget.award': 'Montant par bourse',
  'budget.currency': 'Monnaie',
  'budget.given': 'Montant attribué',
  'budget.lead':
    'Pour un fonds, indiquez le total et le montant par bourse au lieu des places : sont retenues autant de personnes qu’il peut financer intégralement.',
  'budget.left': 'Reste',
  'budget.no-amount': 'Indiquez un montant supérieur à zéro, par exemple 30 000 ou 30000,50.',
  'budget.no-currency': 'Choisissez une monnaie.',
  'budget.no-seats': 'Laissez les places vides : elles découlent du fonds.',
  'budget.too-little': 'Le fonds ne couvre pas une seule bourse.',
  'budget.too-many': 'Le fonds couvre plus de {most, number} bourses. Vérifiez les deux montants.',
  'budget.total': 'Total du fonds',
  'budget.yours': 'Montant attribué : {amount}',
}

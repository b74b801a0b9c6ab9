export default {
  'fact.too-fine':
    'Indiquez six décimales au plus, ou une fraction dont le dénominateur ne dépasse pas 1 000',
}

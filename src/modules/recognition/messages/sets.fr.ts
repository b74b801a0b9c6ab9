import type en from './sets.en.ts'

export default {
  'equivalence.fault.too-many-courses': 'Un côté peut nommer {limit, number} cours au plus',
  'equivalence.fault.repeated-course': '{code} est nommé deux fois du même côté',
  'equivalence.fault.accept': 'Indiquez 0 crédit ou plus',
  'equivalence.fault.block': 'Donnez au bloc un code, un intitulé et plus de 0 crédit',
  'page.case.set-broken':
    'Ce cours ne compte qu’avec d’autres, et un évaluateur s’est prononcé sur l’un d’eux. Donnez-lui un verdict propre, ou retirez cet avis.',
} satisfies Record<keyof typeof en, string>

import type en from './en.ts'

export default {
  'forbidden-url':
    'Cette adresse ne peut pas être utilisée. Indiquez-en une qui commence par https://.',
  'forbidden-address': 'Cette adresse ne mène pas à l’internet public.',
  'no-basis':
    'Des données personnelles ne peuvent pas y être envoyées : aucun fondement n’est enregistré.',
  'too-many-redirects': 'Le site distant a renvoyé trop de fois vers d’autres adresses.',
  'too-large': 'La réponse du site distant est trop volumineuse.',
  'wrong-type': 'Le site distant a répondu par un document d’un autre type que prévu.',
  timeout: 'Le site distant n’a pas répondu à temps. Réessayez plus tard.',
  unreachable: 'Le site distant est injoignable. Vérifiez l’adresse ou réessayez plus tard.',
} satisfies Record<keyof typeof en, string>

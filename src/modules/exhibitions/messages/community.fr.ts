/** Communities, living heritage, labels. */
export default {
  'community.certificate': 'Attestation',
  'community.certified': 'Le montrer n’enfreint aucune pratique coutumière régissant l’accès',
  'community.customary': 'Pratiques coutumières régissant l’accès',
  'community.granted-by': 'Accordé au nom de la communauté par',
  'community.granted-on': 'Accordé le',
  'community.heritage': 'Patrimoine vivant',
  'community.heritage-hint': 'Une pratique n’est montrée qu’une fois accordée par sa communauté.',
  'community.language': 'Sa langue',
  'community.language-hint': 'Par son code : th, nod, zh-Hans',
  'community.practitioners': 'Praticiens',
  'community.title': 'Communauté, patrimoine vivant, étiquettes',
  'community.vernacular': 'Nom dans la langue et l’écriture de la communauté',
  'community.who': 'Communauté',
  'labels-community.address': 'Son adresse',
  'labels-community.community': 'Communauté',
  'labels-community.hint':
    'Les étiquettes Local Contexts viennent des communautés : transcrivez-les mot à mot.',
  'labels-community.name': 'Nom de l’étiquette',
  'labels-community.number': 'Étiquette {number}',
  'labels-community.shown': 'Ce que dit la communauté',
  'labels-community.text': 'Ses mots',
  'labels-community.title': 'Étiquettes des communautés',
  'refusal.day': 'Donnez une date.',
  'refusal.label': 'Une étiquette a un nom et la communauté qui l’a donnée.',
  'refusal.label-address': 'Donnez une adresse qui commence par http ou https.',
  'refusal.language-tag': 'Nommez la langue par son code, par exemple th ou nod.',
  'refusal.no-grant':
    'Indiquez qui a accordé, au nom de la communauté, que cela soit montré, et quand.',
  'refusal.not-certified':
    'Attestez qu’aucune pratique coutumière régissant l’accès n’est enfreinte, ou gardez-le pour vous.',
}

export default {
  'reads.title': 'Qui a consulté mes données',
  'reads.tab': 'Consultations',
  'reads.lead':
    'Chaque fois qu’une autre personne a ouvert ici quelque chose vous concernant : à quel titre, dans quel établissement, et quoi.',
  'reads.kept':
    'Fuseau horaire : {zone}. Conservation : {months, plural, one {# mois} other {# mois}}. N’y figurent pas vos propres visites, ce que le programme fait de lui-même, ni ce que voient dans la base les personnes qui exploitent les serveurs.',
  'reads.reader': '{role}, {organisations}',
  'reads.stand-in': '{reader} (suppléance)',
  'reads.by-link': 'Une personne munie d’un lien pour un seul acte',
  'reads.signed-in': 'Une personne connectée',
  'reads.times': 'de {from} à {until}, {count, plural, one {une fois} other {# fois}}',
  'reads.times-at': '{at}, {count, plural, one {une fois} other {# fois}}',
  'reads.in-list': 'Dans une liste de {count, plural, one {# personne} other {# personnes}}',
  'reads.perhaps':
    'Une liste de {count, plural, one {# personne} other {# personnes}}, trop longue pour que chacune soit notée : vous y figuriez peut-être',
  'reads.other': 'Données personnelles',
  'reads.none': 'Aucune consultation',
  'reads.none-why':
    'Dès qu’une autre personne ouvrira quelque chose vous concernant, cela apparaîtra ici.',
  'reads.none-fits': 'Rien ne correspond à ce filtre',
  'reads.none-fits-why': 'Retirez le filtre pour tout voir.',
  'reads.organisation': 'Établissement',
  'reads.what': 'Ce qui a été ouvert',
  'reads.who': 'Qui',
  'reads.role': 'Fonction',
  'reads.day': 'Jour',
  'reads.time': 'Heure',
  'reads.when': 'Quand',
  'reads.people': 'Personnes concernées',
  'reads.whose': 'Données de',
  'reads.whose-more': '{names} et {count, plural, one {# autre} other {# autres}}',
  'reads.whose-unknown':
    '{count, plural, one {# personne} other {# personnes}} d’un autre établissement',
  'reads.all': 'Tout',
  'reads.earlier': 'Plus ancien',
  'reads.latest': 'Revenir au plus récent',
  'reads.download': 'Télécharger en CSV',
  'reads.file': 'consultations',
  'staff-reads.title': 'Consultations par nos membres',
  'staff-reads.lead':
    'Ce que les personnes agissant pour {organisation} ont ouvert au sujet d’autrui. L’ouverture de cette page est enregistrée elle aussi.',
  'staff-reads.none-why':
    'Dès qu’une personne agissant ici ouvre les données de quelqu’un, cela apparaît ici.',
  'staff-reads.reader': 'Lecteur',
  'reads.filter': 'Filtre',
  navigation: 'Protection des données',
  'reads.staff-log': 'Registre des consultations du personnel',
}

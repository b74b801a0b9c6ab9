import type en from './en.ts'

export default {
  'site.name': 'Weft',
  'site.footer': 'Weft, la plateforme de l’alliance de la culture et de la technologie',
  'site.demonstration':
    'Ceci est une démonstration. Les personnes, les cours et les décisions sont inventés ; les organisations réelles n’y figurent qu’avec des informations publiques.',
  'frame.sign-in': 'Se connecter',
  'frame.sign-out': 'Se déconnecter',
  'frame.account': 'Compte',
  'frame.inbox': 'À traiter',
  'frame.home': 'Accueil',
  'home.title': 'La culture et la technologie, tissées par-delà les frontières',
  'home.lead':
    'Universités, entreprises, musées, administrations et financeurs partagent une même plateforme : étudiants, chercheurs, savoirs, œuvres et fonds y circulent, et chaque étape garde sa raison.',
  'failure.home': 'Aller à la page d’accueil',
  'failure.number': 'Numéro de cette requête : {request}',
} satisfies Record<keyof typeof en, string>

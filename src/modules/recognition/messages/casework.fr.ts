import type en from './casework.en.ts'

export default {
  'cases.similar': 'Personne ne s’appelle « {search} ». Voici des noms proches.',
} as const satisfies Record<keyof typeof en, string>

import type en from './operations.en.ts'

export default {
  'operation.tag': 'Reconnaissance',
  'operation.cases':
    'Les dossiers de reconnaissance que vous pouvez voir, du plus récent au plus ancien',
  'operation.case': 'Un dossier et son évaluation, ligne par ligne',
  'operation.transcript': 'Déposer un relevé de notes : il est évalué aussitôt',
  'operation.evaluate': 'Réévaluer un dossier',
  'operation.decide': 'Décider d’un dossier sur la base que vous avez consultée',
  'operation.take-back': 'Retirer votre décision avant qu’elle ne soit définitive',
  'operation.courses': 'Les cours des catalogues publiés, par code',
  'operation.equivalences': 'Les équivalences que vous pouvez voir, par cours d’accueil',
  'operation.equivalence-judge': 'Consigner qu’un cours d’accueil vaut un cours d’origine',
  'operation.equivalence-withdraw':
    'Retirer une équivalence ; les décisions prises sur elle demeurent',
  'operation.rule-sets':
    'La dernière version de toutes les règles de reconnaissance que vous pouvez voir',
  'operation.rule-set':
    'Des règles de reconnaissance et toutes leurs versions, de la plus récente à la plus ancienne',
  'operation.suggest':
    'Les cours les plus proches d’un établissement pour un cours d’un autre, avec les raisons',
  'operation.ready':
    'Les dossiers ouverts que règles et précédents ont réglés, avec la base sur laquelle chacun peut être décidé',
  'operation.facts': 'Les faits d’un dossier hors relevé : séjour, forme des cours, pièces vues',
  'operation.facts-state': 'Indiquer les faits d’un dossier, aussitôt réévalué',
  'operation.check': 'Où en est le contrôle d’un relevé saisi à la main par une seconde personne',
} satisfies Record<keyof typeof en, string>

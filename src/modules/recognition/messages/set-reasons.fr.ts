import type { setReasonTexts } from '../rules/set-reasons.ts'

export default {
  'reason.set.found':
    'Ensemble, {hosts} équivalent à {homes}, selon la décision de {judge} du {day, date, long}.',
  'reason.set.package':
    '{count, plural, one {# cours est reconnu} other {# cours sont reconnus}} en bloc pour {homes}, selon la décision de {judge} du {day, date, long} : les études comptent comme un tout.',
  'reason.set.together': 'Compte avec {others} pour {homes}.',
  'reason.set.incomplete':
    '{host} ne compte pour {homes} qu’avec {missing}, et le relevé n’y indique aucun résultat validé.',
  'reason.set.partner-against':
    '{homes} exige aussi {partner}, et ce cours ne remplit pas les règles.',
  'reason.set.partner-open':
    '{homes} exige aussi {partner}, et ce cours attend l’avis d’un évaluateur.',
  'reason.set.partner-used':
    '{host} ne compte pour {homes} qu’avec {partner}, reconnu ici pour {other} : ce choix reconnaît le plus de crédits.',
  'reason.set.too-many':
    'Les cours du relevé peuvent être réunis pour {homes} de plus de façons qu’il n’en est calculé ici. Choisissez à la main.',
  'reason.set.grade-met':
    'La note moyenne {grade}, pondérée par les crédits, atteint le minimum de {required}, soit {threshold} dans l’échelle de l’établissement d’accueil.',
  'reason.set.grade-below':
    'La note moyenne {grade}, pondérée par les crédits, est inférieure au minimum de {required}, soit {threshold} dans l’échelle de l’établissement d’accueil.',
  'reason.set.grade-open':
    'La règle compare la note moyenne de ces cours au minimum de {required}, et leurs notes n’ont pas de moyenne : toutes ne sont pas des nombres, ou rien ne dit à quoi le minimum correspond dans l’établissement d’accueil. Tranchez ces lignes.',
  'reason.set.grades-differ':
    'Ces cours seraient inscrits avec des notes différentes ({grades}), alors qu’il en faut une seule. Saisissez la note à la main.',
  'reason.set.hours-met':
    'Les cours comptaient {hours, number} heures en tout ; la règle en exige au moins {required, number}.',
  'reason.set.hours-below':
    'Les cours comptaient {hours, number} heures en tout ; la règle en exige au moins {required, number}.',
  'reason.set.hours-unknown':
    'La règle exige au moins {required, number} heures de cours en tout, et celles de {host} ne sont pas connues. Saisissez-les d’après le programme du cours.',
  'reason.set.package-short':
    'Les cours qui comptent dans le bloc {homes} apportent {converted, number} crédits ; il en faut {needed, number}.',
  'reason.choice.by-hand':
    'Ces cours peuvent compter de tant de façons que la meilleure n’est pas démontrée. On en connaît une à {found, number} crédits, et aucune ne dépasse {bound, number}. Choisissez à la main.',
} as const satisfies Record<keyof typeof setReasonTexts, string>

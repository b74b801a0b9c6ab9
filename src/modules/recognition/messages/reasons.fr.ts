import type { reasonTexts } from '../rules/reasons.ts'

export default {
  'reason.line.failed':
    'Le relevé indique que ce cours n’est pas validé : il n’a donc donné aucun crédit.',
  'reason.line.in-progress':
    'Le relevé indique que ce cours est en cours. Il pourra être examiné dès que le résultat final sera connu.',
  'reason.line.no-credit':
    'Le relevé n’indique pas les crédits de ce cours. Saisissez ceux qui figurent sur l’original.',
  'reason.line.zero-credit':
    'Le relevé indique 0 crédit pour ce cours : il n’y a rien à reconnaître.',
  'reason.line.negative-credit':
    'Le relevé indique {credit, number} crédits, ce qui est impossible. Vérifiez l’original et corrigez la ligne.',
  'reason.line.no-grade':
    'Le relevé n’indique pas de note pour ce cours, alors que la règle exige au moins {grade}. Saisissez la note qui figure sur l’original.',
  'reason.line.unknown-scheme':
    'Le système de crédits {scheme} de cette ligne n’est pas enregistré : la conversion est impossible. Choisissez le système auquel le relevé se réfère.',

  'reason.equivalence.none':
    'Aucune équivalence n’a été décidée pour {host}. Un évaluateur le compare à un cours de l’établissement ; sa décision servira aussi aux dossiers suivants.',
  'reason.equivalence.not-yet':
    'L’équivalence entre {host} et {home} ne vaut qu’à partir du {from, date, long} ; le cours a été achevé ou est examiné avant cette date. Un évaluateur peut avancer le début.',
  'reason.equivalence.ended':
    'L’équivalence entre {host} et {home} a pris fin le {to, date, long}. Un évaluateur peut la renouveler après examen des programmes actuels.',
  'reason.equivalence.found':
    '{host} équivaut à {home}, selon la décision de {judge} du {day, date, long}.',
  'reason.equivalence.several':
    '{count, plural, one {Une autre équivalence existe} other {# autres équivalences existent}} pour {host} : {others}. {home} a été retenu : ce choix reconnaît le plus de crédits en tout ; à égalité, l’équivalence propre à la formation passe d’abord, puis la plus récente.',

  'reason.content.met':
    'Le contenu de {home} est couvert à {judged, number, ::percent .##} ; la règle exige au moins {required, number, ::percent .##}.',
  'reason.content.below':
    'Le contenu de {home} n’est couvert qu’à {judged, number, ::percent .##} ; la règle exige au moins {required, number, ::percent .##}.',
  'reason.content.unknown':
    'Personne n’a encore évalué la part couverte du contenu de {home} ; la règle exige au moins {required, number, ::percent .##}. Un évaluateur doit comparer les deux programmes.',

  'reason.grade.met': 'La note {grade} atteint le minimum de {required}.',
  'reason.grade.met-by':
    'La note {grade} atteint le minimum de {required}, soit {threshold} dans l’échelle de l’établissement d’accueil.',
  'reason.grade.below': 'La note {grade} est inférieure au minimum de {required}.',
  'reason.grade.below-by':
    'La note {grade} est inférieure au minimum de {required}, soit {threshold} dans l’échelle de l’établissement d’accueil.',
  'reason.grade.not-passed':
    'La note {grade} ne valide pas le cours dans l’établissement d’accueil (seuil : {pass}) : aucun crédit n’a été acquis.',
  'reason.grade.no-correspondence':
    'Le minimum est de {required} dans l’échelle de l’établissement et la note est {grade}, mais aucune correspondance n’est fixée entre les deux échelles. Ajoutez-la, ou statuez sur cette ligne.',
  'reason.grade.unreadable':
    'La note {grade} n’existe pas dans l’échelle de l’établissement d’accueil. Corrigez la ligne, ou choisissez l’échelle en vigueur pour cette année d’entrée.',
  'reason.grade.remark':
    'La mention {grade} n’est pas une note et ne peut être comparée au minimum de {required}. Statuez sur cette ligne.',
  'reason.grade.scale-missing':
    'L’échelle de notation {scale} n’est pas enregistrée : la note {grade} ne peut être vérifiée. Enregistrez l’échelle de cet établissement et de cette année d’entrée.',
  'reason.grade.recorded':
    'Inscrit comme {label} : la règle est d’inscrire le cours sans convertir la note.',
  'reason.grade.converted':
    '{grade} devient {home} selon la table convenue entre les deux échelles.',
  'reason.grade.no-row':
    'La table convenue ne contient pas la note {grade}. Ajoutez la ligne, ou saisissez la note de l’établissement.',

  'reason.credit.converted':
    '{host, number} crédits de l’établissement d’accueil donnent {home, number} crédits selon {method, select, hours {les heures de cours} ratio {le rapport convenu} workload {la charge de travail} other {la part d’une année}}.',
  'reason.credit.methods-disagree':
    'Selon {method, select, hours {les heures de cours} ratio {le rapport convenu} workload {la charge de travail} other {la part d’une année}}, on obtiendrait {other, number} crédits, contre {credit, number} selon {used, select, hours {les heures de cours} ratio {le rapport convenu} workload {la charge de travail} other {la part d’une année}}. La règle détermine la méthode qui compte.',
  'reason.credit.hours-from-scheme':
    'Le relevé n’indique pas d’heures de cours ; {hours, number} heures ont été retenues, à raison de {perCredit, number} par crédit selon le système. Les heures du programme seraient plus exactes.',
  'reason.credit.hours-planned':
    'Le catalogue d’accueil n’indique pas d’heures pour tout le cours ; {hours, number} heures ont été retenues, à raison de {perCredit, number} par crédit selon le système. Les heures du programme peuvent donner un autre résultat.',
  'reason.credit.cannot-convert':
    'La règle convertit les crédits selon {method, select, hours {les heures de cours} ratio {un rapport} workload {la charge de travail} other {la part d’une année}}, mais {missing, select, hours {les heures de ce cours ne sont pas connues} home_hours {le système de l’établissement ne fixe pas d’heures pour ce type d’enseignement} host_workload {le système d’accueil ne fixe pas de charge de travail} home_workload {le système de l’établissement ne fixe pas de charge de travail} host_year {le système d’accueil ne fixe pas de crédits annuels} other {le système de l’établissement ne fixe pas de crédits annuels}}. Complétez, ou statuez sur cette ligne.',
  'reason.credit.equal': 'Les crédits convertis sont égaux aux {home, number} crédits de {course}.',
  'reason.credit.surplus-home':
    'Les {converted, number} crédits convertis dépassent les {home, number} de {course} : {home, number} sont inscrits et l’excédent ne compte pas pour d’autres cours.',
  'reason.credit.surplus-converted':
    'Les {converted, number} crédits convertis dépassent les {home, number} de {course} et sont inscrits tels quels.',
  'reason.credit.shortfall-accepted':
    'Avec {converted, number} crédits convertis, il en manque {short, number} par rapport aux {home, number} de {course} ; la règle en admet jusqu’à {accept, number}.',
  'reason.credit.shortfall-refused':
    'Avec {converted, number} crédits convertis, il en manque {short, number} par rapport aux {home, number} de {course} ; la règle en admet jusqu’à {accept, number}.',
  'reason.credit.shortfall-recorded':
    'Avec {converted, number} crédits convertis, il en manque {short, number} par rapport aux {home, number} de {course} ; la règle les inscrit tels quels.',
  'reason.credit.shortfall-open':
    'Avec {converted, number} crédits convertis, il en manque {short, number} par rapport aux {home, number} de {course} ; la règle en admet jusqu’à {accept, number} et laisse le reste à l’évaluateur.',

  'reason.hours.met':
    'Le cours comptait {hours, number} heures ; la règle en exige au moins {required, number}.',
  'reason.hours.below':
    'Le cours comptait {hours, number} heures ; la règle en exige au moins {required, number}.',
  'reason.hours.unknown':
    'La règle exige au moins {required, number} heures de cours, et celles de ce cours ne sont pas connues. Saisissez-les d’après le programme.',

  'reason.age.met':
    'Achevé le {completed, date, long}, dans la durée de validité de {years, plural, one {# an} other {# ans}}.',
  'reason.age.lapsed':
    'Achevé le {completed, date, long} ; les crédits sont valables {years, plural, one {# an} other {# ans}} et ont expiré le {lapsed, date, long}.',
  'reason.age.unknown':
    'Les crédits sont valables {years, plural, one {# an} other {# ans}}, et le relevé n’indique pas quand ce cours a été achevé. Saisissez la date.',

  'reason.course.already':
    '{home} a déjà été reconnu d’après un relevé antérieur et ne compte qu’une fois.',
  'reason.course.other-line': '{home} est reconnu par {other} et ne compte qu’une fois.',

  'reason.cap.within': 'Le total reste dans la limite fixée : {limit, number} crédits.',
  'reason.cap.programme':
    'Au plus {share, number, ::percent .##} des {programme, number} crédits de la formation peuvent être reconnus, soit {limit, number}, dont {already, number} sont utilisés. Le choix qui reconnaît le plus de crédits écarte cette ligne.',
  'reason.cap.total':
    'Au plus {limit, number} crédits peuvent être reconnus en tout, dont {already, number} sont utilisés. Le choix qui reconnaît le plus de crédits écarte cette ligne.',
  'reason.cap.term':
    'Au plus {limit, number} crédits d’un même semestre peuvent être reconnus. Le choix qui reconnaît le plus de crédits écarte cette ligne.',
  'reason.cap.term-unknown':
    'Au plus {limit, number} crédits d’un même semestre peuvent être reconnus, et le relevé n’indique pas le semestre de ce cours. Saisissez-le.',

  'reason.rules.none':
    'Aucune règle n’est en vigueur le {day, date, long} pour ces deux établissements, cette formation et cette année d’entrée. Enregistrez une règle ou prolongez-en une.',
} satisfies Record<keyof typeof reasonTexts, string>

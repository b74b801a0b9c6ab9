import type en from './conversion.en.ts'

const sides = '{side, select, host {Établissement d’accueil} other {Établissement d’origine}}'

const end = (name: string) =>
  `{${name}, select, from {la borne inférieure} to {la borne supérieure} other {le milieu}}`
const teaching =
  '{part, select, practice {travaux pratiques} placement {stage} self_study {travail personnel} other {cours}}'

export default {
  'reason.grade.no-method':
    'Aucune des méthodes prévues par les règles ne convient à l’échelle de l’établissement d’accueil : {grade} n’est pas convertie. Ajoutez une table pour les deux échelles, ou saisissez la note de l’établissement d’origine.',
  'reason.grade.by-grading-table':
    '{grade} devient {home} par comparaison des tableaux de répartition des notes des deux établissements.',
  'reason.grade.by-formula': '{grade} devient {home} selon la formule bavaroise modifiée.',
  'reason.grade.fail-unconverted':
    'Seules les notes de réussite sont converties ; {grade} n’en est pas une.',
  'reason.grade.word-unconverted':
    '{grade} n’a pas de rang dans l’échelle et ne peut être convertie. Saisissez la note de l’établissement d’origine.',
  'reason.grade.no-grading-table':
    '{side, select, host {L’établissement d’accueil n’a} other {L’établissement d’origine n’a}} pas de tableau de répartition pour cette échelle et ce groupe de référence, alors que les règles convertissent par ces tableaux. Saisissez le tableau, ou la note de l’établissement d’origine.',
  'reason.grade.not-in-table':
    'Le tableau de répartition de l’établissement d’accueil n’a pas de place pour {grade}. Complétez le tableau, ou saisissez la note de l’établissement d’origine.',
  'reason.grade.no-ends':
    'La formule demande la meilleure note et la plus basse note de réussite de l’établissement d’accueil sous forme de nombres, et son échelle n’en donne pas pour {grade}. Indiquez-les dans les règles, ou saisissez la note de l’établissement d’origine.',
  'reason.grade.beyond-ends':
    '{grade} est meilleure que {best, number}, que la formule prend pour la meilleure note (plus basse réussite {pass, number}). Vérifiez ces deux valeurs dans les règles.',

  'reason.grade-step.recorded': 'Les règles inscrivent {label}, quelle que soit la note.',
  'reason.grade-step.row': 'La table convenue comporte une ligne pour {grade}, qui donne {home}.',
  'reason.grade-step.row-range':
    'La table convenue comporte une ligne de {from, number} à {to, number}, où se situe {grade} ; elle donne {home}.',
  'reason.grade-step.group': `${sides} : {cycle, select, short_cycle {cycle court} bachelor {licence} master {master} doctorate {doctorat} other {tous les cycles}}, {field, select, all {tous les domaines} other {domaine {field} de la CITE-F 2013}}, années universitaires {from, date, ::y}–{to, date, ::y}, {unit, select, count {{count, number} notes de réussite} other {pourcentages publiés}}.`,
  'reason.grade-step.small-group': `${sides} : seules {count, number} notes de réussite ont été comptées, les parts dépendent donc du hasard.`,
  'reason.grade-step.span':
    'À partir de la meilleure, {grade} occupe les notes de réussite de l’établissement d’accueil de {from, number, ::percent .###} à {to, number, ::percent .###}.',
  'reason.grade-step.border':
    'Le tableau de l’établissement d’accueil ne compte aucune note {grade}. À partir de la meilleure, sa place est à {at, number, ::percent .###}.',
  'reason.grade-step.overlap':
    'Dans cet intervalle, la note {home} de l’établissement d’origine couvre {share, number, ::percent .###} de toutes les notes de réussite.',
  'reason.grade-step.middle': 'Le milieu de l’intervalle est à {middle, number, ::percent .###}.',
  'reason.grade-step.choice':
    'Les règles retiennent {rule, select, maximum {la meilleure des notes d’origine de l’intervalle} minimum {la plus basse des notes d’origine de l’intervalle} other {la note d’origine où tombe le milieu}} : {home}.',
  'reason.grade-step.formula':
    '1 + 3 × ({best, number} − {value, number}) ÷ ({best, number} − {pass, number}) = {result, number, ::.####}',
  'reason.grade-step.rounding':
    '{rounding, select, cut {Les décimales après la première sont supprimées et, entre deux notes, la meilleure est retenue} nearest {La note la plus proche est retenue, la meilleure à égale distance} other {Les décimales après la première sont supprimées}} : {home}.',

  'page.case.grade-method.grading-table':
    '{host} est devenue {home} selon les tableaux de répartition des deux établissements',
  'page.case.grade-method.bavarian':
    '{host} est devenue {home} selon la formule bavaroise modifiée',
  'rule-set.says.grading-table':
    'Par les tableaux de répartition des deux établissements : {rule, select, maximum {la meilleure note comparable} minimum {la plus basse note comparable} other {la note comparable moyenne}}',
  'rule-set.says.bavarian':
    'Par la formule bavaroise modifiée ; {rounding, select, cut {une décimale sans arrondi, la meilleure note entre deux} nearest {la note la plus proche, la meilleure à égale distance} other {une décimale sans arrondi}}',
  'rule-set.says.first':
    'La première de ces méthodes qui convient à l’échelle de l’établissement d’accueil : {list}',

  'reason.credit.range': `Un crédit correspond ici à un intervalle d’heures : on prend ${end('host')} pour l’établissement d’accueil et ${end('home')} pour l’établissement d’origine. D’autres bornes donneraient de {least, number, ::.####} à {most, number, ::.####} crédits.`,
  'reason.credit-step.hours': `{hours, number, ::.####} heures de ${teaching} × {hostMinutes, number} min ÷ {homeMinutes, number} min ÷ {perCredit, number, ::.####} heures par crédit = {credit, number, ::.######}`,
  'reason.credit-step.ratio':
    '{credit, number, ::.####} crédits d’accueil × {factor, number, ::.######} = {result, number, ::.######}',
  'reason.credit-step.workload':
    '{credit, number, ::.####} crédits d’accueil × {host, number, ::.####} h ÷ {home, number, ::.####} h de travail par crédit = {result, number, ::.######}',
  'reason.credit-step.year':
    '{credit, number, ::.####} crédits d’accueil ÷ {host, number, ::.####} par année d’accueil × {home, number, ::.####} par année d’origine = {result, number, ::.######}',
  'reason.credit-step.sum': 'Ensemble {result, number, ::.######}',
  'reason.credit-step.rounding':
    'Arrondi à {step, number, ::.####}, {mode, select, halfup {demi au-dessus} halfeven {demi au pas pair} down {vers le bas} other {vers le haut}} : {result, number, ::.####}',
  'reason.credit-step.exact': 'Sans arrondi : {result, number, ::.######}',
  'reason.credit-step.other':
    'À titre de comparaison, {method, select, hours {selon les heures de cours} ratio {selon le rapport} workload {selon la charge de travail} other {selon la part d’une année}} : {credit, number, ::.####}',
} as const satisfies Record<keyof typeof en, string>

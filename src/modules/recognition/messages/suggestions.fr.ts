export default {
  'suggestion.title': 'Suggestions',
  'suggestion.lead':
    'Cours de l’établissement {institution} auxquels celui-ci peut correspondre, du plus au moins probable. C’est une personne qui juge.',
  'suggestion.for-line': 'Cours auxquels {code} peut correspondre',
  'suggestion.none': 'Aucun cours de l’établissement {institution} ne ressemble à celui-ci.',
  'suggestion.preparing':
    'Le catalogue de l’établissement {institution} est en préparation pour les suggestions. Revenez dans une minute.',
  'suggestion.take': 'Retenir {code}',
  'suggestion.choose': 'Choisir {code}',
  'suggestion.judge': 'Juger {code} équivalent',
  'suggestion.elsewhere': 'À quoi ce cours correspondrait-il ailleurs ?',
  'suggestion.at': 'Établissement',
  'suggestion.look': 'Suggérer des cours',
  'suggestion.host-course': 'Suggérer des cours d’origine pour',
  'suggestion.host-course-hint':
    'Choisissez le cours d’accueil, puis l’une des suggestions, ou continuez vous-même.',
  'suggestion.chance.likely': 'Probable',
  'suggestion.chance.possible': 'Possible',
  'suggestion.chance.unsure': 'Incertain',
  'suggestion.reason.same-title': 'Les intitulés disent la même chose',
  'suggestion.reason.words':
    '{matched} {matched, plural, one {mot} other {mots}} sur {total} de l’intitulé',
  'suggestion.reason.translation':
    '{host} = {home}, appris de {titles, plural, one {# intitulé bilingue} other {# intitulés bilingues}}',
  'suggestion.reason.spelling': '{host} se prononce comme {home}',
  'suggestion.reason.company': 'Des décisions antérieures ont associé « {host} » et « {home} »',
  'suggestion.reason.kindred': '« {host} » et « {home} » relèvent du même domaine',
  'suggestion.reason.numbers-differ': 'Les numéros des intitulés diffèrent',
  'suggestion.reason.ranks-differ': 'L’un est introductif, l’autre avancé',
  'suggestion.reason.area':
    '{decisions, plural, one {# décision antérieure a rattaché} other {# décisions antérieures ont rattaché}} les cours {letters} à {area}',
  'suggestion.reason.area-here':
    '{here, plural, one {# décision antérieure a rattaché} other {# décisions antérieures ont rattaché}} les cours {letters} de cet établissement à {area}',
  'suggestion.reason.letters': '{letters} et {area} désignent le même domaine',
  'suggestion.reason.same-letters': 'Les deux codes commencent par {area}',
  'suggestion.reason.area-words': 'L’intitulé a les mots des cours {area}',
  'suggestion.reason.level': 'Même niveau',
  'suggestion.reason.number': 'Même numéro de cours',
  'suggestion.reason.order': 'Respecte l’ordre : {hostCode} correspond à {homeCode}',
  'suggestion.reason.order-broken': 'Rompt l’ordre : {hostCode} correspond à {homeCode}',
  'suggestion.reason.credit': 'Même nombre de crédits',
  'suggestion.reason.often':
    '{decisions, plural, one {# décision antérieure a choisi} other {# décisions antérieures ont choisi}} un cours de cet intitulé',
  'suggestion.reason.decided-title': '{title} ({code}, {institution}) a été retenu pour ce cours',
  'suggestion.reason.decided-code':
    '{decisions, plural, one {# décision a retenu} other {# décisions ont retenu}} pour lui un cours de ce code ailleurs',
  'suggestion.reason.decided':
    '{decisions, plural, one {# décision antérieure a retenu} other {# décisions antérieures ont retenu}} ce cours même pour lui',
  'suggestion.command.summary':
    'Suggère les cours d’origine les plus probables pour un cours d’accueil, avec les raisons.',
  'suggestion.command.usage':
    'Utilisation : weft suggest-courses --home ÉTABLISSEMENT --title INTITULÉ [--code CODE] [--host ÉTABLISSEMENT] [--credit N] [--most N]',
  'suggestion.command.home': 'l’établissement d’origine, par identifiant ou nom',
  'suggestion.command.host': 'l’établissement d’accueil, par identifiant ou nom',
  'suggestion.command.code': 'le code du cours d’accueil',
  'suggestion.command.course-title': 'l’intitulé du cours d’accueil, dans l’une des cinq langues',
  'suggestion.command.credit': 'ses crédits',
  'suggestion.command.most': 'combien en suggérer, de 1 à 20 (5)',
  'suggestion.command.line': 'Suggéré : {code} {title} ({chance})',
  'suggestion.command.for': 'Suggestions de l’établissement {institution} :',
} as const

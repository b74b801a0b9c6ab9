import type en from './desk-work.en.ts'

export default {
  'grid.total-row':
    'Semble être un total ou une moyenne : ligne écartée. Cochez la case s’il s’agit d’un cours.',
  'grid.removed': 'La ligne {line, number} a été retirée : {name}',
  'grid.removed-empty': 'La ligne {line, number}, vide, a été retirée.',
  'grid.put-back-button': 'La remettre',
  'grid.put-back': 'La ligne est de nouveau à sa place.',
  'refusal.looks-like-total':
    '{count, plural, one {# ligne semble être un total ou une moyenne, et non un cours. Laissez-la écartée} other {# lignes semblent être des totaux ou des moyennes, et non des cours. Laissez-les écartées}}, comme indiqué, ou cochez ce qui est un cours ; puis évaluez.',
  'suggestion.chance.decided': 'Déjà décidé',
  'word.left-open': '{name} a tranché, les règles n’ayant pas donné de résultat : {reason}',
  'word.same-verdict': '{name} est parvenu au même résultat que les règles : {reason}',
  'word.more-credit': '{credit} crédits, alors que la conversion en donne {given} : {reason}',
  'word.credit-reason': 'Pourquoi davantage de crédits que n’en donne la conversion',
  'word.credit-reason-hint': 'L’étudiant le lit à côté du cours.',
  'word.reason-language': 'Langue du motif',
  'word.second-reason': 'Le même motif dans une deuxième langue',
  'word.second-reason-hint':
    'Une attestation en deux langues le donne alors dans les deux ; sinon elle le donne une fois, tel qu’il a été saisi.',
  'word.second-language': 'Deuxième langue',
  'word.second-same':
    'Les deux motifs sont dans la même langue. Donnez le second dans une autre, ou laissez-le vide.',
  'word.from-suggestion': '{code} vient des suggestions ; rien n’est encore décidé',
  'refusal.more-than-course':
    '{code} vaut {carries} crédits dans l’établissement d’origine ; on ne peut pas en reconnaître {credit}.',
  'refusal.issued-later': 'Un relevé de notes ne peut pas être établi à une date future.',
  'refusal.more-than-converted':
    'La conversion donne {given} crédits ; vous en reconnaîtriez {credit}. Dites ci-dessous pourquoi, ou n’indiquez pas plus de {given}.',
  'decide.lines-wait':
    '{count, plural, one {# cours attend} other {# cours attendent}} encore un avis. Ensuite, le dossier pourra être décidé.',
  'decide.next-line': 'Prochain cours en attente : {code}',
  'search-kind.case': 'Dossier de reconnaissance',
  'search-kind.course': 'Cours',
  'search-kind.case-number': 'Dossier {number}',
  'search-kind.between': '{host} → {home}',
  'check.open-case': 'Ouvrir le dossier avec ses cours',
  'check.footer': 'Vérifier une attestation de reconnaissance',
  'home.own': 'Ma reconnaissance',
  'home.own-case': '{label} · {host}',
  'home.late': '{count, plural, one {dossier en retard} other {dossiers en retard}}',
  'home.waiting': '{count, plural, one {dossier attend} other {dossiers attendent}} un avis',
  'home.ready':
    '{count, plural, one {dossier peut être décidé} other {dossiers peuvent être décidés}}',
  'home.decided': 'décidés ces 30 derniers jours',
  'home.due': 'Dossier {number} · {host}',
  'home.due-day': 'échéance : {day}',
  'home.all-cases': 'Tous les dossiers',
  'home.imports': 'Dernières importations',
  'home.import': '{file}',
  'home.import-day': 'importé le {day}',
  'home.all-imports': 'Tous les catalogues',
  'word.credit-reason-given':
    'À remplir si vous reconnaissez plus que les {given} crédits que donne la conversion. L’étudiant le lit à côté du cours.',
  'list.recognised': 'Cours reconnus',
  'list.refused': 'Cours non reconnus',
  'list.open': 'Cours à trancher',
  'list.received': 'Reçu le',
  'list.home-courses': 'Cours d’origine',
  'list.home-term-credit': 'Crédits d’origine ce semestre',
  'list.too-many':
    'Un fichier contient au plus {most, number} lignes. Restreignez d’abord la liste par l’état, l’établissement ou la recherche.',
  'grid.terms-read':
    '{count, plural, one {Une période a été saisie} other {# périodes ont été saisies}} en année bouddhique. Vérifiez ce qui a été compris, puis évaluez.',
  'grid.terms-saved':
    '{count} périodes ont été lues en années bouddhiques, par exemple « {value} » : {term}.',
  'decide.go': 'Aller à la décision',
} satisfies Record<keyof typeof en, string>

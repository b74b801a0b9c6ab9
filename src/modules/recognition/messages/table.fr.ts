import type { TableIssueKey } from '../formats/table-texts.ts'

export default {
  'table.empty': 'Le tableau ne contient aucune ligne.',
  'table.no-header':
    'Aucune ligne d’intitulés de colonnes n’a été reconnue. Indiquez le contenu de chaque colonne.',
  'table.no-column':
    'Aucune colonne n’est choisie pour {field, select, code {le code du cours} title {l’intitulé} other {les crédits}}.',
  'table.missing-code': 'Le code du cours manque.',
  'table.kept-without-code':
    'Le code du cours manque. La ligne est conservée : saisissez son code ou écartez-la.',
  'table.total-row':
    '« {value} » semble être un total ou une moyenne, et non un cours : la ligne est écartée, sauf si vous indiquez que c’en est un.',
  'table.missing-title': 'L’intitulé manque.',
  'table.missing-credit': 'Les crédits manquent.',
  'table.missing-grade': 'La note manque.',
  'table.not-a-number': '« {value} » n’est pas un nombre. Écrivez 3 ou 1.5.',
  'table.negative-credit': 'Le nombre de crédits {value} est négatif.',
  'table.not-a-date': '« {value} » n’est pas une date. Écrivez 2026-01-31.',
  'table.ambiguous-date': '« {value} » peut désigner deux jours différents. Écrivez 2026-01-31.',
  'table.buddhist-year': '« {value} » a été lu comme une année bouddhique : {day, date, long}.',
  'table.buddhist-term': '« {value} » a été lu comme une année bouddhique : {term}.',
  'table.contact-hours-unread':
    '« {value} » n’a pu être lu comme un volume horaire et est resté vide.',
  'table.duplicate-code':
    'Le code {code} figure déjà à la ligne {first, number} ; cette ligne a été écartée.',
  'table.repeated-course':
    'Le code {code} figure aussi à la ligne {first, number}. Gardez les deux seulement si le cours a été suivi deux fois.',
  'table.conflicting-repeat':
    'Le code {code} figure à la ligne {first, number} avec {field, select, credit {d’autres crédits} other {un autre intitulé}} ; le premier a été gardé.',
  'table.code-too-long': 'Le code dépasse {limit, number} caractères. Est-ce la bonne colonne ?',
  'table.unknown-kind':
    '« {value} » n’est pas une forme d’apprentissage connue ici. Le cours compte comme cours en présence tant que vous n’en choisissez pas une autre.',
  'table.more-cells':
    'La ligne compte {count, number} cellules pour {names, number} noms de colonnes. Une cellule est-elle décalée ?',
} satisfies Record<TableIssueKey, string>

import type en from './learning.en.ts'

export default {
  'agreement.title': 'Contrat pédagogique',
  'agreement.document': 'Contrat pédagogique, {host}',
  'agreement.in-force': 'Signé par les trois parties, en vigueur depuis le {on}',
  'agreement.state-draft': 'En rédaction',
  'agreement.state-signing': 'À la signature',
  'agreement.state-signed': 'Signé par les trois parties',
  'agreement.next-draft': 'Choisir les cours, puis l’envoyer à la signature',
  'agreement.next-signing':
    'L’étudiant, l’établissement d’origine et celui d’accueil signent dans cet ordre',
  'agreement.next-signed':
    'Rien à faire ; une modification demande de nouveau les trois signatures',
  'agreement.print': 'Imprimer (PDF)',
  'agreement.signatures': 'Signatures',
  'agreement.sign': 'Lire et signer',
  'signer.student': 'Étudiant',
  'signer.sending': 'Établissement d’origine',
  'signer.receiving': 'Établissement d’accueil',
  'agreement.returned-refused': 'Un signataire l’a renvoyé',
  'agreement.returned-expired': 'Le délai de signature est passé',
  'agreement.returned-withdrawn': 'Il a été repris pour être modifié',
  'agreement.returned-what':
    'Les signatures de cette version sont nulles. Modifiez ce qu’il faut et renvoyez-le.',
  'agreement.no-rules': 'On ne peut pas encore dire ce qui serait reconnu',
  'agreement.table-A': 'Tableau A : études sur place',
  'agreement.table-B': 'Tableau B : reconnaissance au retour',
  'agreement.table-C': 'Tableau C : composantes virtuelles',
  'agreement.lead-A':
    'Cours de l’établissement d’accueil. À côté de chacun figure ce que disent aujourd’hui les règles d’origine, et pourquoi.',
  'agreement.lead-B': 'Cours de l’établissement d’origine pour lesquels ils comptent.',
  'agreement.lead-C': 'Ce qui se fait en ligne, avant, pendant ou après le séjour.',
  'agreement.component': 'Composante',
  'agreement.code': 'Code',
  'agreement.credit': 'Crédits',
  'agreement.total': 'Total',
  'agreement.foreseen': 'Au retour',
  'agreement.would-count': '{credit} compteraient',
  'agreement.why': 'Pourquoi',
  'agreement.remove': 'Retirer',
  'agreement.add': 'Ajouter',
  'agreement.add-A': 'Ajouter un cours',
  'agreement.add-B': 'Ajouter un cours d’origine',
  'agreement.add-C': 'Ajouter une composante virtuelle',
  'agreement.course': 'Cours',
  'agreement.course-hint':
    'Code ou intitulé ; un cours du catalogue apporte son intitulé et ses crédits.',
  'agreement.own-title': 'Intitulé, s’il n’est pas au catalogue',
  'agreement.take-foreseen':
    '{count, plural, one {Reprendre # cours qui serait reconnu} other {Reprendre # cours qui seraient reconnus}}',
  'agreement.reason': 'Motif de la modification',
  'agreement.removed': 'Retirés',
  'agreement.conditions': 'Si la reconnaissance dépend d’une condition',
  'agreement.conditions-hint':
    'Laissez vide si tout le tableau B est reconnu sans autre condition.',
  'agreement.keep': 'Enregistrer',
  'agreement.commitment':
    'En signant, l’étudiant et les deux établissements confirment leur accord sur ces composantes. L’établissement d’accueil envoie un relevé de notes après le séjour ; l’établissement d’origine reconnaît ce qui a été validé selon le tableau B.',
  'agreement.send-title': 'Prêt ?',
  'agreement.send-lead':
    'Il va d’abord à l’étudiant, puis à l’établissement d’origine et à celui d’accueil. Pendant la signature, il ne peut pas être modifié.',
  'agreement.send': 'Envoyer à la signature',
  'agreement.send-changes': 'Envoyer les modifications à la signature',
  'agreement.take-back': 'Le reprendre pour le modifier',
  'agreement.take-back-what':
    'Les signatures de cette version deviennent nulles ; ce qui a été signé avant reste en vigueur.',
  'agreement.take-back-do': 'Reprendre',
  'agreement.open': 'Contrat pédagogique',
  'now.agreement-choose': 'Choisissez vos cours pour le contrat pédagogique',
  'now.agreement-look': 'L’étudiant choisit ses cours pour le contrat pédagogique',
  'now.agreement-signing': 'Le contrat pédagogique est à la signature',
  'now.agreement-do': 'Choisir mes cours',
  'reason.not-available': 'La composante n’est pas proposée',
  'reason.language-mismatch': 'Elle est enseignée dans une autre langue',
  'reason.timetable-conflict': 'Conflit d’emploi du temps',
  'reason.substituting-deleted': 'Elle remplace une composante retirée',
  'reason.extending-mobility': 'La mobilité est prolongée',
  'reason.adding-virtual-component': 'Une composante virtuelle est ajoutée',
  'agreement-fault.title': 'Indiquez un intitulé de 300 caractères au plus.',
  'agreement-fault.code': 'Indiquez un code de 60 caractères au plus.',
  'agreement-fault.credit': 'Indiquez les crédits en chiffres, par exemple 3 ou 4.5.',
  'agreement-fault.twice': 'Figure déjà dans ce tableau.',
  'agreement-fault.many': 'Un contrat pédagogique compte au plus {most, number} composantes.',
  'agreement-fault.reason': 'Choisissez le motif : les trois parties l’ont signé tel quel.',
  'agreement-fault.signing':
    'Il est à la signature. Reprenez-le d’abord pour le modifier ; rien n’a été changé.',
  'agreement-fault.not-signing': 'Il n’est plus à la signature.',
  'agreement-fault.changed':
    'Il a été modifié ailleurs depuis que vous avez ouvert cette page. Relisez-le.',
  'agreement-fault.no-changes':
    'Le contrat d’un court séjour ne se modifie pas après sa signature.',
  'agreement-fault.nothing-foreseen':
    'Les règles ne reconnaîtraient rien de plus que le tableau B.',
  'agreement-fault.nothing-studied': 'Ajoutez d’abord ce que vous étudiez sur place.',
  'agreement-fault.nothing-recognised':
    'Ajoutez au tableau B ce qui est reconnu, ou dites de quoi dépend la reconnaissance.',
  'agreement-fault.nothing-changed': 'Rien ne diffère de ce qui a été signé.',
  'agreement-fault.why': 'Indiquez pourquoi il est repris.',
  'flash.component-added': 'Ajouté',
  'flash.component-removed': 'Retiré',
  'flash.foreseen-taken':
    '{count, plural, one {# cours ajouté au tableau B} other {# cours ajoutés au tableau B}}',
  'flash.conditions-kept': 'Enregistré',
  'flash.agreement-sent': 'Le contrat pédagogique est à la signature',
  'flash.agreement-back': 'Repris ; il peut de nouveau être modifié',
  'calendar.file': 'Calendrier (iCalendar)',
  'calendar.title': 'Les deux calendriers',
  'calendar.lead': 'Les semestres des deux établissements sur une même échelle, avec le séjour.',
  'calendar.term': 'Semestre {number}',
  'calendar.stay': 'Séjour : {dates}',
  'calendar.fits': 'Le séjour s’accorde avec les deux calendriers',
  'calendar.overlap-beginning':
    '{days, plural, one {Le semestre d’origine commence # jour avant le retour} other {Le semestre d’origine commence # jours avant le retour}}',
  'calendar.overlap-end':
    '{days, plural, one {Le séjour commence # jour avant la fin du semestre d’origine} other {Le séjour commence # jours avant la fin du semestre d’origine}}',
  'calendar.misses-host-beginning':
    '{days, plural, one {Le semestre d’accueil commence # jour avant l’arrivée} other {Le semestre d’accueil commence # jours avant l’arrivée}}',
  'calendar.misses-host-end':
    '{days, plural, one {Le semestre d’accueil dure encore # jour après le départ} other {Le semestre d’accueil dure encore # jours après le départ}}',
  'calendar.gap-before':
    '{days, plural, one {# jour hors semestre avant le séjour} other {# jours hors semestre avant le séjour}}',
  'calendar.gap-after':
    '{days, plural, one {# jour hors semestre après le séjour} other {# jours hors semestre après le séjour}}',
  'held.agreements': 'Contrats pédagogiques',
  'story.agreement-sent': 'Contrat pédagogique envoyé à la signature',
  'story.agreement-signed': 'Contrat pédagogique signé par les trois parties',
  'story.agreement-returned': 'Contrat pédagogique renvoyé',
} satisfies Record<keyof typeof en, string>

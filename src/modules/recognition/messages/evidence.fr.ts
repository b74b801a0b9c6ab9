import type en from './evidence.en.ts'

export default {
  'evidence.section': 'Pièces demandées',
  'evidence.none': 'Aucune pièce n’a été demandée.',
  'evidence.new': 'Demander une pièce',
  'evidence.new-lead':
    'La personne est prévenue aussitôt par courriel, avec un lien pour répondre depuis un téléphone, sans se connecter.',
  'evidence.title': 'Pièces du dossier {number}',
  'evidence.kind.syllabus': 'Programme d’un cours',
  'evidence.kind.original': 'Original tamponné, numérisé',
  'evidence.kind.verification-code': 'Code de vérification du relevé',
  'evidence.kind.explanation': 'Une explication',
  'evidence.ask.student.syllabus':
    'Envoyez le programme du cours {course} tel que {host} l’a publié : contenu, heures, bibliographie, évaluation.',
  'evidence.ask.student.original':
    'Envoyez une numérisation de l’original tamponné de {host} ({course}), où chaque ligne, chaque cachet et chaque signature soit lisible.',
  'evidence.ask.student.verification-code':
    'Envoyez le code ou l’adresse par lesquels {host} permet de vérifier votre relevé ({course}).',
  'evidence.ask.student.explanation':
    'Votre établissement a besoin d’une explication sur vos études à {host} ({course}).',
  'evidence.ask.host.syllabus':
    'Merci d’envoyer le programme du cours {course} tel qu’il a été enseigné à {host} : contenu, heures, bibliographie, évaluation.',
  'evidence.ask.host.original':
    'Merci d’envoyer une numérisation de l’original tamponné du relevé que {host} a délivré à {student} ({course}).',
  'evidence.ask.host.verification-code':
    'Merci d’envoyer le code ou l’adresse permettant de vérifier le relevé que {host} a délivré à {student} ({course}).',
  'evidence.ask.host.explanation':
    'Merci d’apporter une explication sur les études de {student} à {host} ({course}).',
  'evidence.whole-transcript': 'le relevé entier',
  'evidence.what': 'Ce qu’il vous faut',
  'evidence.of': 'À qui vous le demandez',
  'evidence.of.student': 'L’étudiant : {student}',
  'evidence.of.host': 'Le coordinateur de {host}, par courriel',
  'evidence.of.host-hint':
    'Sauf pour un programme de cours, le courriel nomme l’étudiant. Remplissez les trois champs ci-dessous',
  'evidence.own-words': 'Avec vos mots',
  'evidence.own-words-hint':
    'Ce que la demande ne dit pas d’elle-même. Votre texte est lu tel quel',
  'evidence.due': 'Réponse au plus tard le',
  'evidence.pauses': 'Le délai du dossier est suspendu jusqu’à la réponse ou jusqu’à cette date.',
  'evidence.ask-button': 'Envoyer la demande',
  'evidence.asked': 'La demande est partie.',
  'evidence.state.open': 'En attente de réponse',
  'evidence.state.overdue': 'En retard',
  'evidence.state.answered': 'Répondu',
  'evidence.state.closed': 'Réglé',
  'evidence.state.withdrawn': 'Plus nécessaire',
  'evidence.next.open': '{name} répond',
  'evidence.next.answered': 'L’établissement examine la réponse',
  'evidence.next.closed': 'Rien',
  'evidence.next.withdrawn': 'Rien',
  'evidence.from': 'demandé à {name}',
  'evidence.until': 'Au plus tard le {day}',
  'evidence.answer': 'Votre réponse',
  'evidence.answer-more': 'Envoyer un complément',
  'evidence.answer-now': 'Répondre maintenant',
  'evidence.asked-of-you': 'Votre établissement vous demande une pièce',
  'evidence.code': 'Code ou adresse',
  'evidence.code-hint': 'Par exemple VC-1234-5678 ou une adresse web',
  'evidence.words': 'Votre commentaire',
  'evidence.words-hint': 'Facultatif si les documents suffisent',
  'evidence.file': 'Documents',
  'evidence.file-hint':
    'Cinq au plus : PDF, photo ou Word, {size} au total. Avec un téléphone, vous pouvez photographier maintenant',
  'evidence.send': 'Envoyer',
  'evidence.sent': 'Envoyé. L’établissement est prévenu.',
  'evidence.answers': 'Ce qui a été envoyé',
  'evidence.documents': 'Documents',
  'evidence.enough': 'Cela suffit',
  'evidence.ask-again': 'Redemander',
  'evidence.withdraw': 'Plus nécessaire',
  'evidence.closed-done': 'Réglé. Le dossier suit son cours.',
  'evidence.withdrawn-done': 'La demande est retirée. Personne n’a plus à répondre.',
  'evidence.act': 'Répondre maintenant',
  'evidence.act-done': 'Votre réponse est arrivée',
  'evidence.act-done-text':
    'L’établissement est prévenu et poursuit le dossier. Vous n’avez plus rien à faire.',
  'evidence.act-over': 'Aucune réponse n’est plus nécessaire',
  'evidence.act-over-text': 'L’établissement a réglé la question. Vous n’avez rien à faire.',
  'evidence.act-expired': 'Ce lien a expiré',
  'evidence.act-expired-text':
    'La demande est peut-être encore ouverte : connectez-vous, ou répondez au courriel.',
  'evidence.act-next': 'Voir la demande',
  'evidence.mail.subject': 'Une demande au sujet d’études à {host}',
  'evidence.mail.reminder': 'Rappel : une demande au sujet d’études à {host}',
  'evidence.mail.who':
    '{asker}, de {home}, décide quelles études suivies à {host} y sont reconnues, et a besoin de vous :',
  'evidence.mail.words': 'Il est précisé : {words}',
  'evidence.mail.how':
    'Une réponse avant le {until} aide un étudiant. Le lien ouvre une page qui reçoit texte et documents ; aucun compte n’est nécessaire.',
  'task.evidence.syllabus':
    'Envoyer un programme de cours pour le dossier de reconnaissance {number}',
  'task.evidence.original':
    'Envoyer l’original tamponné pour le dossier de reconnaissance {number}',
  'task.evidence.verification-code':
    'Envoyer un code de vérification pour le dossier de reconnaissance {number}',
  'task.evidence.explanation': 'Donner une explication pour le dossier de reconnaissance {number}',
  'task.evidence-check': 'Examiner ce qui a été envoyé pour le dossier {number}',
  'task.kind.evidence-answer': 'Pièces qui vous sont demandées',
  'task.kind.evidence-check': 'Pièces envoyées',
  'notice.kind.evidence-overdue': 'Réponses en retard sur des dossiers de reconnaissance',
  'notice.evidence-overdue':
    'La date à laquelle une pièce vous était demandée pour le dossier {number} est passée. Vous pouvez encore répondre.',
  'notice.evidence-overdue-asker': '{name} n’a pas répondu à temps sur le dossier {number}.',
  'entry.evidence-asked.student': 'Demandé à l’étudiant : {kind}',
  'entry.evidence-asked.host': 'Demandé à l’établissement d’accueil : {kind}',
  'entry.evidence-answered.student':
    'L’étudiant a répondu ({documents, plural, =0 {sans document} one {# document} other {# documents}})',
  'entry.evidence-answered.host':
    'L’établissement d’accueil a répondu ({documents, plural, =0 {sans document} one {# document} other {# documents}})',
  'entry.evidence-closed': 'Ce qui a été envoyé suffit : {kind}',
  'entry.evidence-withdrawn': 'N’est plus attendu : {kind}',
  'entry.evidence-overdue': 'Le délai de réponse est écoulé : {kind}',
  'refusal.evidence-words': 'Dites ce qui doit être expliqué',
  'refusal.evidence-twice': 'La même demande est déjà en cours',
  'evidence.refusal.other-line': 'Votre composante est interrogée sur une ligne : choisissez-la',
  'refusal.evidence-settled': 'La question est réglée. Rien n’a été modifié.',
  'refusal.evidence-nothing': 'Écrivez quelque chose ou joignez un document',
  'refusal.evidence-documents': '{limit} documents au plus à la fois',
  'held.evidence': 'Demandes de pièces et réponses',
  'page.state.waiting': 'En attente de pièces',
  'page.case.next.waiting': 'Les pièces demandées arrivent',
  'page.case.still-awaited':
    '{count, plural, one {Une demande est} other {# demandes sont}} encore sans réponse. La décision {count, plural, one {la} other {les}} clôt.',
  'page.case.paused': 'suspendu depuis le {day}, dans l’attente de pièces',
  'evidence.mail.how-student':
    'Répondez avant le {until}. Le lien ouvre une page qui reçoit texte et documents, y compris des photos prises au téléphone ; inutile de vous connecter.',
} as const satisfies Record<keyof typeof en, string>

export default {
  'guardian.act': 'Lire et répondre',
  'guardian.title': 'Les données de {student} peuvent-elles être transmises à {recipient} ?',
  'guardian.lead':
    '{student} est mineur au regard de la loi et a donné l’autorisation ci-dessous. Elle ne vaut qu’avec votre accord de parent ou de représentant légal.',
  'guardian.which': 'Ce que {student} a autorisé',
  'guardian.agree': 'J’accepte, en qualité de parent ou de représentant légal',
  'guardian.refuse': 'Je refuse',
  'guardian.not-you':
    'Si vous n’êtes ni parent ni représentant légal de cette personne, fermez cette page sans rien faire.',
  'guardian.born': 'Votre date de naissance',
  'guardian.born-hint':
    'Nous ne la connaissons pas. La loi impose de la demander ici : avant {below} ans, un parent ou représentant légal doit aussi donner son accord. Elle n’est conservée qu’avec cette réponse.',
  'guardian.is-minor':
    'Vous avez moins de {below} ans : votre parent ou représentant légal doit aussi donner son accord',
  'guardian.if-minor': 'Si vous avez moins de {below} ans : votre parent ou représentant légal',
  'guardian.hint':
    'Cette personne reçoit un courriel avec un lien vers cette seule question. Rien n’est transmis avant son accord.',
  'guardian.name': 'Nom du parent ou représentant légal',
  'guardian.address': 'Son adresse électronique',
  'guardian.language': 'Sa langue',
  'guardian.sent':
    'Enregistré. Nous avons écrit à votre parent ou représentant légal ; rien n’est transmis avant son accord.',
  'guardian.agreed': 'Merci. Votre accord est enregistré.',
  'guardian.agreed-text':
    'Les données autorisées peuvent désormais être transmises. La personne concernée peut retirer son consentement à tout moment.',
  'guardian.refused': 'Votre réponse est enregistrée.',
  'guardian.refused-text': 'Rien de cela n’est transmis.',
  'guardian.over': 'Rien ne vous attend ici',
  'guardian.over-text':
    'Le consentement a été retiré, la demande n’est plus d’actualité ou le lien a expiré. Rien n’est transmis sans votre accord.',
  'guardian.mail.subject': 'Votre accord est demandé : données pour {recipient}',
  'guardian.mail.greeting': 'Bonjour {name},',
  'guardian.mail.why':
    '{student} vous a désigné comme parent ou représentant légal. {exporter} souhaite transmettre des données de {student} à {recipient} ; compte tenu de son âge, votre accord est également nécessaire.',
  'guardian.mail.how':
    'Ouvrez la page, lisez qui reçoit quoi et dans quel but, puis répondez. Aucun compte n’est nécessaire. Le lien est valable jusqu’au {until}, pour cette seule réponse.',
  'refusal.born-missing': 'Indiquez votre date de naissance.',
  'refusal.guardian-missing':
    'Avant {below} ans, votre parent ou représentant légal doit aussi donner son accord. Indiquez-le.',
  'refusal.guardian-name': 'Indiquez le nom de votre parent ou représentant légal.',
  'refusal.guardian-address': 'Indiquez une adresse électronique complète.',
  'refusal.guardian-own':
    'C’est votre propre adresse. Indiquez celle de votre parent ou représentant légal.',
  'refusal.guardian-gone': 'Cette demande n’est plus d’actualité. Rien n’a été modifié.',
  'refusal.guardian-choose': 'Choisissez si vous donnez votre accord.',
  'entry.consent-awaits-guardian': 'Consentement en attente du représentant légal : {purpose}',
  'held.guardian':
    'Consentements pour lesquels votre accord de parent ou de représentant légal a été demandé',
  'held.guardian-stays':
    'L’accord ou le refus d’un parent ou représentant légal reste attaché au consentement ; votre nom, votre adresse et nos lettres sont effacés.',
  'notice.guardian-gone':
    'Votre parent ou représentant légal n’est plus joignable. Si vos données peuvent toujours être transmises, répondez de nouveau et désignez une autre personne.',
}

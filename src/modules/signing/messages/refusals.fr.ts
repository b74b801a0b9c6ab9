export default {
  'held.part': 'Signature de documents',
  'held.signatures': 'Vos signatures, approbations et refus',
  'held.asked': 'Documents que l’on vous a demandé de signer',
  'held.opened': 'Documents que vous avez fait signer',
  'held.stays':
    'Votre nom et vos motifs disparaissent ; que quelqu’un a signé, quand, en quelle qualité et quoi reste tant que le document peut être invoqué, et le document signé lui-même n’est pas modifié.',
  'held.opened-stays':
    'Reste attaché au document, qui appartient à votre organisation et à ses signataires.',
  'hinder.asked':
    '« {title} » attend la signature de cette personne : il faut d’abord le retirer ou le faire signer.',
  'refusal.no-document': 'Ce document n’existe pas.',
  'refusal.no-step': 'Il n’y a rien à signer ici.',
  'refusal.no-organisation': 'Choisissez l’organisation.',
  'refusal.no-role': 'Choisissez la fonction.',
  'refusal.no-label': 'Indiquez en quelle qualité cette personne signe.',
  'refusal.no-title': 'Donnez un titre au document.',
  'refusal.long-title': 'Le titre compte au plus {limit} caractères.',
  'refusal.no-file': 'Ajoutez le PDF.',
  'refusal.no-pdf': 'Le document à signer doit être un PDF.',
  'refusal.day': 'Indiquez une date, par exemple 31/12/2026.',
  'refusal.due-past': 'Cette date est passée.',
  'refusal.expires-early':
    'Le dernier jour pour signer ne peut précéder l’échéance des signatures.',
  'refusal.many-signers': 'Un document compte au plus {limit} signataires.',
  'refusal.group': 'L’ordre est un nombre de 1 à 99.',
  'refusal.label': 'Indiquez-la en 1 à {limit} caractères.',
  'refusal.guest-name': 'Indiquez le nom, en {limit} caractères au plus.',
  'refusal.address': 'Indiquez l’adresse de courriel, par exemple nom@exemple.org.',
  'refusal.approve-paper':
    'Une approbation est électronique ; seules les signatures se font sur papier.',
  'refusal.signer-twice': 'Cette personne figure déjà parmi les signataires.',
  'refusal.no-signer': 'Ce signataire ne figure plus sur la liste.',
  'refusal.original-signer':
    'Cette personne a signé la version en vigueur : elle signe donc son avenant.',
  'refusal.original-signers':
    '{count, plural, one {Un signataire} other {# signataires}} de la version en vigueur serait écarté : un avenant est signé par tous.',
  'refusal.nobody-signs': 'Désignez au moins une personne qui signe.',
  'refusal.sent-already': 'Il a déjà été envoyé. Toute modification est une nouvelle version.',
  'refusal.open-now':
    'Il est en cours de signature. Retirez-le d’abord, puis établissez une nouvelle version.',
  'refusal.withdrawn-already': 'Il a déjà été retiré.',
  'refusal.reason': 'Indiquez un motif.',
  'refusal.long-reason': 'Le motif compte au plus {limit} caractères.',
  'refusal.why': 'Indiquez ce qui change, et pourquoi.',
  'refusal.new-version': 'Il existe une version plus récente : celle-ci ne se signe plus.',
  'refusal.signed-already': 'C’est déjà signé ; rien n’a été fait deux fois.',
  'refusal.not-yet': 'Ce n’est pas encore votre tour.',
  'refusal.over': 'La procédure de signature est close : document retiré, refusé ou délai dépassé.',
  'refusal.other-hash':
    'Ce qui vous a été présenté n’est pas ce qui est à signer à présent. Relisez le document, puis répondez.',
  'refusal.on-paper': 'Cette signature se fait sur papier.',
  'refusal.prove-first': 'Confirmez à nouveau votre identité, puis signez.',
  'refusal.confirm': 'Cochez que vous avez lu le document et le signez.',
  'refusal.confirm-approval': 'Cochez que vous avez lu le document et l’approuvez.',
  'refusal.no-answer': 'Choisissez une réponse.',
}

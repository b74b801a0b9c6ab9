import type en from './signer.en.ts'

export default {
  'signer.navigation': 'Signataires des relevés',
  'signer.title': 'Signataires des relevés de notes',
  'signer.lead':
    'Un relevé signé est tenu pour authentique lorsque son certificat est conservé ici. Ce à quoi l’on ne se fie plus reste dans la liste, avec le motif.',
  'signer.none': 'Aucun certificat n’est encore conservé',
  'signer.none-why': 'Ajoutez-en un ici, ou depuis un relevé signé dont le signataire est inconnu.',
  'signer.issuer': 'Établissement dont il signe les relevés',
  'signer.keeper': 'Qui s’y fie',
  'signer.whole-alliance': 'Toute l’alliance',
  'signer.valid': 'Validité',
  'signer.from-to': 'du {from} au {to}',
  'signer.state': 'État',
  'signer.state.known': 'Admis',
  'signer.state.withdrawn': 'N’est plus admis',
  'signer.how-known': 'Comment on le sait',
  'signer.added-by': 'Ajouté par {by} le {day}',
  'signer.withdrawn-by': 'Retiré par {by} le {day}.',
  'signer.withdraw': 'Ne plus s’y fier',
  'signer.withdraw-why': 'Motif',
  'signer.withdraw-hint':
    'Par exemple : clé perdue ; l’établissement en utilise un autre. Ce qui a été vérifié auparavant reste tel quel.',
  'signer.withdrawn': 'Le certificat n’est plus admis.',
  'signer.add': 'Ajouter un certificat',
  'signer.add-lead':
    'Comparez l’empreinte à ce que le signataire en dit ailleurs : site, téléphone, courrier officiel. Un document ne garantit pas sa propre signature.',
  'signer.added': 'Le certificat est désormais admis.',
  'signer.back': 'Retour',
  'signer.file': 'Fichier du certificat',
  'signer.file-hint': 'X.509 : .pem, .crt, .cer ou .der',
  'signer.paste': 'Ou collez son texte',
  'signer.paste-hint': 'De « BEGIN CERTIFICATE » à « END CERTIFICATE », ou le Base64 seul',
  'signer.service': 'Un service qui signe pour plusieurs établissements',
  'signer.service-name': 'Nom du service',
  'signer.service-hint': 'Seulement pour un service, par exemple un fournisseur national d’EMREX',
  'signer.validFrom': 'Relevés délivrés à partir du',
  'signer.validTo': 'Relevés délivrés jusqu’au',
  'signer.days-hint': 'Vide : la date du certificat',
  'signer.evidence': 'Comment savez-vous qu’il est bien le leur ?',
  'signer.evidence-hint':
    'Par exemple : empreinte lue au téléphone par la scolarité le 12 novembre ; lettre du doyen du 3 mai',
  'signer.certificate': 'Le certificat',
  'signer.subject': 'Titulaire',
  'signer.made-by': 'Émetteur',
  'signer.serial': 'Numéro de série',
  'signer.key': 'Clé',
  'signer.algorithm': 'Signé avec',
  'signer.fingerprint': 'Empreinte (SHA-256)',
  'signer.altered':
    '{count, plural, one {Une ligne diffère} other {# lignes diffèrent}} du document signé. Comparez avec l’original.',
  'signer.weak.sha1': 'Elle repose sur SHA-1, qui ne résiste plus à une falsification déterminée.',
  'signer.weak.short-key':
    'Sa clé est plus courte que 2048 bits, ce qui ne suffit plus aujourd’hui.',
  'signer.outcome.absent': 'Le document ne porte pas de signature électronique',
  'signer.outcome.valid': 'Signé par {signer}, et inchangé depuis',
  'signer.outcome.unknown-signer': 'Signé et inchangé, mais le signataire n’est pas connu ici',
  'signer.outcome.other-signer': 'Signé par {signer}, et non par l’établissement d’accueil',
  'signer.outcome.out-of-time':
    'Signé par {signer} avec un certificat qui ne valait pas ce jour-là',
  'signer.outcome.invalid': 'La signature électronique ne correspond pas au document',
  'signer.outcome.unverifiable': 'La signature électronique ne peut pas être vérifiée',
  'signer.means.absent':
    'Au besoin, demandez à l’établissement émetteur si le document est bien le sien.',
  'signer.means.unknown-signer':
    'N’importe qui peut signer un document. Comparez le certificat à ce que l’établissement en dit ; une fois ajouté, la signature compte.',
  'signer.means.other-signer':
    'Ce certificat est conservé pour un autre établissement. Interrogez les deux avant de vous y fier.',
  'signer.means.out-of-time':
    'Demandez à l’établissement si le document est le sien et quel certificat il utilise aujourd’hui.',
  'signer.means.invalid':
    'Le document a été modifié après la signature, ou n’a jamais été signé ainsi. Redemandez-le à l’établissement.',
  'signer.means.unverifiable':
    'Cela ne dit rien contre le document ni pour lui. Demandez à l’établissement s’il est le sien.',
  'signer.reason.content-changed': 'Ce que dit le document n’est pas ce qui a été signé.',
  'signer.reason.value-wrong':
    'La signature n’a pas été faite avec la clé du certificat qui l’accompagne.',
  'signer.reason.several-signatures':
    'Le document porte plusieurs signatures ; une seule, sur le tout, est attendue.',
  'signer.reason.not-on-the-whole': 'La signature ne couvre pas tout le document.',
  'signer.reason.structure': 'La signature n’est pas construite comme la norme le veut.',
  'signer.reason.algorithm': 'Elle emploie une méthode qui n’est pas admise ici.',
  'signer.reason.no-certificate': 'Elle ne nomme aucun certificat qui permette de la vérifier.',
  'signer.reason.certificate-unreadable': 'Son certificat est illisible.',
  'signer.entry.absent': 'Relevé examiné : pas de signature électronique',
  'signer.entry.valid': 'Signature électronique vérifiée : signataire connu, inchangé',
  'signer.entry.unknown-signer': 'Signature électronique vérifiée : inchangé, signataire inconnu',
  'signer.entry.other-signer':
    'Signature électronique vérifiée : d’un autre que l’établissement d’accueil',
  'signer.entry.out-of-time':
    'Signature électronique vérifiée : certificat non valable au jour de délivrance',
  'signer.entry.invalid': 'Signature électronique vérifiée : ne correspond pas au document',
  'signer.entry.unverifiable': 'Signature électronique examinée : invérifiable',
  'signer.entry.added': 'Certificat d’un signataire ajouté',
  'signer.entry.withdrawn': 'Certificat d’un signataire retiré',
  'signer.check-again': 'Revoir la signature',
  'signer.checked': 'La signature a été revue ; le résultat a changé.',
  'signer.checked-same': 'La signature a été revue ; le résultat est le même.',
  'signer.refusal.certificate':
    'Ce n’est pas un certificat. Donnez un certificat X.509 en PEM, Base64 ou DER.',
  'signer.refusal.keeper': 'Choisissez qui s’y fie',
  'signer.refusal.issuer':
    'Choisissez l’établissement dont il signe les relevés, ou nommez le service',
  'signer.refusal.own':
    'Un établissement ne se porte pas garant de ses propres relevés. Choisissez-en un autre.',
  'signer.refusal.evidence': 'Dites comment vous savez que le certificat est le leur',
  'signer.refusal.days': 'Le dernier jour précède le premier',
  'signer.refusal.beyond': 'Ce jour est hors de la validité du certificat lui-même',
  'signer.refusal.same': 'Ce certificat est déjà admis',
  'signer.refusal.reason': 'Dites pourquoi on ne s’y fie plus',
  'signer.refusal.withdrawn': 'Un collègue l’a déjà retiré. Rien n’a été modifié.',
} satisfies Record<keyof typeof en, string>

import type en from './mentors.en.ts'

export default {
  'method.name.mentors': 'Un mentor pour chaque étudiant',
  'method.hint.mentors':
    'Le moins d’étudiants possible sans mentor ; parmi ces résultats, celui qui répond le mieux aux vœux, aux domaines ou aux coûts donnés. Convient aussi aux rapporteurs.',
  'method.name.coupled-mentors':
    'Un mentor universitaire et un mentor en entreprise pour chaque étudiant',
  'method.hint.coupled-mentors':
    'Les trois partagent une langue. Les petites sessions sont résolues exactement ; les grandes par étapes, avec une borne prouvée : chacun voit ce qui pourrait être gagné au plus.',
  'method.hindrance.one-kind':
    'La liste des mentors doit avoir une colonne « Type » avec les deux types : universitaire et entreprise.',
  'method.hindrance.both-kinds':
    'La liste contient les deux types de mentors. Cette méthode n’en donne qu’un et ne regarderait pas le type ; retirez la colonne « Type » si c’est voulu.',
  'method.other-kind': 'Cette session attribue autre chose. Choisissez l’une de ses méthodes.',
  'mentor-lists.too-many':
    'Plus de {most, number} paires seraient possibles, trop pour une session. Donnez une liste de paires avec leurs coûts, limitée à celles qui ont un sens, par exemple les vingt meilleures par étudiant.',
  'fault.student-twice':
    'Ligne {row, number} : l’étudiant {name} figure plusieurs fois dans la liste. Gardez une ligne par personne.',
  'fault.mentor-twice':
    'Ligne {row, number} : le mentor {name} figure plusieurs fois dans la liste. Gardez une ligne par personne.',
  'fault.unknown-mentor':
    'Ligne {row, number} : {of} souhaite {name}, qui ne figure pas dans la liste des mentors.',
  'fault.unknown-student':
    'Ligne {row, number} : {of} nomme {name}, qui ne figure pas dans la liste des étudiants.',
  'fault.named-twice': 'Ligne {row, number} : {of} nomme {name} deux fois.',
  'fault.mentor-seats':
    'Ligne {row, number} : « {name} » n’est pas un nombre d’étudiants. Indiquez combien {of} en suit au plus, en nombre entier de 0 à 1 000 000.',
  'fault.mentor-kind':
    'Ligne {row, number} : « {name} » n’est pas un type de mentor. Écrivez universitaire ou entreprise pour {of}.',
  'fault.language':
    'Ligne {row, number} : « {name} » n’est pas une langue connue. Indiquez les langues de {of} par leur nom ou leur code : « anglais, thaï » ou « en th ».',
  'fault.no-language':
    'Ligne {row, number} : aucune langue n’est indiquée pour {of}, qui ne pourrait donc parler avec personne. Indiquez-en au moins une.',
  'fault.languages-missing':
    'Cette liste n’a pas de colonne de langues, l’autre en a une. Ajoutez-la, ou retirez-la de l’autre liste.',
  'fault.pair-empty': 'Ligne {row, number} : une paire demande un étudiant et un mentor.',
  'fault.pair-cost':
    'Ligne {row, number} : « {name} » n’est pas un coût. Écrivez un entier de 0 à 10 000 000 pour {of} ; une paire exclue n’a pas de ligne.',
  'fault.pair-student': 'Ligne {row, number} : {name} ne figure pas dans la liste des étudiants.',
  'fault.pair-mentor':
    'Ligne {row, number} : {name}, associé à {of}, ne figure pas dans la liste des mentors.',
  'fault.pair-twice': 'Ligne {row, number} : la paire {of} et {name} figure plusieurs fois.',
  'shortage.title': 'Il n’y en aura pas pour tout le monde',
  'shortage.lead':
    'La session peut tout de même être calculée. Ce qui manque, et le moins qui suffirait :',
  'shortage.mentor-nowhere':
    '{count, plural, one {Un étudiant ne peut avoir aucun {kind, select, academic {mentor universitaire} industry {mentor en entreprise} other {mentor}}} other {# étudiants ne peuvent avoir aucun {kind, select, academic {mentor universitaire} industry {mentor en entreprise} other {mentor}}}}, quel que soit le nombre d’étudiants suivis : aucune paire permise ne partage une langue. Permettez d’autres paires ou trouvez un mentor de leur langue : {names}.',
  'shortage.mentor-bottleneck':
    '{people, number} étudiants ne peuvent avoir que ces {kind, select, academic {mentors universitaires} industry {mentors en entreprise} other {mentors}}, qui suivent {seats, plural, one {un étudiant} other {# étudiants}} en tout : {names}.',
  'shortage.mentor-add':
    'Le moins qui en donne un à tous les autres : {count, plural, one {un étudiant de plus} other {# étudiants de plus}} en tout, chez {names}. Prouvé : moins ne suffit pas.',
  'shortage.mentor-instead':
    'Autre solution : {count, plural, one {un étudiant de plus} other {# étudiants de plus}} en tout, chez {names}.',
  'shortage.mentor-none':
    'Chaque étudiant peut avoir un mentor de chaque type, avec une langue commune.',
  'shortage.mentor-trio':
    '{count, plural, one {Un étudiant trouve} other {# étudiants trouvent}} des mentors de chaque type, mais pas deux avec qui une même langue soit partagée : {names}. Un mentor de plus parlant leur langue suffirait.',
  'mentors.matched-one':
    '{matched, number} étudiants sur {applicants, number} ont un mentor avec qui ils partagent une langue.',
  'mentors.proved-one':
    'Prouvé : aucun résultat ne laisse moins d’étudiants sans mentor, et parmi ceux qui en laissent aussi peu, aucun ne coûte moins de {cost, number}.',
  'mentors.scarce':
    '{place} suit {seats, plural, one {un étudiant} other {# étudiants}}, et c’est complet. Avec {applicant} à la place de l’un d’eux, davantage d’étudiants resteraient sans mentor.',
  'mentors.full-even':
    '{place} suit {seats, plural, one {un étudiant} other {# étudiants}}, et c’est complet. La paire avec {applicant} coûterait {cost, number} ; pour l’ensemble, le résultat actuel est aussi bon ou meilleur.',
  'repair.proved-one-mentor':
    'Prouvé : sans la personne qui s’est désistée, aucun résultat ne laisse moins d’étudiants sans mentor ; parmi ceux-là, aucun n’en change moins, et parmi ceux-là aucun ne coûte moins. Étudiants concernés : {count, number}.',
  'proof.mentors':
    'aucun mentor ne suit plus d’étudiants que prévu, chaque paire était permise, et chaque étudiant partage une langue avec ses mentors ;',
  'proof.nothing-drawn':
    'rien n’a été tiré au sort : les mêmes listes donnent le même coût, qui que ce soit qui calcule.',
  'round.gives': 'Qu’attribue la session ?',
  'round.gives.places': 'Des places',
  'round.gives.places-hint':
    'Stages, séjours, projets : les candidats font des vœux, les structures peuvent classer les candidats.',
  'round.gives.mentors': 'Des mentors ou des rapporteurs',
  'round.gives.mentors-hint':
    'Un par étudiant, ou un mentor universitaire et un mentor en entreprise partageant une langue avec lui.',
  'mentor-round.kind': 'Session de mentorat',
  'mentor-round.students': 'Étudiants',
  'mentor-round.mentors': 'Mentors',
  'mentor-round.pairs': 'Paires',
  'mentor-round.student': 'Étudiant',
  'mentor-round.mentor': 'Mentor',
  'mentor-round.kind-name':
    '{kind, select, academic {mentor universitaire} industry {mentor en entreprise} other {mentor}}',
  'mentor-round.kind-names':
    '{kind, select, academic {Mentors universitaires} industry {Mentors en entreprise} other {Mentors}}',
  'mentor-round.kind-title':
    '{kind, select, academic {Mentor universitaire} industry {Mentor en entreprise} other {Mentor}}',
  'mentor-round.students.file': 'Les étudiants, leurs langues et leurs vœux',
  'mentor-round.students.hint':
    'Une ligne par étudiant : nom ou numéro, langues, domaine si vous le souhaitez, puis les mentors souhaités, le préféré d’abord. Les vœux sont facultatifs.',
  'mentor-round.students.paste': 'Lignes des étudiants',
  'mentor-round.mentors.file': 'Les mentors et le nombre d’étudiants qu’ils suivent',
  'mentor-round.mentors.hint':
    'Une ligne par mentor : nom, type (universitaire ou entreprise ; sans cette colonne si tous sont du même type), nombre d’étudiants au plus, langues, domaine si vous le souhaitez, puis les étudiants qu’il aimerait suivre, le préféré d’abord.',
  'mentor-round.mentors.paste': 'Lignes des mentors',
  'mentor-round.pairs.file': 'Les paires (facultatif)',
  'mentor-round.pairs.hint':
    'Étudiant, mentor et coût : seules ces paires sont alors permises, et le moindre coût est recherché. Sans colonne « Coût », la liste nomme les paires exclues, par exemple pour conflit d’intérêts.',
  'mentor-round.pairs.paste': 'Lignes des paires',
  'mentor-round.lists': 'Les listes',
  'mentor-round.rule': 'Ce que coûte une paire sans coûts donnés',
  'mentor-round.rule-wishes':
    'Chaque rang de moins dans les vœux de l’étudiant coûte 10, un mentor non souhaité 100. Sans vœux, aucun mentor ne coûte davantage.',
  'mentor-round.rule-named':
    'Chaque rang de moins dans les souhaits du mentor coûte 5, un étudiant non nommé 50.',
  'mentor-round.rule-fields':
    '60 de plus si les deux indiquent des domaines sans en partager. Le total doit être le plus petit possible.',
  'mentor-round.next.lists': 'Donnez la liste des étudiants et celle des mentors',
  'mentor-round.start':
    'Les listes sont figées telles quelles, puis la session est calculée et vérifiée. Vous pourrez recalculer plus tard avec d’autres listes ; chaque calcul demeure.',
  'mentor-round.seats': 'Étudiants que les mentors peuvent suivre',
  'mentor-round.students-at-most': 'Étudiants au plus',
  'mentor-round.languages': 'Langues',
  'mentor-round.kind-column': 'Type',
  'mentor-round.fields': 'Domaines',
  'mentor-round.origin': 'Pays ou établissement',
  'mentor-round.cost': 'Coût',
  'mentor-round.wish': 'Vœu',
  'mentor-round.wish-number': '{choice, selectordinal, one {#er vœu} other {#e vœu}}',
  'mentor-round.wish-later':
    '{choice, selectordinal, one {#er vœu ou suivant} other {#e vœu ou suivant}}',
  'mentor-round.named': 'Étudiant nommé',
  'mentor-round.first-wish': 'Première colonne des vœux',
  'mentor-round.last-wish': 'Dernière colonne des vœux',
  'mentor-round.matched': 'Avec tous leurs mentors',
  'mentor-round.none': 'Sans mentor',
  'mentor-round.search': 'Chercher un nom, un code ou un mentor',
  'mentor-round.nobody-fits': 'Aucun étudiant ne correspond',
  'mentor-round.next.published': 'Communiquez leur code aux étudiants et aux mentors',
  'mentor-round.publish-lead':
    'Chacun pourra alors voir les chiffres et obtenir le certificat à l’aide d’un code. Étudiants et mentors y figurent sous un code, jamais sous leur nom ; leurs langues, leurs vœux et les coûts peuvent y être lus sous ces codes. Une publication ne se retire pas.',
  'mentor-round.published-own':
    'Avec le code que votre établissement vous a donné, étudiant ou mentor. Les autres figurent ici sous un code ; votre établissement vous dit qui est votre mentor.',
  'mentor-round.changes-lead':
    '{count, plural, =0 {Aucun étudiant n’a d’autre mentor que dans le calcul précédent.} one {Un étudiant a un autre mentor que dans le calcul précédent.} other {# étudiants ont un autre mentor que dans le calcul précédent.}}',
  'mentor-round.withdrawal-lead':
    'Si un étudiant ou un mentor se désiste après le calcul, voyez ce qui changerait pour les autres avant de décider. Le calcul tel qu’il est demeure.',
  'mentor-round.withdrawal-who': 'Qui se désiste ? Cherchez un étudiant ou un mentor.',
  'mentor-round.withdrawal-what': 'Étudiant ou mentor',
  'mentor-round.withdrawal-accept':
    'Accepter crée un nouveau calcul de la session, avec son propre certificat. Le calcul précédent demeure.',
  'mentor-round.withdrawal-none':
    'Personne n’avait ce mentor, ou la place libérée ne sert à personne.',
  'mentor-round.repaired-student':
    'Répare le calcul {number, number} : l’étudiant {name} s’est désisté.',
  'mentor-round.repaired-mentor':
    'Répare le calcul {number, number} : le mentor {name} s’est désisté.',
  'mentor-round.in-list': 'Liste',
  'mentor-figures.matched': '{kinds, plural, one {ont un mentor} other {ont leurs deux mentors}}',
  'mentor-figures.first':
    '{kinds, plural, one {ont leur premier vœu} other {ont leur premier vœu pour chaque type}}',
  'mentor-figures.load': 'de la capacité des mentors est utilisée',
  'mentor-figures.without': 'n’ont pas tous leurs mentors',
  'mentor-figures.of-students': 'sur {count, plural, one {un étudiant} other {# étudiants}}',
  'mentor-figures.of-room':
    '{filled, number} sur {seats, number}, chez {mentors, plural, one {un mentor} other {# mentors}}',
  'mentor-figures.wishes': 'Qui a obtenu le mentor souhaité',
  'mentor-figures.wishes-lead':
    'Chaque bande représente tous les étudiants ; les fils nus n’ont pas de mentor de ce type.',
  'mentor-figures.other': 'Un autre que souhaité',
  'mentor-figures.open': 'Sans vœu',
  'mentor-figures.loads': 'Charge des mentors',
  'mentor-figures.loads-lead': 'Chaque bande représente tous les mentors d’un type.',
  'mentor-figures.full': 'Autant d’étudiants que prévu',
  'mentor-figures.some': 'Encore de la place',
  'mentor-figures.idle': 'Personne',
  'mentor-figures.languages': 'Langues communes à tout le groupe',
  'mentor-figures.languages-lead':
    'Nombre d’étudiants qui la partagent avec tous leurs mentors ; un groupe peut en partager plusieurs.',
  'mentor-figures.language': 'Langue',
  'mentor-figures.groups': 'Étudiants',
  'mentor-figures.why': 'Qui n’a pas de mentor, et pourquoi',
  'mentor-figures.everybody': 'Personne ne manque de mentor.',
  'missing.nobody': 'Aucune paire permise',
  'missing.language': 'Aucune langue partagée avec un mentor permis',
  'missing.trio': 'Aucune langue partagée aussi avec l’autre mentor',
  'missing.full': 'Tous ceux qui conviendraient sont complets',
  'mentor-table.shared': 'Langues communes',
  'mentor-table.got': 'Mentors obtenus',
  'mentor-table.any': 'Tous les étudiants',
  'mentor-table.lacking': 'Il manque un mentor',
  'mentor-table.not-wished': 'Non souhaité',
  'mentor-table.load': 'Charge',
  'mentor-table.asked': 'Souhaité par',
  'mentor-table.first': 'En premier vœu',
  'mentor-table.of-mentor': 'Étudiants d’un mentor',
  'mentor-explain.mentors': 'Mentor par mentor',
  'mentor-explain.lead':
    'Pourquoi ce mentor et non un autre. Rien ici ne révèle les vœux d’autrui.',
  'mentor-explain.students': 'Étudiants de ce mentor',
  'mentor-explain.students-lead':
    'Et ceux que le mentor avait nommés : des autres on dit seulement qu’ils ont quelqu’un d’autre, pas leurs vœux.',
  'mentor-explain.named': 'Nommé en',
  'mentor-explain.has': 'A ce mentor',
  'mentor-explain.seats-more':
    'Avec {count, plural, one {une place de plus} other {# places de plus}} chez vous, cet étudiant vous serait revenu ; cela a été vérifié en relançant la session.',
  'mentor-explain.elsewhere': 'A un autre mentor ; c’est meilleur pour l’ensemble',
  'mentor-explain.without': 'N’a pas de mentor de ce type',
  'mentor-explain.not-allowed': 'Paire non permise, ou aucune langue commune',
  'mentor-explain.room':
    'Ce mentor peut suivre encore {count, plural, one {un étudiant} other {# étudiants}} : quiconque pouvait venir et n’avait pas de mentor est déjà ici, et pour personne d’autre cela n’aurait été meilleur pour l’ensemble.',
  'mentor-explain.room-kind':
    'Ce mentor peut suivre encore {count, plural, one {un étudiant} other {# étudiants}}.',
  'mentor-explain.full':
    'Ce mentor suit autant d’étudiants que convenu. Qui vient découle de ce qui est le mieux pour tous ensemble.',
  'mentor-explain.nobody': 'Personne ici, et le mentor n’a nommé personne.',
  'mentor-explain.more-mentors':
    'Autres mentors avec qui une paire était permise : {count, number}. Demander pour l’un d’eux :',
  'mentor-explain.hand-on':
    'Après publication, {name} peut lire cette page sans compte, avec le code {code}.',
  'command.help-one-mentor':
    'Deux fichiers avec noms de colonnes, comme sur les pages : étudiants (nom, langues, domaines, vœux) et mentors (nom, étudiants au plus, langues, domaines, étudiants souhaités). Ou trois fichiers sans vœux : étudiants (nom, langues « en zh »), mentors (nom, nombre d’étudiants, langues), paires (étudiant, mentor, coût).',
  'mentor-template.student': 'Étudiant {number, number}',
  'mentor-template.mentor': 'Mentor {number, number}',
  'mentor-template.academic': 'universitaire',
  'mentor-template.industry': 'entreprise',
  'mentor-template.languages-1': 'thaï, anglais',
  'mentor-template.languages-2': 'chinois, anglais',
  'mentor-template.field-1': 'Textile',
  'mentor-template.field-2': 'Données',
  'mentor-template.named': 'Souhaite {rank, number}',
} satisfies Record<keyof typeof en, string>

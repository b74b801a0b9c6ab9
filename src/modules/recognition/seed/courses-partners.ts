/** Invented courses of an invented school: code, credit, lecture hours a week, Korean, English. */
export const saebyeokCourses = `
MAR101|3|LECT 3 HR|미디어아트 입문|Introduction to Media Art
MAR102|3|LECT 1 HR + STU 4 HR|디지털 드로잉|Digital Drawing
MAR201|3|LECT 1 HR + STU 4 HR|모션그래픽|Motion Graphics
MAR202|3|LECT 1 HR + STU 4 HR|인터랙티브 아트|Interactive Art
MAR203|3|LECT 3 HR|동아시아 미술사|History of East Asian Art
MAR204|2|LECT 2 HR|색채학|Theory of Colour
MAR301|3|LECT 1 HR + STU 4 HR|미디어 퍼포먼스|Media Performance
MAR302|3|LECT 1 HR + STU 4 HR|사운드 디자인|Sound Design
MAR303|3|LECT 3 HR|전시기획론|Exhibition Planning
MAR304|3|LECT 1 HR + STU 4 HR|게임 아트|Game Art
MAR401|3|STU 6 HR|졸업작품 1|Graduation Work I
MAR402|3|STU 6 HR|졸업작품 2|Graduation Work II
TXT201|3|LECT 1 HR + STU 4 HR|전통 직물과 문양|Traditional Textiles and Pattern
TXT202|2|LECT 2 HR|천연염색|Natural Dyeing
CUL101|3|LECT 3 HR|한국문화의 이해|Understanding Korean Culture
CUL102|2|LECT 2 HR|예술과 윤리|Art and Ethics
CUL201|3|LECT 3 HR|문화콘텐츠 산업론|Cultural Content Industries
CUL202|3|LECT 3 HR|아시아 미학|Asian Aesthetics
KOR101|3|LECT 3 HR|외국인을 위한 한국어 1|Korean for International Students I
KOR102|3|LECT 3 HR|외국인을 위한 한국어 2|Korean for International Students II`

/** Invented courses of an invented school: code, ECTS credit, hours over the whole course, French, English. */
export const rhoneCourses = `
DT11|6|48|Dessin et composition|Drawing and Composition
DT12|6|48|Histoire de l’art I|History of Art I
DT13|3|24|Couleur et matière|Colour and Material
DT14|3|24|Langue vivante : anglais|English
DT21|6|60|Atelier textile|Textile Studio
DT22|6|48|Histoire du textile en Europe et en Asie|History of Textiles in Europe and Asia
DT23|6|48|Image animée|Moving Image
DT24|3|24|Photographie|Photography
DT31|6|60|Tissage numérique|Digital Weaving
DT32|6|48|Scénographie et exposition|Exhibition Design
DT33|6|48|Design d’interaction|Interaction Design
DT34|3|24|Droit de la création|Law for Creators
DT41|6|60|Soie : savoir-faire lyonnais|Silk: the Craft of Lyon
DT42|6|48|Médiation culturelle|Cultural Mediation
DT43|3|24|Esthétique|Aesthetics
DT44|6|48|Patrimoine et numérique|Heritage and Digital Technology
DT51|6|48|Création typographique|Type Design
DT52|3|24|Économie de la création|Economics of Creation
DT61|12|96|Projet de diplôme|Degree Project
DT62|6|48|Stage|Internship`

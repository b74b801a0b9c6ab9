/** Invented courses: code, credit, class hours of 45 minutes over the whole course, Chinese, English. */
export const pkuCourses: Readonly<Record<string, string>> = {
  艺术学院: `
04330101|4|64|艺术学概论|Introduction to the Study of Art
04330102|4|64|中国美术史|History of Chinese Art
04330103|4|64|西方美术史|History of Western Art
04330104|3|54|美学原理|Principles of Aesthetics
04330105|4|64|影视艺术概论|Introduction to Film and Television
04330106|4|64|数字影像创作|Digital Image Creation
04330107|4|64|动画创作工作坊|Animation Workshop
04330108|3|48|摄影基础|Basic Photography
04330109|4|64|交互媒体艺术|Interactive Media Art
04330110|3|54|中国书法史与实践|Chinese Calligraphy: History and Practice
04330111|3|48|字体与版面设计|Type and Layout Design
04330112|4|64|三维数字造型|Three-Dimensional Digital Modelling
04330113|2|32|色彩与构成|Colour and Composition
04330114|3|54|音乐欣赏|Music Appreciation
04330115|2|36|戏曲艺术欣赏|Appreciation of Chinese Opera
04330116|3|54|影像叙事|Visual Narrative
04330117|4|64|东方美学专题|Topics in Eastern Aesthetics
04330118|2|32|艺术批评写作|Writing Art Criticism
04330119|4|64|策展理论与实践|Curating: Theory and Practice
04330120|3|54|素描与速写|Drawing and Sketching
04330121|2|32|民间美术|Folk Art
04330122|3|54|纪录片创作|Documentary Making
04330123|4|64|虚拟现实艺术|Art of Virtual Reality
04330124|2|32|艺术心理学|Psychology of Art
04330125|3|48|敦煌艺术|The Art of Dunhuang
04330126|1|16|艺术前沿讲座|Lectures on Current Art
04330127|4|64|游戏美术与世界观设计|Game Art and World Design
04330128|6|96|毕业创作|Degree Work`,
  文化产业研究院: `
04340201|4|64|文化产业概论|Introduction to Cultural Industries
04340202|3|54|文化遗产学|Heritage Studies
04340203|4|64|数字文化遗产|Digital Cultural Heritage
04340204|3|54|非物质文化遗产保护|Safeguarding Intangible Cultural Heritage
04340205|2|32|文化政策与法规|Cultural Policy and Law
04340206|3|54|创意经济学|Creative Economics
04340207|3|48|博物馆学|Museum Studies
04340208|2|32|文化产业伦理|Ethics in the Cultural Industries
04340209|4|64|跨文化传播|Intercultural Communication
04340210|3|54|乡村创意与可持续发展|Rural Creativity and Sustainable Development
04340211|3|54|文化品牌策划|Cultural Branding
04340212|3|54|数据可视化|Data Visualisation
04340213|4|64|媒介与社会|Media and Society
04340214|3|48|传统织造与纹样|Traditional Weaving and Pattern
04340215|3|54|游戏产业研究|Studies in the Game Industry
04340216|4|64|社会调查方法|Methods of Social Research
04340217|2|32|文化项目管理|Managing Cultural Projects
04340218|4|64|人机交互与文化应用|Human–Computer Interaction for Culture
04340219|2|36|中国文化专题|Topics in Chinese Culture
04340220|4|64|中国社会与文化|Chinese Society and Culture
04340221|4|64|创意编程|Creative Coding
04340222|4|64|丝绸之路文化交流史|Cultural Exchange along the Silk Road`,
}

//! Generated from `data/khmer_names.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

/// A line for each row of the data, with the letters of its spellings.
pub(super) const NAMES: &str = "\
thac thach ថាច់\n\
seun son xon សឺន\n\
cum gim kiem kim koem គឹម\n\
lam lem lim loem lum លឹម\n\
danh ដាញ់\n\
chao chau ចៅ\n\
nang neang nieng នាង\n\
kean kien គៀន\n\
lee li ly លី\n\
tra traa ត្រា\n\
lok louk luc luk លុក\n\
taing tang តាំង\n\
tran tring troeng trong trung ត្រឹង\n\
mai may ម៉ៃ\n\
heu hoeu hu hua ហ៊ឺ\n\
che chea cheah chia ជា\n\
kaev keo keov kev kieu កែវ\n\
mea meah meas met mia mias miet មាស\n\
bac brak pac prac prak ប្រាក់\n\
bich pech pechr pich picher pichr puc ពេជ្រ\n\
noun nourn nuon nuong នួន\n\
choun chourn chuon chuong ជួន\n\
chhoun chhourn chhuon chuon ឈួន\n\
soun sourn suon xuon សួន\n\
bau pau peou peov pou pov pu ពៅ\n\
long lung ឡុង\n\
son soun sun xun ស៊ុន\n\
hoon huan hun ហ៊ុន\n\
bon boun bun buon ប៊ុន\n\
lai lay ឡាយ\n\
chai chay chhai chhay xai ឆាយ\n\
chhem chhim chhoem chiem chim chum ឈឹម\n\
toch touch tuc tuch tut ទូច\n\
ok ouk uc uk ut អ៊ុក\n\
doch dok duc duch dut ឌុច\n\
khem khiem khim khoem khum ឃឹម\n\
em im oem um អ៊ឹម\n\
dim dum gim yem yim yoem យឹម\n\
nhem nhim nhoem nhum ញឹម\n\
nem nim noem num នឹម\n\
aek eak ec eck ek ឯក\n\
nouy nui nuoi nuoy nuy នួយ\n\
saeng sene seng sieng xeng សេង\n\
haeng heng ហេង\n\
cong cung kong korng kung គង់\n\
ben paen pen ប៉ែន\n\
maen men ម៉ែន\n\
saem sem xem សែម\n\
sao saov sau sav xau សៅ\n\
om oum um uom អ៊ុំ\n\
nhaem nhem nhiem ញ៉ែម\n\
chhen chhin chhinh chin chun ឈិន\n\
paul pol pon pul ប៉ុល\n\
phern pheun phoeun phoeurn phon phuon phuong ភឿន\n\
teu toeu toeur tua តឿ\n\
sauka sockha soka sokha sokhar xockha សុខា\n\
sopheab sopheap sopheaph sophep sophiep xophiep សុភាព\n\
sophak sophat sopheak sopheaktra sophec sophiec សុភក្ត្រ\n\
sophak sopheak sopheaktra sophec sophiec xophiec សុភ័ក្ត្រ\n\
sophal sophall sophan sophol sophorl xophan xophol សុផល\n\
sophad sophat sophath xophat សុផាត\n\
sophani sophanny sophany xophani សុផានី\n\
sockhum sokhom sokhum sokoum xokhom សុខុម\n\
sockhon sockhuon sokhoeun sokhoeurn sokhuon sokoeun xokhuon សុខឿន\n\
sockhon sokhan sokhol sokhon sokhorn xokhon សុខន\n\
sockhun sockhunl sokhon sokhun xokhon សុខុន\n\
socheng sokhaeng sokheng xocheng សុខហេង\n\
socchia sokchea sokchia xocchia សុខជា\n\
socli socly sokli sokly xocli សុខលី\n\
socni socny sokhny sokni sokny xocni សុខនី\n\
socthai sokthai sokthay សុខថៃ\n\
socra sokra សុខរ៉ា\n\
sov sovan sovand sovanh sovann xovan សុវណ្ណ\n\
sovana sovanhna sovanna sovannah xovanna សុវណ្ណា\n\
sovanary sovannari sovannary sovanry xovannari សុវណ្ណារី\n\
sovut sovuth សុវុទ្ធ\n\
sothea sothi sothia xothia សុធា\n\
sotheara sothiara xothiara សុធារ៉ា\n\
socheat socheath sochet sochiet xochiet សុជាតិ\n\
socheata socheatha socheta sochiata sochietta sochita xochietta សុជាតា\n\
somali somaly xomali សុមាលី\n\
soreda soreya soria sorida soriya sorya sovriya xoreda សុរិយា\n\
socun socunh sokon sokun sokunth sokunthea xocun សុគន្ធ\n\
socunthia sokonthea sokuntea sokunthea sokunthia xocunthia សុគន្ធា\n\
sothin sotin សុទិន\n\
sot soth sut suth xot សុទ្ធ\n\
sodari sodary សុដារី\n\
soda sodar xoda សុដា\n\
sokna sona sonar xona សុណា\n\
sophey sophi sophii sophy xophi សុភី\n\
sophern sophon sophorn xophon សុភន\n\
sarern saroeun saroeurn saron saroun saruon saruong xaruon សារឿន\n\
sareul saroeul saruol saruon saruong សារឿល\n\
sarat sarath xarat សារ៉ាត់\n\
saree sari sary xari សារី\n\
sarai saray xarai សារ៉ាយ\n\
saren sarin sarinh sarinn sarun xarun សារិន\n\
saron sarorn saroun sarun xarun សារុន\n\
sarom sarum xarom សារ៉ុម\n\
saron sarorn xaron សារ៉ន\n\
savern savoeun savoeurn savon savuon savuong xavuon សាវឿន\n\
savon savorn xavon សាវន\n\
savady savatdi savatdy savdy savedy សាវឌី\n\
savoth savut savuth xavut សាវុធ\n\
samern samoeun samoeurn samuon xamuon សាមឿន\n\
samon samone samorn xamon សាម៉ុន\n\
saman samean samearn samien xaman សាមាន\n\
samed samet sameth xamet សាមេត\n\
samet sameth xamet សាម៉េត\n\
sakhan sakhol sakhon sakhorn sakon xakhon សាខន\n\
sali sally saly xali សាលី\n\
sal san sann sarn xan សាន\n\
san sanh sant santh xan សាន្ត\n\
sani sanny sany xani សានី\n\
sai say sayy xai សាយ\n\
saphoeun saphoeurn saphuon saphuong sapoeun xaphuon សាភឿន\n\
sabeun saboeun saboeurn sabuon សាបឿន\n\
sabon saborn xabon សាបន\n\
savet saveth savett xavet សាវ៉េត\n\
sanal sanol សាណុល\n\
samnaing samnang somnang xomnang សំណាង\n\
samoeun samon samuon somoeun somuon xomuon សំអឿន\n\
samann samat samath somat xomat សំអាត\n\
samang somang xomang សំអាង\n\
samren samrin samrinh somrin somrun xomrun សំរិន\n\
samreth samrit samrith samrut somrit somrith somrut xomrut សំរឹទ្ធ\n\
sampha sampho samphors samphos sompho somphos សម្ភស្ស\n\
sampho samphors samphos sompho somphoas xomphoas សម្ផស្ស\n\
seray serei serey sery xeray សេរី\n\
setha sethha settha xetha សេដ្ឋា\n\
sena senna xena សេនា\n\
sivon sivorn xivon ស៊ីវន\n\
sinoun sinun sinuon xinuon ស៊ីនួន\n\
seetha sitha sithar sytha xitha ស៊ីថា\n\
seena seyna sina xina ស៊ីណា\n\
sayha seiha seyha siha xayha សីហា\n\
set seth sit sith sithi sitthy sot sut xot សិទ្ធិ\n\
saray srai sray srei srey sry xray ស្រី\n\
saraymum sraymom sraymum sreymom sreymum ស្រីមុំ\n\
sarayneang srayneang sraynieng sreyneag sreyneang ស្រីនាង\n\
saraypau sraypau sraypu sreypau sreypeou sreypov ស្រីពៅ\n\
sarayliec sraylec sreyleak sreyleap ស្រីលាក់\n\
sraylec srayliec sreyleak sreyleakh ស្រីល័ក្ខ\n\
sarayon srayon sreyon sreyoun ស្រីអូន\n\
sarayna srayna sreyna sryna ស្រីណា\n\
sarayni srayny sreyny ស្រីនី\n\
srayrat srayroat srayrot sreyrath sreyroat sreyroth ស្រីរ័ត្ន\n\
sraytoc sraytoch sraytot sreytoch sreytouch ស្រីតូច\n\
chandara chanhdara channdara chantara ចាន់តារា\n\
chandara chanhdara chanhthara chantara chanthadara chanthara ច័ន្ទតារា\n\
chanhtha channtha chantha chanthar ចាន់ថា\n\
chanhthu chantho chanthou chanthu chantou chantu chonthu ចន្ថូ\n\
chanhthi chanhthy chantee chanthi chanthy ចន្ធី\n\
chanhthi channthy chanthi chanthy chanti ចាន់ធី\n\
chanhthu chanthou chanthu ចន្ធូ\n\
chandra chanhtra chanhtre chanhtria chantra chantrea chantria ចន្ទ្រា\n\
chan chanh chanth chon chorn ចន្ទ\n\
chandy chanhti chanhty chanthy chanti chanty ចន្ទី\n\
chanda chanhda channda ចាន់ដា\n\
chanara chanhnara channara ចាន់ណារ៉ា\n\
chana chanah chanhna channa ចាន់ណា\n\
chanhra channra chanra ចាន់រ៉ា\n\
chanhri channry chanri chanry ចាន់រី\n\
chanhsoc chansoc chansok ចាន់សុខ\n\
chanhty channty chanti chanty ចាន់ទី\n\
chenda chenhda chenta chinda chonda ចិន្តា\n\
charanai charanay charaney choranay chornai ចរណៃ\n\
chamreun chamroeun chamroeurn chamron chomroeun chomron chomruon ចំរើន\n\
chamreun chamroeun chamroeurn chamron chomron chomruon ចម្រើន\n\
chamnan chamnarn chomnan ចំណាន\n\
champay champei champey chompay ចំប៉ី\n\
chivan chivoan chivon chivorn ជីវ័ន\n\
chivi chivy ជីវី\n\
chay chei chey chhey ជ័យ\n\
cheata chheata chiata ជាតា\n\
choury churi chury ជូរី\n\
chhom chhoum chhum chum ឈុំ\n\
chhern chhoeun chhoeurn chhuon choeun chuon chuong ឈឿន\n\
dara darah tara តារា\n\
dara darra ដារ៉ា\n\
dari dary ដារី\n\
davi davy ដាវី\n\
dalin daline dalinh dalyn ដាលីន\n\
davin davine davinh davinn ដាវីន\n\
dati daty ដាទី\n\
deat det deth ដេត\n\
dai day dei ដៃ\n\
tola tula តុលា\n\
tolaca tolaka tolakar តុលាការ\n\
theara thearra thera thiara ធារ៉ា\n\
theari theary thery thiari ធារី\n\
theavy thevi thevy thiavi ធាវី\n\
theeda thida thita thyda ធីតា\n\
theeda thida thyda ធីដា\n\
thavi thavy ថាវី\n\
thavari thavary thavory ថាវរី\n\
thaet thet theth ថេត\n\
than thon thorn ថន\n\
thon thorn thun ថុន\n\
theun thoeun thoeurn thon thuon thuong ធឿន\n\
thoun thourn thuol thuon thuong ធួន\n\
tee ti ty ទី\n\
tom toum tum ទុំ\n\
ret reth rich rit rith roeth rut រិទ្ធ\n\
rethy rithi rithy ritthi ritthy ritti rity rutthi រិទ្ធី\n\
reuthy rithi rithy ritthi rutthi ឫទ្ធី\n\
ratana rattana rotana rottana រ័តនា\n\
ratanac ratanak rattanac rattanak roattana rotanak រតនៈ\n\
ratha rattha roattha rotha rottha រដ្ឋា\n\
rat rath ratt roat rot roth រដ្ឋ\n\
rat rath roat rot roth rotha រ័ត្ន\n\
ravi ravy រ៉ាវី\n\
ranee rani rany រ៉ានី\n\
ran ron rorn រ៉ន\n\
ree ri ry រី\n\
reeta rita ryta រីតា\n\
reasei reasey reasy riasay riaxay risay រាសី\n\
racsamay raksmey rasamay rasmei rasmey reacsamay reaksmey riasmay រស្មី\n\
romduol rumdoul rumduol rumduon រំដួល\n\
ram rom rorm រ៉ម\n\
rern reun roeun roeurn ron ruon ruong រឿន\n\
roun rourn ruol ruon ruong រួន\n\
ron roun run រុន\n\
ream reem rem riem រៀម\n\
rean ren rien រៀន\n\
vucthi vuthi vuthy vutthi vutthy vutty wuthy វុទ្ធី\n\
voth vuc vut vuth វុធ\n\
vicchia vichchia vichea vicheah vichear vichia vijea vitchia vucchia វិជ្ជា\n\
vichay vichei vichey vichhey vijay វិជ័យ\n\
vibol vibon viboul vibul វិបុល\n\
vichet vicheth vichetr vichit vichot វិចិត្រ\n\
viset viseth visit visith visot vissoth vixet វិសិដ្ឋ\n\
virac virak vireak virec viria វិរៈ\n\
virac virak vireak virec viria វីរៈ\n\
veera vira vyra វីរ៉ា\n\
vasna veasana veasna veassna vesana viasana viasna vietsana វាសនា\n\
vanak vanhnac vanna vannac vannak vannk វណ្ណៈ\n\
vanhny vannay vanni vanny vany វណ្ណី\n\
vanara vanhnara vannara vannra វណ្ណារ៉ា\n\
vanarith vanhnarit vannarit vannarith vannarut វណ្ណារិទ្ធ\n\
van vanh vann វ៉ាន់\n\
vanntha vanta vantha វ៉ាន់ថា\n\
vanni vanny vonny vorny វន្នី\n\
vern veun voeun voeurn von vuon vuong វឿន\n\
cosal cosan cosol coxal kosal kosall kosol kusal កុសល\n\
cosom cosum coxum kosom kosoma kosum កុសុម\n\
canhnha cannha kagna kanha kanhnha kania kannha khagna កញ្ញា\n\
callyan canlidan canlyan collodan kallyan kalyan kanlyan kolyan កល្យាណ\n\
campuchia kampuchea kampucheah kompuchea កម្ពុជា\n\
canica cannica kanika kannika កណិកា\n\
cacada cacatda caccada kakada kakkada karkada កក្កដា\n\
conthia cunthia konthea kuntea kunthea kunthia គន្ធា\n\
cunthi konthy kunthi kunthy kunty គន្ធី\n\
cumheng kemheng kimheng គឹមហេង\n\
cumli kemly kimli kimly គឹមលី\n\
cumsan kimsan kimsanh kimsann គឹមសាន\n\
kimsour kimsua kimsuo kimsuol kimsuor kimsur គឹមស៊ួរ\n\
cumeng kimeng គឹមអេង\n\
cumlang kimlang គឹមឡាង\n\
kimleang kimlieng គីមលាង\n\
khemara khemera khemiara khemra ខេមរា\n\
khaem khem khim ខេម\n\
khan khon khorn ខន\n\
khaem khem ខែម\n\
khon khoun khun ខុន\n\
khaen khen ខេន\n\
kheang khieng khing ឃាង\n\
macara maccara makara makkara meakara miacara មករា\n\
maley mali maly ម៉ាលី\n\
mealea mealear melea melia mialia មាលា\n\
mealadey mealdey mealey mealtey mialaday mialiaday mienday មាលតី\n\
mara marra ម៉ារ៉ា\n\
maeng meng ម៉េង\n\
moni mony muni muny មុនី\n\
monirat monirath monireath monyrath monyroth muniroat munirot មុនីរ័ត្ន\n\
moni monny mony munni munny មុន្នី\n\
mina minea minear minia មីនា\n\
mean mearn men mien មាន\n\
meanrith mienrit mienrut មានរិទ្ធ\n\
mit mith mitt mut មិត្ត\n\
mithona mithouna mithuna មិថុនា\n\
mom moum mum មុំ\n\
moun mourn muol muon muong មួន\n\
mern meun moeun moeurn mon muon muong មឿន\n\
nary neari neary nery niari nieri នារី\n\
narit narith nearith niarit នារិទ្ធ\n\
narong narung ណារ៉ុង\n\
navi navy ណាវី\n\
navin navine navinh ណាវីន\n\
nac nack nak nakk ណាក់\n\
naet net neth ណែត\n\
nimal nimol nimon nimul និមល\n\
nisa nisar nixa និសា\n\
neta nita និតា\n\
neeta nita nyta នីតា\n\
nira nyra នីរ៉ា\n\
bopa bopha bophar boppha bupha popha បុប្ផា\n\
bopha bophar បូផា\n\
bora borra boura បូរ៉ា\n\
boray borei borey bori bory បូរី\n\
borin borinn boron បូរិន\n\
bonna bunna បុណ្ណា\n\
bon boun bun បុណ្យ\n\
boray borey bory បុរី\n\
bunthern bunthoeun bunthoeurn bunthuon bunthuong ប៊ុនធឿន\n\
bonly bunli bunly ប៊ុនលី\n\
bunna bunnar ប៊ុនណា\n\
bunrong ប៊ុនរ៉ុង\n\
bunthan bunthon bunthorn bunthun ប៊ុនធន\n\
banha banhnha pagna panha panhha panhnha pannha បញ្ញា\n\
bang paing pang ប៉ាង\n\
bisay pisay pisei pisey pissey ពិសី\n\
pisal pisall ពិសាល\n\
bitu pithou pitou pitu ពិទូ\n\
birun piroun pirun pirunn ពិរុណ\n\
bonlu ponleu ponlu ponlue punleu punlork punlu ពន្លឺ\n\
brohm brom prm prom prum ព្រហ្ម\n\
phakdey pheakdey pheaktey phecday pheday phiecday ភក្តី\n\
phearom phearoum phearum pherom phiarum ភារម្យ\n\
phearith pherit phiarit phirith ភារិទ្ធ\n\
pheara phearra phera phiara ភារ៉ា\n\
phearun phiarun phirum phirun ភិរុណ\n\
phirom phirum pirom pirum ភិរម្យ\n\
phoung phuong ភួង\n\
phom phoum phum poum ភូមិ\n\
phala phalla phanla phola pholla ផល្លា\n\
phal phall phol phon phorl ផល\n\
phana phanna ផាន់ណា\n\
phani phanny phany ផានី\n\
phan phann ផាន់\n\
phavi phavy ផាវី\n\
phaen phen ផែន\n\
phael phel phen ផែល\n\
phoeng phoeung phuon phuong ភឿង\n\
leeda lida lyda លីដា\n\
leena lina lyna លីណា\n\
lixa liza lyda lyza លីហ្សា\n\
leang lieng លាង\n\
lakena lakhena leakhena leakhina leckhena lieckhena លក្ខិណា\n\
lakhena leakhena leckhena ល័ក្ខិណា\n\
lakhana leakana leakhana leckhana lieckhana លក្ខណា\n\
leab leap leaph lep liep លាភ\n\
leab leap lep liep លាប\n\
leum loem loeum loeurm lom luom លឿម\n\
dutthia yothea youthea yutha yuthea yutthia យុទ្ធា\n\
dan yan yann yarn យ៉ាន\n\
duol duon yeul yoeul yoeurl យឿល\n\
det yeat yet yeth យ៉េត\n\
duri youri yury យូរី\n\
hong hung ហុង\n\
hout houth huot ហួត\n\
houl hourl hual huol huon ហួល\n\
hean heang hen hieng ហៀង\n\
on oun own uon អូន\n\
ern eun oeun oeurn on uon uong អឿន\n\
an ann arn អាន\n\
amara ammara amra ommora អមរា\n\
acphivat akphivath aphivath aphivoat aphivot apivoath apiwat អភិវឌ្ឍន៍\n\
odom oudom udom utdom uttam ឧត្តម\n\
odara oudra udara ឧត្តរា\n\
eintra entra indra intra ontria ឥន្ទ្រា\n\
dee di dy ឌី\n\
deena dina dyna ឌីណា\n\
dern deun doeun doeurn don duon duong ឌឿន\n\
dael del den ឌែល\n\
nha nya ញ៉ា\n\
ngaet nget ngeth nghet ង៉ែត\n\
ngau ngauv ngo ngov ង៉ូវ\n\
ngan ngann ង៉ាន\n\
tray trei trey ត្រី\n\
carit kret krit kroet krot krut ក្រឹត\n\
chay chhai chhay chhey ឆ័យ\n\
chhloeuy chhloi chloeuy chloi ឆ្លើយ\n\
bros pro proh pros prot ប្រុស\n\
brathna prana prata prathna pratna pratthana ប្រាថ្នា\n\
phacca phka phkar phoca pka ផ្កា\n\
svai svay sway xavai xvai xvay ស្វាយ\n\
sana sna snaa xna ស្នា\n\
sarot sras sroh sros ស្រស់\n\
sarida srayda sreya sreyya sriya ស្រីយ៉ា\n\
charich chrek chrik chroc chroek chruc ច្រឹក\n\
";

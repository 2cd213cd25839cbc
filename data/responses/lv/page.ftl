### Lapa, kas tīmeklī rāda Partneri.

page-title = Erasmus+ KA2 palīgs
page-heading = Jūsu Erasmus+ partnerības projekts – soli pa solim
page-lead = Partneris latviski un angliski atbild uz jautājumiem par Erasmus+ KA2 stratēģiskajām partnerībām (KA201–KA204, 2020. gada konkurss), aprēķina budžetu un pie katras atbildes nosauc avotu.
page-start = Sākt sarunu
page-skip = Pāriet uz saturu
page-languages = Valoda
page-other-language = English
page-not-official = Partneris ir programma un var kļūdīties: noteicošas ir programmas vadlīnijas un aģentūras skaidrojumi.
page-open = Pieteikumus vēl pieņem.
page-closed = Konkurss ir noslēdzies; atbildes joprojām rāda, kādi bija tā noteikumi.

page-can = Ko Partneris prot
page-can-more = Izvēlieties jautājumu vai rakstiet savu – vienkāršiem vārdiem.
page-group-rules = Termiņi un noteikumi
page-group-priorities = Prioritātes un projektu veidi
page-group-money = Dotācija un izmaksas
page-group-people = Cilvēki un kontakti

page-budget = No idejas līdz budžetam
page-budget-more = Pastāstiet par savu projektu jebkādā secībā: Partneris pieraksta teikto, pajautā par trūkstošo, aprēķina katru budžeta kategoriju un sagatavo izklājlapu ar formulām vai PDF failu.
page-example-plan = Plānojam skolu projektu uz 24 mēnešiem ar 4 partneriem no Latvijas, Igaunijas un Somijas. Kāds varētu būt budžets?
page-example-travel = Cik maksā par ceļu, ja 5 cilvēki brauc no Rīgas uz Lisabonu?
page-example-check = Vai varam pieteikties divatā?

page-sources = No kurienes nāk atbildes
page-sources-more = Katra atbilde nosauc dokumentu un vietu tajā. Ja šajos dokumentos atbildes nav, Partneris saka, ka to nezina.

page-embed = Ievietojiet Partneri savā tīmekļa vietnē
page-embed-more = Pietiek ar vienu HTML rindu. Vispirms servera administratoram jūsu vietne jāpievieno atļauto vietņu sarakstam.
page-embed-label = Kods, ko ievietot lapā
page-copy = Kopēt kodu
page-copied = Nokopēts.
page-not-copied = Nokopēt neizdevās; lūdzu, iezīmējiet un nokopējiet kodu pašrocīgi.
page-attributes = Koda atribūti
page-attribute = Atribūts
page-values = Vērtības
page-meaning = Ko tas nosaka
page-attribute-language = Valoda sākumā; „auto” seko lapai un pārlūkam
page-attribute-theme = Gaišs vai tumšs; „auto” seko ierīcei
page-attribute-accent = Pogu un saišu krāsa
page-attribute-position = Stūris, kurā atrodas poga
page-attribute-open = Vai saruna jau sākumā ir atvērta
page-attribute-title = Sarunas virsraksts
page-attribute-greeting = Partnera pirmie vārdi
page-attribute-privacy-url = Jūsu pašu lapa par datu izmantošanu
page-attribute-server = Partnera adrese, ja skripts atrodas citur

page-privacy = Datu izmantošana
page-privacy-stored = Kas tiek glabāts
page-privacy-stored-text = Jūsu ziņas, atbildes, to laiks un tas, vai atbilde jums noderēja, arī jūsu piezīme par to. Ja lūdzat cilvēku un atstājat e-pastu vai tālruni, lai jums atbildētu, arī tie. Ja pierakstāties konsultācijai – tās laiks un temats, kā arī vārds un saziņa, ja tos pievienojat. Citādi vārdu un elektroniskā pasta adresi neviens neprasa; tīkla adresi glabājam tikai operatīvajā atmiņā, lai ierobežotu ļaunprātīgu izmantošanu, un nekad kopā ar sarunu.
page-privacy-why = Kādam nolūkam
page-privacy-why-text = Lai sarunu varētu turpināt pēc lapas pārlādes vai pārtrūkuša savienojuma un lai uzzinātu, uz kuriem jautājumiem atbildes nav pietiekami labas.
page-privacy-how-long = Cik ilgi
page-privacy-how-long-text = Sarunu izdzēš { COUNT($days, unit: "days", case: "accusative") } pēc pēdējās ziņas, lūgumu pēc cilvēka kopā ar atstāto e-pastu vai tālruni – tikpat ilgi pēc tā noslēgšanas, pierakstu konsultācijai – tikpat ilgi pēc tās. Pēc tam paliek tikai ziņas laiks, kanāls, valoda, temats un iznākums, jūsu piezīme par atbildi un to jautājumu teksts, kurus Partneris nav sapratis vai uz kuriem atbilde nav noderējusi; vārdus, adreses un numurus, ko programma tajos atpazīst, izņem. Arī to izdzēš { COUNT($report, unit: "days", case: "accusative") } pēc ziņas.
page-privacy-who = Kas to redz
page-privacy-who-text = Ja lūdzat cilvēku, sarunu lasa VIAA darbinieki, kas jums atbild. Pierakstu konsultācijai redz VIAA darbinieki. Vēl tie, kas uztur šo serveri, un tīmekļa vietne, kurā rakstāt: atslēga glabājas jūsu pārlūkā pie šīs vietnes datiem. Neviens cits bez atslēgas sarunu lasīt nevar.
page-privacy-device = Kas glabājas jūsu pārlūkā
page-privacy-device-text = Jūsu sarunas atslēga, valoda, vēl nenosūtītais teksts un tas, vai tērzēšanas logs ir atvērts. Sīkdatņu nav. „Sākt jaunu sarunu” izvēlnē izdzēš tikai atslēgu; „Dzēst savus datus” izdzēš arī sarunu serverī.
page-privacy-rights = Saņemt vai dzēst savus datus
page-privacy-rights-text = Uzrakstiet sarunā „Atsūti manus datus”, un saņemsiet failu ar visu, kas par šo sarunu glabājas. Uzrakstiet „Dzēs manus datus”, un pēc jūsu „jā” viss, kas ar šo sarunu saistīts, tiks izdzēsts: ziņas, lūgums pēc cilvēka, pieraksts konsultācijai; pārskatā paliek tikai skaitļi, kas uz jums vairs nenorāda. Abas izvēles ir arī tērzēšanas loga izvēlnē. Ja sarunu vairs nevarat atvērt, rakstiet VIAA.
page-privacy-third = Trešās personas
page-privacy-third-text = Tērzēšanas logam nav: tas neko neielādē no citiem serveriem un neko tiem nesūta.
page-privacy-messengers = Slack un Telegram
page-privacy-messengers-text = Ja rakstāt Partnerim tur, ziņas un atbildes iet caur Slack vai Telegram serveriem un glabājas arī tur pēc šo pakalpojumu noteikumiem. Pie mums saruna glabājas ar kanāla vai sarunas numuru, bez jūsu vārda. To, ko rakstāt kanālā vai grupā, un atbildes redz visi tās dalībnieki.
page-privacy-please = Lūdzu
page-privacy-please-text = Nerakstiet personas kodus, veselības datus un citu sensitīvu informāciju; nevienai atbildei tā nav vajadzīga.

page-missing = Šādas lapas nav
page-missing-home = Uz sākumlapu

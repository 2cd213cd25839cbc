### The budget of a plan in conversation.

question-plan-budget = Sarēķini mūsu projekta budžetu

planning-ask-basics = Pastāstiet par projektu, kā ērtāk, arī pa daļām: sektors, cik mēneši, cik partneru un no kurām valstīm, inovāciju vai labas pieredzes apmaiņas projekts.
planning-ask-field = Kurā sektorā ir projekts: skolu izglītība, profesionālā izglītība, augstākā izglītība vai pieaugušo izglītība?
planning-ask-months = Cik mēnešu projekts ilgs?
planning-ask-partners = Cik organizāciju piedalās un no kurām valstīm (ieskaitot jūsu)?
planning-ask-countries = No kurām valstīm ir organizācijas?
planning-ask-type = Vai tas ir inovāciju atbalsta vai labas pieredzes apmaiņas projekts?
planning-ask-meetings = Vai būs partneru sanāksmes? Cik to būs, cik cilvēku brauks uz katru un cik tālu (kilometros vai no kuras pilsētas uz kuru)?
planning-ask-outputs = Vai būs intelektuālie rezultāti? Kas pie tiem strādās (vadītājs, pētnieks vai skolotājs, tehniskais vai administratīvais darbinieks), cik dienu un kurā valstī?
planning-ask-events = Vai būs izplatīšanas pasākumi? Kurā valstī, cik vietējo dalībnieku un cik no citām valstīm?
planning-ask-activities = Vai būs mācību braucieni? Kas brauks (skolēni, studenti, personāls), cik cilvēku, uz kuru valsti, uz cik dienām un cik tālu?
planning-ask-exceptional = Vai būs izņēmuma izmaksas (pakalpojumi vai preces, ko partneri nevar nodrošināt paši) vai izmaksas īpašām vajadzībām? Cik eiro?
planning-ask-special = Vai būs izmaksas īpašām vajadzībām? Cik eiro?

planning-need-participants = { $part ->
    [meetings] Cik cilvēku brauks uz vienu sanāksmi?
   *[other] Cik cilvēku brauks un kas viņi ir: skolēni, studenti vai personāls?
}
planning-need-each = Vai tik daudz cilvēku uz katru sanāksmi brauc kopā vai no katra partnera?
planning-need-distance = Cik tālu jābrauc: cik kilometru vienā virzienā vai no kuras pilsētas uz kuru?
planning-need-band = Šajās robežās likme mainās: cik kilometru vienā virzienā tas ir tieši?
planning-need-staff = Kas pie intelektuālajiem rezultātiem strādās: vadītājs, pētnieks vai skolotājs, tehniskais vai administratīvais darbinieks?
planning-need-days = { $part ->
    [outputs] Cik dienu šis darbs prasīs?
   *[other] Cik dienu ilgs brauciens, neskaitot ceļu?
}
planning-need-country = { $part ->
    [outputs] Kurā valstī ir organizācija, kas šo darbu darīs?
    [events] Kurā valstī būs pasākums?
   *[other] Uz kuru valsti brauks?
}
planning-need-local-participants = Cik dalībnieku pasākumā būs: cik vietējo un cik no citām valstīm?
planning-need-kind = Kas brauks: skolēni, studenti vai personāls?
planning-need-amount = Cik eiro tas maksās?

planning-noted = Pierakstīju:
planning-item-field = { NAME("field", $value) }
planning-item-type = { NAME("type", $value) }
planning-item-start = sākums { DATE($value) }
planning-item-months = { COUNT($value, unit: "months") }
planning-item-organisations = { COUNT($value, unit: "organisations") }
planning-item-countries = valstis: { $names }
planning-country = { COUNTRY($code) }
planning-item-no-meetings = bez sanāksmēm
planning-item-no-outputs = bez intelektuālajiem rezultātiem
planning-item-no-events = bez izplatīšanas pasākumiem
planning-item-no-activities = bez mācību braucieniem
planning-item-no-exceptional = bez izņēmuma izmaksām
planning-item-no-special = bez izmaksām īpašām vajadzībām
planning-item-meetings = sanāksmes: { $count ->
    [none] { $yearly ->
        [none] 1
       *[other] { NUMBER($yearly) } gadā
    }
   *[other] { NUMBER($count) }
}{ $participants ->
    [none] { "" }
   *[other] , cilvēku skaits katrā: { NUMBER($participants) }
}{ $each ->
    [none] { "" }
   *[other] , no katra partnera: { NUMBER($each) }
}{ $span ->
    [none] { $distance_km ->
        [none] { $from ->
            [none] { "" }
           *[other] , { $from } – { $to }
        }
       *[other] , { NUMBER($distance_km) } km
    }
   *[other] , { $span }
}
planning-item-outputs = darbs pie rezultātiem: { $staff ->
    [none] darbinieks
   *[other] { NAME("staff", $staff) }
}{ $days ->
    [none] { "" }
   *[other] , { COUNT($days, unit: "days") }
}{ $country ->
    [none] { "" }
   *[other] , { COUNTRY($country) }
}
planning-item-events = izplatīšanas pasākums{ $country ->
    [none] { "" }
   *[other] , { COUNTRY($country) }
}{ $local_participants ->
    [none] { "" }
   *[other] , vietējie: { NUMBER($local_participants) }
}{ $international_participants ->
    [none] { "" }
   *[other] , no citām valstīm: { NUMBER($international_participants) }
}
planning-item-activities = { $times ->
    [none] { "" }
   *[other] { NUMBER($times) } × { "" }
}{ $kind ->
    [none] mācību brauciens
   *[other] { NAME("activity", $kind) }
}{ $participants ->
    [none] { "" }
   *[other] , { COUNT($participants, unit: "participants") }
}{ $accompanying ->
    [none] { "" }
   *[other] , pavadošās personas: { NUMBER($accompanying) }
}{ $country ->
    [none] { "" }
   *[other] , { COUNTRY($country) }
}{ $days ->
    [none] { "" }
   *[other] , { COUNT($days, unit: "days") }
}{ $span ->
    [none] { $distance_km ->
        [none] { $from ->
            [none] { "" }
           *[other] , { $from } – { $to }
        }
       *[other] , { NUMBER($distance_km) } km
    }
   *[other] , { $span }
}
planning-item-exceptional = izņēmuma izmaksas { MONEY($amount) }
planning-item-sum = { $item } – { MONEY($amount) }{ $steps ->
    [none] { "" }
   *[other] { " " }({ $steps })
}
planning-item-removed = izņemts: { $item }
planning-span = { $low ->
    [none] līdz { NUMBER($high) } km{ $least ->
        [none] { "" }
       *[other] { " " }(pieņemot, ka vismaz { NUMBER($least) } km)
    }
   *[other] { $high ->
        [none] no { NUMBER($low) } km
       *[other] { NUMBER($low) }–{ NUMBER($high) } km
    }
}
planning-item-special = izmaksas īpašām vajadzībām { MONEY($amount) }

planning-so-far = { $without ->
    [management] Kopā līdz šim, bez projekta vadības (lai to aprēķinātu, jāzina ilgums un partneri): { MONEY($total) }
   *[none] Kopā līdz šim: { MONEY($total) }
}
planning-result = Dotācija kopā: { MONEY($total) }
planning-line = • { $category ->
    [travel] ceļa nauda
    [individual_support] individuālais atbalsts
    [linguistic_support] valodu atbalsts
   *[other] { NAME("category", $category) }
}: { MONEY($amount) }{ $steps ->
    [none] { "" }
   *[other] { " " }= { $steps }
}{ $capped ->
    [none] { "" }
    [management_cap] ; griesti { FACT($capped) } mēnesī
   *[other] ; griesti { FACT($capped) }
}
planning-maximum = Lielākā iespējamā dotācija par { COUNT($months, unit: "months", case: "par") } ir { MONEY($amount) }.
planning-assumed = Pieņēmu: { $names }.
planning-assumed-coordinator = pieteicējs ir no Latvijas
planning-assumed-countries = pārējie partneri arī ir no šīs valsts: { COUNTRY($country) }
planning-assumed-home = partneru valstis nav zināmas, tāpēc skaitīti kā no Latvijas
planning-assumed-field = skolu izglītība
planning-assumed-type = inovāciju atbalsta projekts
planning-assumed-start = projekts sākas { FACT("start_first", case: "locative") }
planning-findings = Ievērojiet:
planning-impossible = To ierakstīt nevaru ({ $thing ->
    [months] mēneši
    [days] dienas
    [participants] cilvēki
    [accompanying] pavadošās personas
    [count] sanāksmju skaits
    [distance_km] attālums
    [from] vieta
    [to] vieta
    [amount] summa
   *[other] vērtība
}: { $words }).
planning-missing = Vēl jāpasaka: { $names }.
planning-nothing-missing = Nekā netrūkst.
planning-name-field = sektors
planning-name-months = ilgums
planning-name-partners = partneri
planning-name-countries = valstis
planning-name-type = projekta veids
planning-name-meetings = sanāksmes
planning-name-outputs = intelektuālie rezultāti
planning-name-events = izplatīšanas pasākumi
planning-name-activities = mācību braucieni
planning-name-exceptional = izņēmuma izmaksas
planning-name-special = īpašas vajadzības
planning-not-taken = Nesapratu; viss iepriekšējais paliek.
planning-compare = Ar šādu izmaiņu ({ $items }) dotācija būtu { MONEY($after) }, tagad tā ir { MONEY($before) }{ $change ->
    [more] : par { MONEY($difference) } vairāk
    [same] : nekas nemainās
   *[less] : par { MONEY($difference) } mazāk
}. Plānu nemainīju; ja vajag, pasakiet to kā labojumu.
planning-stopped = Labi, budžetu atliekam. Plānu paturu prātā; lai turpinātu, rakstiet „turpinām budžetu”.
planning-nothing = Labi. Budžetu šajā sarunā vēl nesākām.
planning-restarted = Labi, sākam budžetu no jauna; iepriekšējais plāns ir dzēsts.
planning-file = Lūdzu, fails: { $name }
planning-back = Budžets gaida: turpinām, kad atbildēsiet uz iepriekšējo jautājumu, vai rakstiet „beidzam”.
planning-button-none = Nē, nebūs
planning-button-now = Sarēķini budžetu
planning-button-each-partner = No katra partnera
planning-button-in-all = Kopā
planning-button-xlsx = Excel fails
planning-button-pdf = PDF fails
planning-button-stop = Beidzam

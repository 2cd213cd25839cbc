### Kas no kurienes uz kurieni brauc, un cik tas ir.

journey-sum = { $kind ->
    [meeting] { $times ->
        [one] Sanāksme
       *[other] { COUNT($times, unit: "meetings") }
    }
    [training] { $times ->
        [one] Personāla mācības
       *[other] Personāla mācības, { NUMBER($times) } reizes
    }
   *[exchange] { $times ->
        [one] Mācību apguvēju pasākums
       *[other] Mācību apguvēju pasākums, { NUMBER($times) } reizes
    }
} ({ $venue }{ $days ->
    [0] { "" }
   *[other] , { COUNT($days, unit: "days") }
}): { MONEY($amount) }{ $times ->
    [one] { "" }
   *[other] { " " }= { NUMBER($times) } × { MONEY($once) }
}.
journey-line-meeting = • { $town } ({ NUMBER($kilometres) } km), { COUNT($people, unit: "people") }: { $sum }
journey-line-nothing = • { $town }, { COUNT($people, unit: "people") }: 0 EUR, { $why ->
    [host] jo viņi nekur nebrauc: par rīkotāja pašu cilvēkiem nemaksā
    [within_country] jo sanāksme ir viņu pašu valstī ({ NUMBER($kilometres) } km), un par sanāksmi maksā tikai tiem, kas brauc no citas valsts
   *[too_near] jo attālums ir tikai { NUMBER($kilometres) } km; ja tas ir mazāks par { FACT("meetings_minimum_distance", case: "accusative") }, nemaksā
}
journey-line-activity = • { $town } ({ NUMBER($kilometres) } km), { COUNT($people, unit: "people") }{ $days ->
    [0] { "" }
   *[other] , { COUNT($days, unit: "days") }
}: { $parts }{ $amount ->
    [none] { "" }
   *[other] ; kopā { MONEY($amount) }
}
journey-part-travel = ceļš { $sum ->
    [none] 0 EUR (maksā no { FACT("travel_minimum_distance", case: "genitive") })
   *[other] { $sum }
}
journey-part-staff = individuālais atbalsts personālam ({ NUMBER($people) }) { $sum }
journey-part-learner = individuālais atbalsts mācību apguvējiem ({ NUMBER($people) }) { $sum }
journey-parts = Ceļš kopā: { MONEY($travel) }; individuālais atbalsts kopā: { MONEY($support) }.
journey-all = Kopā: { MONEY($amount) } ({ $count ->
    [2] abi pasākumi
   *[other] visi { NUMBER($count) } pasākumi
}).
journey-compared = Iepriekš bija { MONEY($before) }{ $direction ->
    [more] , tātad par { MONEY($difference) } vairāk
    [same] , tātad nekas nemainās
   *[less] , tātad par { MONEY($difference) } mazāk
}.
journey-right = Jā, { MONEY($amount) }.
journey-wrong = Nē, summa ir { MONEY($amount) }.
journey-no-within-country = Nē, par viņiem nemaksā: viņi brauc vienas valsts robežās.
journey-online = Kas piedalās tiešsaistē, tas nebrauc, tāpēc par šo cilvēku nemaksā.
journey-rule-meeting = Par sanāksmi maksā par cilvēku un sanāksmi pēc attāluma vienā virzienā, lai cik dienu tā ilgtu:
    { $lines }
journey-days-missing = Tas ir tikai ceļš. Individuālais atbalsts nāk klāt: pasakiet, cik dienu pasākums ilgs.
journey-days-of-meeting = Dienu skaits neko nemaina: par sanāksmi maksā par cilvēku un sanāksmi, nevis par dienu.
journey-from-capitals = Kur nosaukta tikai valsts, attālumu mērīju no galvaspilsētas ({ $names }). Ja brauc no citas pilsētas, nosauciet to: summa var mainīties.
journey-who = Tie, kas brauca iepriekš, tur būtu mājās, un par viņiem nemaksā. Kas brauktu turp: cik cilvēku un no kurienes?
journey-which = Kura grupa domāta: { $names }? Lūdzu, nosauciet vietu un cilvēku skaitu.
journey-hosts = { $right ->
    [yes] Tieši tā
   *[no] Nē
}{ $kind ->
    [meeting] . { FACT("meetings_hosts") }
   *[other] , ceļa naudas nav: kas paliek uz vietas, tas nebrauc, un ceļu maksā no { FACT("travel_minimum_distance", case: "genitive") }. Manos avotos nav teikts, vai uzņēmēju pašu cilvēkiem maksā individuālo atbalstu.
}
journey-cheaper = { $direction ->
    [less] Jā, par { MONEY($difference) } mazāk.
    [same] Nē, summa ir tā pati.
   *[more] Nē, par { MONEY($difference) } vairāk.
}
journey-rates = Konkursā dienas likmes ir atkarīgas no tā, kura pasākuma diena tā ir, tāpēc par vēlākajām dienām vienam dalībniekam maksā mazāk:
    { $lines }
journey-venue-allowed = Jā, to tur drīkst rīkot: norises vieta var būt iesaistīto organizāciju valstīs.
journey-why-nothing = Tāpēc, ka par šiem braucējiem nemaksā: { $names }.
journey-per-head = { $kind ->
    [meeting] Uz vienu cilvēku: { MONEY($amount) }.
   *[other] { $who ->
        [learner] Uz vienu mācību apguvēju: { MONEY($amount) }.
       *[staff] Uz vienu personāla pārstāvi: { MONEY($amount) }.
    }
}
journey-daily = Jā, individuālo atbalstu maksā neatkarīgi no attāluma: { $parts }.
# tās valsts galvaspilsēta, kurai pilsēta nav nosaukta
capital-name = { $country ->
    [AT] Vīne
    [BE] Brisele
    [BG] Sofija
    [CH] Berne
    [CY] Nikosija
    [CZ] Prāga
    [DE] Berlīne
    [DK] Kopenhāgena
    [EE] Tallina
    [ES] Madride
    [FI] Helsinki
    [FR] Parīze
    [GB] Londona
    [GE] Tbilisi
    [GR] Atēnas
    [HR] Zagreba
    [HU] Budapešta
    [IE] Dublina
    [IS] Reikjavīka
    [IT] Roma
    [LT] Viļņa
    [LU] Luksemburga
    [LV] Rīga
    [MK] Skopje
    [NL] Amsterdama
    [NO] Oslo
    [PL] Varšava
    [PT] Lisabona
    [RO] Bukareste
    [RS] Belgrada
    [SE] Stokholma
    [SI] Ļubļana
    [SK] Bratislava
    [TR] Ankara
    [UA] Kijeva
   *[other] { $name }
}

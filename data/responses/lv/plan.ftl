### A project plan: what is found in it, what is wrong with its file, its budget and verdict on paper.

plan-error-country = „{ $given }” nav valsts kods; rakstiet divus burtus, piemēram, LV, EE, FI
plan-error-number = jābūt skaitlim bez pēdiņām
plan-error-cents = ne vairāk kā divas zīmes aiz komata
plan-error-day = jābūt datumam, piemēram, 2020-09-01
plan-error-distance-twice = norādiet vai nu distance_km, vai from un to, bet ne abus
plan-error-distance-missing = trūkst attāluma: norādiet distance_km vai from un to
plan-error-event-empty = pasākumam vajag vismaz vienu dalībnieku
plan-error-coordinator-missing = nav koordinatora; vienam partnerim rakstiet role: coordinator
plan-error-coordinators = ir vairāki koordinatori; drīkst būt tikai viens
plan-error-not-a-map = plānam jāsastāv no atslēgām un vērtībām, piemēram, months: 24
plan-error-call-unknown = konkursa „{ $given }” nav; zināmie: { $expected }
plan-error-missing = trūkst; pievienojiet
plan-error-place-unclear = nav skaidrs, kura vieta ir „{ $given }”; rakstiet arī valsti vai attālumu kilometros; zināmas: { $candidates }
plan-error-place-unknown = vieta „{ $given }” nav zināma; pārbaudiet rakstību vai norādiet attālumu kilometros (distance_km)
plan-error-place-country = nav zināma valsts, kas nosaukta aiz komata („{ $given }”)
plan-error-unknown-key = { $meant ->
    [none] nezināma atslēga; dzēsiet to
   *[other] nezināma atslēga; varbūt domāts { $meant }
}
plan-error-whole-number = jābūt veselam skaitlim bez pēdiņām
plan-error-text = jābūt tekstam
plan-error-truth = jābūt true vai false
plan-error-list = jābūt sarakstam
plan-error-map = jābūt atslēgām un vērtībām
plan-error-at-least = jābūt vismaz { $limit }
plan-error-at-most = jābūt ne vairāk kā { $limit }
plan-error-one-of = jābūt vienam no šiem: { $expected }
plan-error-too-many = ierakstu ir par daudz; drīkst būt ne vairāk kā { $limit }
plan-error-too-few = vajag vismaz vienu ierakstu
plan-error-too-large = fails ir lielāks par 1 MiB
plan-error-not-readable = „{ $given }” nevar nolasīt ({ $reason })
plan-error-not-utf8 = fails nav UTF-8 teksts; saglabājiet to kā UTF-8
plan-error-not-yaml = { $line ->
    [none] tas nav derīgs YAML vai JSON
   *[other] tas nav derīgs YAML vai JSON (skat. { $line }. rindu)
}
plan-error-key-twice = { $given ->
    [none] atslēga ir divreiz; dzēsiet vienu
   *[other] atslēga „{ $given }” ir divreiz; dzēsiet vienu
}
plan-error-anchor = YAML enkurus un atsauces (& un *) plānā nelieto
plan-error-tag = YAML birkas (!) plānā nelieto
plan-error-key = atslēgai jābūt vārdam
plan-error-whole-file = plāns

plan-error-value = vērtība neder
plan-error-same-file = tas ir pats plāns; norādiet citu failu
plan-assumed = Pieņemts:
plan-title = Projekta budžets
plan-category = Izmaksu veids
plan-line = { $category ->
    [travel] ceļa nauda
    [individual_support] individuālais atbalsts
    [linguistic_support] valodu atbalsts
   *[other] { NAME("category", $category) }
}
plan-requested = Izmaksas, EUR
plan-amount = Dotācija, EUR
plan-steps = Aprēķins
plan-capped = griesti { FACT($fact) }{ $fact ->
    [management_cap] { " " }mēnesī
   *[other] { "" }
}
plan-total = Kopā
plan-months = Mēneši
plan-rate-cell = Mēnesī, EUR
plan-ceiling = Griesti projektam, EUR
plan-maximum = Lielākā iespējamā dotācija ({ COUNT($months, unit: "months") })
plan-over-maximum = Pārsniegums, ko nemaksā
plan-recalled = Daļa šo likmju un noteikumu nav pārbaudīta pēc vadlīniju teksta; pirms iesniegšanas salīdziniet tos ar vadlīnijām.
plan-incomplete = Budžets nav pilnīgs: daļa likmju šim asistentam nav zināma (skat. zemāk).
plan-eligible = Plāns atbilst konkursa nosacījumiem.
plan-not-eligible = Plāns neatbilst konkursa nosacījumiem.
plan-level = { $level ->
    [error] kļūda
    [warning] brīdinājums
   *[note] piezīme
}
plan-sources = Avoti
plan-share = Dotācijas daļa, %
plan-sheet-budget = Budžets
plan-sheet-calculation = Aprēķins
plan-sheet-findings = Piezīmes
plan-rules-of = Rēķināts pēc noteikumiem, kas zināmi { DATE($day, case: "locative") }.
plan-project = { NAME("field", $field) }; { NAME("type", $type) }; { COUNT($months, unit: "months") } no { DATE($start, case: "genitive") }; { COUNT($partners, unit: "organisations") }
plan-distance = { $origin } ({ COUNTRY($origin_country) }) – { $target } ({ COUNTRY($target_country) }): { NUMBER($kilometres) } km
plan-distance-meeting = Starpvalstu sanāksme: { MONEY($amount) } dalībniekam
plan-distance-travel = Ceļa nauda mācību aktivitātē: { MONEY($amount) } dalībniekam

guide-name = { $kind ->
    [field] { NAME("field", $id) }
    [type] { NAME("type", $id) }
    [staff] { NAME("staff", $id) }
    [priority] { NAME("priority", $id) }
    [activity] { NAME("activity", $id) }
   *[participant] { $id ->
        [learner] mācību apguvēji
       *[staff] personāls
    }
}
guide-overwrite = Fails { $name } jau pastāv. Vai to pārrakstīt?
guide-no-terminal = Jautājumiem vajag termināli; plānu var rakstīt arī pats failā.
guide-field = Sektors
guide-type = Projekta veids
guide-start = Pirmā diena (gads-mēnesis-diena)
guide-months = Cik mēnešu?
guide-priorities = Prioritātes (atstarpe izvēlas, Enter turpina)
guide-partners = Cik organizāciju piedalās, ieskaitot pieteicēju?
guide-coordinator-country = Pieteicēja valsts (divi burti)
guide-partner-country = Nākamā partnera valsts (divi burti)
guide-meeting-any = Vai būs starpvalstu sanāksmes?
guide-meeting-more = Vai būs vēl citas sanāksmes?
guide-meeting-participants = Cik cilvēku brauks uz vienu sanāksmi?
guide-meeting-count = Cik tādu sanāksmju?
guide-distance = Cik kilometru vienā virzienā?
guide-work-any = Vai būs intelektuālie rezultāti?
guide-work-more = Vai pie rezultātiem strādās vēl kāds?
guide-work-country = Valsts, kuras organizācija strādās (divi burti)
guide-work-staff = Darbinieku kategorija
guide-work-days = Cik dienu?
guide-event-any = Vai būs izplatīšanas pasākumi?
guide-event-more = Vai būs vēl kāds izplatīšanas pasākums?
guide-event-country = Valsts, kurā tas būs (divi burti)
guide-event-local = Cik vietējo dalībnieku?
guide-event-international = Cik dalībnieku no citām valstīm?
guide-activity-any = Vai būs mācību aktivitātes?
guide-activity-more = Vai būs vēl kāda mācību aktivitāte?
guide-activity-kind = Aktivitātes veids
guide-activity-country = Valsts, uz kuru brauks (divi burti)
guide-activity-days = Cik dienu, neskaitot ceļu?
guide-group-participant = Kas piedalīsies?
guide-group-participants = Cik dalībnieku?
guide-group-accompanying = Cik pavadošo personu?
guide-exceptional-any = Vai būs izņēmuma izmaksas?
guide-exceptional-more = Vai būs vēl kādas izņēmuma izmaksas?
guide-special-any = Vai būs izmaksas īpašām vajadzībām?
guide-special-more = Vai būs vēl kādas izmaksas īpašām vajadzībām?
guide-amount = Cik eiro?
guide-saved = Plāns saglabāts: { $name }
    partneris budget { $name }
    partneris check { $name }

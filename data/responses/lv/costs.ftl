management = Vadībai un īstenošanai koordinators saņem { FACT("management_coordinator") } mēnesī, katrs cits partneris – { FACT("management_partner") } mēnesī, kopā ne vairāk kā { FACT("management_cap") } mēnesī. Maksā ne vairāk kā par { FACT("management_paid_organisations", case: "dative") }, ieskaitot koordinatoru.
management-shares = No tā koordinatoram ir { MONEY($coordinator) }, katram citam partnerim – { MONEY($partner) }.
management-sum = { COUNT($organisations, unit: "organisations", case: "dative") }, ieskaitot koordinatoru, par { COUNT($months, unit: "months", case: "par") }: { $sum }. Mēnesī tie ir { MONEY($monthly) }.
management-coordinator-sum = Tikai koordinatoram par { COUNT($months, unit: "months", case: "par") }: { $sum }.
management-coordinator-month = Tikai koordinatoram: { MONEY($amount) } mēnesī.
management-partner-sum = Vienam partnerim, kas nav koordinators, par { COUNT($months, unit: "months", case: "par") }: { $sum }.
management-partner-month = Partnerim, kas nav koordinators: { MONEY($amount) } mēnesī.
management-own = { $role ->
    [coordinator] Jums kā koordinatoram
   *[partner] Jums kā partnerim
} { $months ->
    [0] mēnesī
   *[other] par { COUNT($months, unit: "months", case: "par") }
}: { $sum }.
management-theirs = { $names } { $months ->
    [0] mēnesī
   *[other] par { COUNT($months, unit: "months", case: "par") }
}: { $sum }.
management-every-partner = Jā, vadības nauda pienākas par katru partneri, kas nav asociēts, arī par organizāciju no partnervalsts.
management-none-associated = Nē, asociētie partneri naudu nesaņem.
management-compared = { $change ->
    [less] Iepriekš ({ COUNT($organisations, unit: "organisations") }) tie būtu { MONEY($before) }: tagad par { MONEY($difference) } mazāk.
    [more] Iepriekš ({ COUNT($organisations, unit: "organisations") }) tie būtu { MONEY($before) }: tagad par { MONEY($difference) } vairāk.
   *[same] Summa no tā nemainās.
}
management-not-for-all = Nē, ne par visiem.
management-neither = Nevienam no viņiem: mēnesī tie ir { MONEY($amount) }.
management-month-shares = No tā koordinatoram ir { MONEY($coordinator) } mēnesī, katram citam partnerim – { MONEY($partner) } mēnesī.
management-not-a-month = Nē, nevis { MONEY($asked) } mēnesī.
management-month = { COUNT($organisations, unit: "organisations", case: "dative") }, ieskaitot koordinatoru, mēnesī: { $sum }.
capped-management-cap = Bez mēneša griestiem ({ FACT("management_cap") }) tie būtu { MONEY($requested) }.
management-use = { FACT("management_scope") } { FACT("management_monthly") } Kā to sadalīt starp partneriem un vai no tās maksāt algas, manos avotos nav teikts; skatieties vadlīnijās vai jautājiet VIAA.

meetings = Par starpvalstu sanāksmi vienam dalībniekam maksā pēc attāluma vienā virzienā:
    { $lines }
    Ja attālums ir mazāks par { FACT("meetings_minimum_distance", case: "accusative") }, nemaksā. { FACT("meetings_hosts") } { FACT("meetings_yearly_cap") }
meetings-host-own-staff = Nē. { FACT("meetings_hosts") }
meetings-host-gets-nothing = Rīkotājs par saviem cilvēkiem nesaņem neko.
meetings-at-home = Ja sanāksmi rīkojat paši, par saviem cilvēkiem nemaksā: tālākais attiecas uz tiem, kuri brauc pie jums.
meetings-sum = { COUNT($people, unit: "people", case: "dative") } par { COUNT($count, unit: "meetings", case: "par") }: { $sum }.
meetings-sum-band = { COUNT($people, unit: "people", case: "dative") } par { COUNT($count, unit: "meetings", case: "par") }, ja brauc { NUMBER($first) }–{ NUMBER($last) } km: { $sum }.
meetings-sum-last-band = { COUNT($people, unit: "people", case: "dative") } par { COUNT($count, unit: "meetings", case: "par") }, ja brauc { NUMBER($first) } km vai tālāk: { $sum }.
meetings-sum-from = { COUNT($people, unit: "people", case: "dative") } par { COUNT($count, unit: "meetings", case: "par") } ({ NUMBER($kilometres) } km): { $sum }.
meetings-together = Kopā: { MONEY($amount) }.
meetings-too-near = Par tik īsu braucienu uz sanāksmi nemaksā.

output-rates = Intelektuālo rezultātu dienas likmes (EUR dienā: { $heads }):
    { $lines }
output-rates-why = Dienas likmes programmas vadlīnijās noteiktas pa valstu grupām un darbinieku kategorijām, tāpēc par vienādu darbu dažādās valstīs maksā atšķirīgi.
output-rates-day = { COUNTRY($country) }, { NAME("staff", $staff) }: { MONEY($amount) } dienā.
output-rates-sum = { COUNTRY($country) }, { NAME("staff", $staff) }, { COUNT($days, unit: "days") }: { $sum }.
output-rates-unknown = { COUNTRY($country) }: { FACT("partner_country_rates") }
output-rates-paid-elsewhere = To, par ko jau maksā cita programma, šeit otrreiz iekļaut nedrīkst. { FACT("double_funding") }
output-rates-some-without-country = Kam valsts nav nosaukta, tam ņemta šīs valsts likme: { COUNTRY($country) }.
output-rates-of-agency-country = Valsts nav nosaukta, tāpēc skaitīts pēc šīs valsts likmes: { COUNTRY($country) }. Ja darbinieki ir no citas valsts, nosauciet to.
output-rates-together = Kopā: { MONEY($amount) }.
output-rates-rule = { FACT("output_rates_rule") } { FACT("outputs_only_innovation") }
output-rates-justified = { FACT("outputs_justified_staff") }
outputs-not-in-good-practice = { $verdict ->
    [right] Jā, tieši tā: labas pieredzes apmaiņas projektā intelektuālos rezultātus nefinansē.
    [out] Jā, budžetā to atstāt nevar: labas pieredzes apmaiņas projektā intelektuālos rezultātus nefinansē.
    [rule] Labas pieredzes apmaiņas projektā intelektuālos rezultātus nefinansē.
   *[no] Nē, labas pieredzes apmaiņas projektā intelektuālos rezultātus nefinansē.
}
output-is-not = { $asked ->
    [doubted] Jā, šaubas ir pamatotas: intelektuālie rezultāti nav { $kinds }.
   *[other] Nē, intelektuālie rezultāti nav: { $kinds }.
}
output-is-not-paid = Dienas likmes par šādu darbu nemaksā.
output-is = { $asked ->
    [doubted] Nē, šaubas nav pamatotas: intelektuālie rezultāti var būt { $kinds }, ja tie atbilst tam, kas teikts tālāk.
    [planned] Toties intelektuālie rezultāti var būt: { $kinds }, ja tie atbilst tam, kas teikts tālāk.
   *[other] Jā, intelektuālie rezultāti var būt: { $kinds }, ja tie atbilst tam, kas teikts tālāk.
}
intellectual-output = { FACT("output_definition") } Piemēram:
    { ITEMS("output_is") }
    Intelektuālie rezultāti nav:
    { ITEMS("output_is_not") }
    { FACT("outputs_only_innovation") }
output-staff = Intelektuālajos rezultātos ir četras darbinieku kategorijas: { NAME("staff", "manager") }; { NAME("staff", "researcher") }; { NAME("staff", "technician") }; { NAME("staff", "administrative") }. { FACT("outputs_justified_staff") } { FACT("outputs_only_innovation") } Vai var apmaksāt brīvprātīgo darbu un kā pierāda algas, manos avotos nav teikts; jautājiet to VIAA.

multiplier-events = Izplatīšanas pasākumā maksā { FACT("event_local") } par katru vietējo dalībnieku un { FACT("event_international") } par katru dalībnieku no citas valsts, kopā ne vairāk kā { FACT("event_cap") } projektam. { FACT("event_condition") } { FACT("event_own_staff") }
event-without-outputs = Nē, bez intelektuālajiem rezultātiem izplatīšanas pasākumus nefinansē.
event-with-outputs = Jā, kopā ar intelektuālajiem rezultātiem izplatīšanas pasākumus finansē.
event-not-for-own-staff = Nē, par partneru pašu darbiniekiem naudu nemaksā.
event-rest-without-own = Neskaitot partneru pašu darbiniekus ({ NUMBER($people) }):
event-online-unknown = Vai par tiešsaistes pasākumu maksā, manos avotos nav teikts; jautājiet to VIAA.
event-sum = { $international ->
    [0] { COUNT($local, unit: "participants") } no savas valsts: { $sum }.
   *[other] { $local ->
        [0] { COUNT($international, unit: "participants") } no citām valstīm: { $sum }.
       *[other] { COUNT($local, unit: "participants") } no savas valsts un { COUNT($international, unit: "participants") } no citām valstīm: { $sum }.
    }
}
event-sum-several = Par { COUNT($count, unit: "events", case: "par") } kopā: { $sum }.
event-number-open = Cik pasākumu drīkst būt, manos avotos nav ierobežots, ierobežota ir tikai nauda: visiem projekta pasākumiem kopā ne vairāk kā { FACT("event_cap") }.
event-people = Summa ir atkarīga no tā, vai dalībnieki ir vietējie vai no citām valstīm:
event-not-all = Nē, ne visu: izplatīšanas pasākumiem vienā projektā piešķir ne vairāk kā { FACT("event_cap") }.
capped-event-cap = { MONEY($rest) } netiek segti: bez griestiem ({ FACT("event_cap") }) tie būtu { MONEY($requested) }.
event-not-in-good-practice = { $verdict ->
    [right] Jā, tieši tā: labas
    [rule] Labas
   *[no] Nē, labas
} pieredzes apmaiņas projektā izplatīšanas pasākumus nefinansē. { FACT("management_scope") }

exceptional-costs = No faktiskajām izņēmuma izmaksām sedz { FACT("exceptional_share") }, bet ne vairāk kā { FACT("exceptional_cap") } projektam. { FACT("exceptional_scope") } { FACT("exceptional_guarantee") } { FACT("office_equipment") }
exceptional-if-accepted = Ja to atzīst par izņēmuma izmaksām:
exceptional-not-in-full = Nē, ne visu: sedz { FACT("exceptional_share") }.
exceptional-other-share = Nē, sedz nevis { NUMBER($share) } %, bet { FACT("exceptional_share") }.
exceptional-sum = No { MONEY($costs) } atmaksā { MONEY($amount) } ({ FACT("exceptional_share") }); atlikušos { MONEY($rest) } organizācijas maksā pašas.
exceptional-sum-capped = No { MONEY($costs) } atmaksā { MONEY($amount) }; atlikušos { MONEY($rest) } organizācijas maksā pašas.
exceptional-not-own = Nē, to, ko kāds no partneriem var paveikt pats, no izņēmuma izmaksām neapmaksā.
exceptional-most-costs = Griestus ({ FACT("exceptional_cap") }) sasniedz, ja izmaksas kopā ir { MONEY($amount) }: { FACT("exceptional_share") } no tām ir tieši griestu summa. Visu, kas pārsniedz { MONEY($amount) }, organizācijas maksā pašas.
capped-exceptional-cap = { $steps } pārsniedz projekta griestus ({ FACT("exceptional_cap") }).
equipment = { FACT("office_equipment") } { FACT("exceptional_scope") }
equipment-ordinary = Nē, biroja aprīkojumu, piemēram, datorus, planšetes un printerus, no izņēmuma izmaksām nefinansē. Vai par tādu uzskata arī ierīces, ko lieto mācību apguvēji, manos avotos nav teikts; jautājiet to VIAA.

special-needs = Atbalstam īpašām vajadzībām sedz { FACT("special_needs_share") } no faktiskajām izmaksām. { FACT("special_needs_scope") }
special-needs-all = Jā, { FACT("special_needs_share") }.
special-needs-other-share = Nē, ne { NUMBER($share) } %.
special-needs-not-in-cap = Nē, atbalsts īpašām vajadzībām ir atsevišķa izmaksu kategorija. Griesti { FACT("exceptional_cap") } attiecas tikai uz izņēmuma izmaksām.
special-needs-no-own-share = Nē, sedz { FACT("special_needs_share") } no faktiskajām izmaksām.
special-needs-no-cap = Atbalstam īpašām vajadzībām griesti manos avotos nav noteikti.
special-needs-sum = No { MONEY($costs) } atmaksā { MONEY($amount) } ({ FACT("special_needs_share") }).

total = Kopā { MONEY($amount) } (saskaitītas pēdējās aprēķinātās summas):
    { $lines }
total-within-event-cap = Tas iekļaujas griestos: izplatīšanas pasākumiem projektā var saņemt ne vairāk kā { FACT("event_cap") }.
total-event-cap-reached = Vairāk par { FACT("event_cap") } izplatīšanas pasākumiem vienā projektā nemaksā.
difference = Iepriekš bija { MONEY($before) }, tagad ir { MONEY($now) }: par { MONEY($difference) } { $direction ->
    [more] vairāk
   *[less] mazāk
}.
difference-nothing = Šajā sarunā vēl nav divu aprēķinu, ko salīdzināt. Nosauciet skaitļus un pēc tam pasakiet, ko mainīt.
total-line-participant = { $line } ({ $participant ->
        [learner] mācību apguvēji
       *[staff] personāls
    })
total-line-work = { $line } ({ COUNTRY($country) }, { NAME("staff", $staff) })
together-with-before = Kopā ar iepriekš aprēķināto: { MONEY($amount) }.
total-nothing = Šajā sarunā vēl nav viennozīmīgas summas, ko es varētu saskaitīt. Nosauciet skaitļus (cilvēkus, dienas, attālumu, partnerus, mēnešus), un es sarēķināšu katru izmaksu veidu un pēc tam kopsummu.
total-line = • { $topic ->
        [management] projekta vadība un īstenošana
        [meetings] starpvalstu projekta sanāksmes
        [output_rates] intelektuālie rezultāti
        [multiplier_events] izplatīšanas pasākumi
        [exceptional_costs] izņēmuma izmaksas
        [guarantee] izņēmuma izmaksas, finanšu garantija
        [special_needs] atbalsts īpašām vajadzībām
        [travel] ceļš uz mācību pasākumiem
        [expensive_travel] dārgs ceļš
        [accompanying_persons] pavadošās personas
        [individual_support] individuālais atbalsts
       *[linguistic_support] valodu atbalsts
    } – { MONEY($amount) }

budget-vat-unknown = Vai un kad PVN ir attiecināmas izmaksas, manos avotos nav teikts; skatieties vadlīniju C daļā vai jautājiet savai kontaktpersonai.
budget-categories = Var plānot šādas izmaksas:
    { $lines }
budget-categories-excluded = Šādā projektā nefinansē: { $names }.
category-name = { NAME("category", $category) }
category-line = • { NAME("category", $category) } – { $funding ->
        [unit_costs] vienības izmaksas
        [real_costs] faktiskās izmaksas, { NUMBER($share) } %
       *[mixed] vienības izmaksas, dārgs ceļš { NUMBER($share) } %
    }{ $types ->
        [both] { "" }
        [innovation] , tikai inovāciju projektos
       *[good_practice] , tikai labas pieredzes apmaiņas projektos
    }
output-rates-paid-elsewhere-no = Nē: to, par ko jau maksā cita programma, šeit otrreiz iekļaut nedrīkst.

consortium = Vajadzīgas vismaz { FACT("consortium_organisations") } no { FACT("consortium_countries", unit: "different-countries", case: "dative") }. { FACT("one_applicant") }
consortium-too-few-partners = Nē, tas ir par maz organizāciju.
consortium-too-few-countries = Nē, vajadzīgas organizācijas no vairāk Programmas valstīm.
consortium-enough-partners = Jā, organizāciju skaits ir pietiekams, ja tās ir no pietiekami daudzām valstīm.
consortium-enough-countries = Jā, valstu skaits ir pietiekams.
consortium-other-action = Kas varētu derēt divām skolām: { $explanation }
consortium-same-country = No vienas valsts drīkst būt divas vai vairāk organizācijas, ja vien visa partnerība sasniedz šo minimumu:
consortium-not-later = Nē, partneriem jābūt jau tad, kad piesakāties: bez šī minimuma pieteikums neatbilst nosacījumiem. { FACT("mandates") }
consortium-fits = Jā, organizāciju un valstu skaits ir pietiekams.
consortium-fits-with-own = Jā, ja klāt vēl ir jūsu pašu organizācija no citas Programmas valsts (piemēram: { country-named }); bez tās – nē.
consortium-counted = Obligātajā minimumā ieskaita šīs valstis: { $names }.
consortium-not-counted = { country-named } nav Programmas valsts, tāpēc tās organizācijas obligātajā skaitā neieskaita.
consortium-added-value = { FACT("partner_country_added_value") }
case-fits = Jā, pietiek: { COUNT($organisations, unit: "organisations") } no { COUNT($countries, unit: "countries", case: "dative") } ({ $names }).
case-refused = Nē, nepietiek: { COUNT($organisations, unit: "organisations") } no { COUNT($countries, unit: "countries", case: "dative") } ({ $names }).
case-open = To vēl nevar pateikt: zināmas ir { $names }, bet ne visas { COUNT($organisations, unit: "organisations") }.
case-count = { COUNT($organisations, unit: "organisations") } no { COUNT($countries, unit: "countries", case: "dative") } ({ $names }).
case-count-fits = Ar to pietiek.
case-count-refused = Ar to nepietiek.
case-count-open = Vai ar to pietiek, atkarīgs no tā, kur ir pārējās organizācijas.
case-all-count = Visas ir Programmas valstis.
case-counted = Obligātajā skaitā ieskaita { COUNT($organisations, unit: "organisations", case: "accusative") } no { COUNT($countries, unit: "countries", case: "dative") }{ $names ->
    [none] .
   *[other] {" "}({ $names }).
}
case-missing = { $missing ->
    [1] Trūkst vēl vismaz vienas organizācijas no citas Programmas valsts.
   *[other] Trūkst vēl vismaz { COUNT($missing, unit: "organisations", case: "genitive") } no citām Programmas valstīm, katrai no savas.
}
case-unplaced = Kurā valstī ir { COUNT($number, unit: "organisations") }, nezinu.
case-own = Pieskaitīta arī jūsu pašu organizācija ({ COUNTRY($country) }).
case-no-obstacle = Tas pats par sevi nav šķērslis: Partnervalsts organizācija var būt partnere ar turpmāk minētajiem nosacījumiem.
case-with-own = Kopā ar jūsu organizāciju: { COUNT($organisations, unit: "organisations") } no { COUNT($countries, unit: "countries", case: "dative") } ({ $names }).
case-associated = Asociētos partnerus{ $names ->
    [none] {""}
   *[other] {" "}({ $names })
} neieskaita, un finansējumu tie nesaņem.
case-waiting = { $enough ->
    [one] Pietiktu, ja pievienotos kaut viena no vēl neapstiprinātajām organizācijām ({ $names }).
    [all] Pietiktu, ja pievienotos visas vēl neapstiprinātās organizācijas ({ $names }).
   *[no] Vēl neapstiprinātās organizācijas ({ $names }) nav pieskaitītas.
}
largest-consortium = { FACT("consortium_maximum") }
countries = Programmas valstis ({ NUMBER($number) }): { $names }. Citu valstu organizācijas var būt tikai partneri, un tām jādod projektam būtiska pievienotā vērtība.
country-programme-country = { $asked ->
    [forbidden] Nē, tā nav: { country-named } ir Programmas valsts, un tās organizācijas drīkst piedalīties.
   *[allowed] Jā, { country-named } ir Programmas valsts.
}
country-partner-country = { country-named } nav Programmas valsts.
country-partner-rules = { FACT("partner_countries") } { FACT("partner_country_added_value") }
partner-country-role = { FACT("partner_countries") } { FACT("partner_country_added_value") }
associated-not-counted = Nē, asociētos partnerus obligātajā minimumā neieskaita.
associated-partners = { FACT("associated_partners") }
applicant-any-of-them = To izvēlaties paši: pieteicējs var būt jebkura no organizācijām, kas reģistrēta Programmas valstī; tā iesniedz pieteikumu savas valsts aģentūrai.
applicant-own-agency = Nē, pieteikumu iesniedz tās valsts aģentūrai, kurā izveidota pieteicēja organizācija, nevis citas valsts aģentūrai.
applicant-only = Nē, piesakās tikai pieteicējs – visas partnerības vārdā un savas valsts aģentūrai; partneri atsevišķi nepiesakās.
other-agency = Es zinu tikai par Latvijas aģentūru VIAA; kāda kārtība, nauda un darbinieki ir citas valsts aģentūrai, manos avotos nav teikts. Jautājiet tai pašai.
applicant-home = Jā, Latvijas organizācija var būt pieteicēja; pieteikumu tā iesniedz VIAA.
applicant-programme = Jā, { country-named } ir Programmas valsts: tur izveidota organizācija var būt pieteicēja, un pieteikumu tā iesniedz savas valsts aģentūrai.
applicant-outside = Nē, { country-named } nav Programmas valsts: organizācija no turienes var būt tikai partneris, nevis pieteicēja.
applicant = { FACT("participants_rule") } { FACT("informal_groups") } { FACT("applicant") } { FACT("one_applicant") } { FACT("applicant_agency") } { FACT("other_countries_role") }
who-can-participate = { FACT("participants_rule") } Piemēram:
    { ITEMS("participants") }
    { FACT("informal_groups") } Citu prasību, piemēram, par organizācijas vecumu vai profilu, manos avotos nav.
who-kind = { $kind ->
    [schools] skolas
    [preschools] pirmsskolas izglītības iestādes
    [vet_providers] profesionālās izglītības iestādes
    [universities] augstskolas
    [colleges] koledžas
    [adult_centres] pieaugušo izglītības centri
    [education_centres] izglītības centri
    [companies] uzņēmumi
    [ministries] ministrijas
    [municipalities] pašvaldības
    [authorities] valsts un pašvaldību iestādes
    [ngos] biedrības un citas nevalstiskās organizācijas
    [foundations] nodibinājumi
    [libraries] bibliotēkas
    [museums] muzeji
    [cultural_organisations] kultūras organizācijas
    [prisons] cietumi
    [hospitals] slimnīcas
    [religious_bodies] draudzes un citas reliģiskās organizācijas
    [sports_clubs] sporta klubi
    [trade_unions] arodbiedrības
    [employers] darba devēju organizācijas
    [chambers] tirdzniecības un amatniecības kameras
   *[research_institutes] pētniecības institūti
}
who-yes = Jā, { $role ->
    [applicant] { $kinds } var uzņemties pieteicēja lomu.
   *[participant] { $kinds } var piedalīties.
}
who-can = { $role ->
    [applicant] Pieteicēja lomu var uzņemties arī { $kinds }.
   *[participant] Piedalīties var arī { $kinds }.
}
who-informal = Nē, grupa bez reģistrētas organizācijas piedalīties nevar.
who-person = Nē, privātpersona viena pati piedalīties nevar: to var tikai organizācijas.
who-age = Prasību par to, cik ilgi organizācijai jau jāpastāv, manos avotos nav.
who-sole-trader = Vai individuālais komersants vai pašnodarbinātais ir uzskatāms par organizāciju, manos avotos nav teikts; pirms piesakāties, pajautājiet sava sektora kontaktpersonai.
eche-needed = { country-named } ir Programmas valsts, tāpēc tās augstākās izglītības iestādēm harta ir vajadzīga.
eche-yes = Jā, { $kind ->
    [colleges] arī koledžai kā augstākās izglītības iestādei harta ir vajadzīga.
   *[universities] augstskolai harta ir vajadzīga.
}
eche-not-without = Nē, bez hartas Programmas valsts augstākās izglītības iestāde piedalīties nevar.
eche-not-for = Harta nav vajadzīga šīm organizācijām: { $kinds }.
eche-partners-too = Jā, harta ir vajadzīga arī augstākās izglītības iestādei, kas ir tikai partneris, nevis koordinators.
eche = { FACT("eche") }
one-application = { FACT("one_application_rule") } { FACT("near_identical_applications") }
one-for-the-same-partners = Nē, vieni un tie paši partneri vienā termiņā var iesniegt tikai { FACT("one_application", case: "accusative") }.
several-applications = { FACT("several_applications") } { FACT("near_identical_applications") } Taču viens un tas pats konsorcijs vienā termiņā var iesniegt tikai { FACT("one_application", case: "accusative") }.
partner-search = { FACT("partner_search") }

eligibility = Galvenie nosacījumi:
    • vismaz { FACT("consortium_organisations") } no { FACT("consortium_countries", unit: "different-countries", case: "dative") };
    • pieteicējs ir no Programmas valsts un piesakās savas valsts aģentūrā;
    • ilgums no { FACT("duration_minimum", case: "dative") } līdz { FACT("duration_maximum", case: "dative") }, augstākajā izglītībā vismaz { FACT("duration_minimum_higher_education") };
    • sākums no { FACT("start_first", case: "genitive") } līdz { FACT("start_last", case: "dative") };
    • vismaz { FACT("priorities_minimum") };
    • aktivitātes notiek partneru valstīs.
    Pastāstiet par savu projektu (partneri, valstis, sektors, mēneši, sākums), un es to pārbaudīšu.
eligibility-fits = { $asked ->
        [what] Tas, ko pateicāt, atbilst; kas vēl jānoskaidro, ir pēdējā rindā:
        [whether] Jā, no tā, ko pateicāt, viss atbilst:
       *[none] No tā, ko pateicāt, viss atbilst:
    }
    { $lines }
eligibility-refused = { $asked ->
        [what] Šādi pieteikties nevar; jāmaina tas, kas atzīmēts ar ✗:
        [whether] Nē, šādi pieteikties nevar:
       *[none] Šādi pieteikties nevar:
    }
    { $lines }
finding-with-own = • Pieskaitīta arī jūsu pašu organizācija ({ COUNTRY($country) }).
finding-unchecked = • Nepārbaudīju, jo nepateicāt: { $names }.
unchecked-organisations = organizāciju skaits
unchecked-countries = valstis
unchecked-months = ilgums
unchecked-start = sākums
unchecked-priority = prioritāte
one-still-the-same = Nē: ar citu nosaukumu vai ilgumu tas joprojām ir tas pats konsorcijs, un gandrīz vienādus pieteikumus izslēdz visus.
several-may = Jā, ar citu projektu to drīkst.

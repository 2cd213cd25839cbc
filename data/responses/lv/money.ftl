grant = Lielākā dotācija ir { FACT("grant_per_month") } mēnesī, bet ne vairāk kā { FACT("grant_maximum") } par visu projektu. Piemēri:
    { ITEMS("grant_examples") }
grant-whoever-joins = Griesti ir atkarīgi tikai no projekta ilguma, nevis no partneru skaita.
grant-of-the-project = Griesti ir visam projektam kopā; katram partnerim atsevišķu griestu manos avotos nav.
grant-rule = Lielākā dotācija ir { FACT("grant_per_month") } mēnesī, bet ne vairāk kā { FACT("grant_maximum") } par visu projektu.
grant-too-high = { MONEY($asked) } ir par daudz: { COUNT($months, unit: "months", case: "dative") } tas ir par { MONEY($over) } vairāk, nekā drīkst.
grant-month-too-high = Nē, { MONEY($asked) } mēnesī ir par daudz: mēnesī ir ne vairāk kā { FACT("grant_per_month") }.
grant-within = { $whether ->
    [over] Nē, { MONEY($asked) } nav par daudz.
   *[fits] Jā, { MONEY($asked) } nav par daudz.
}
grant-items-together = Kopā tie ir { MONEY($amount) }.
grant-no-minimum = Mazākā dotācija manos avotos nav noteikta, ir tikai lielākā.
grant-months-needed = Lai dotācija varētu būt { MONEY($asked) }, projektam jāilgst vismaz { COUNT($months, unit: "months", case: "accusative") }.
grant-shortest-is-enough = Lai dotācija varētu būt { MONEY($asked) }, pietiek ar īsāko projektu: { COUNT($months, unit: "months") }.
grant-above-maximum = Nē, { MONEY($asked) } ir par daudz, lai cik ilgs būtu projekts.
grant-left = Šajā sarunā aprēķinātās summas kopā ir { MONEY($total) }, tātad līdz lielākajai dotācijai paliek { MONEY($left) }.
grant-left-needs-months = Šajā sarunā aprēķinātās summas kopā ir { MONEY($total) }. Lai pateiktu, cik paliek, man jāzina, cik mēnešu ilgs projekts.
grant-used-up = Šajā sarunā aprēķinātās summas kopā ir { MONEY($total) }, tas ir par { MONEY($left) } vairāk nekā lielākā dotācija.
grant-months = Par { COUNT($months, unit: "months", case: "par") } var saņemt ne vairāk kā { MONEY($amount) } ({ $step }).
grant-capped = Vairāk par { FACT("grant_maximum") } projektam nepiešķir.
money-available = Latvijai 2020. gadā plānotais finansējums stratēģiskajām partnerībām:
    • { NAME("field", "school") } – { FACT("money_school") }
    • { NAME("field", "higher_education") } – { FACT("money_higher_education") }
    • { NAME("field", "vet") } – { FACT("money_vet") }
    • { NAME("field", "adult") } – { FACT("money_adult") }
    Kopā – { FACT("money_together") }.
money-most-or-least = { $which ->
        [most] Visvairāk naudas paredzēts
       *[least] Vismazāk naudas paredzēts
    } { NAME("field", $field, case: "dative") }: { MONEY($amount) }.
money-school = { NAME("field", "school", case: "locative") } Latvijai 2020. gadā plānoti { FACT("money_school") }. Puse no tiem paredzēta KA229 skolu apmaiņas projektiem, tātad KA201 projektiem – { PART("money_school", "split_school_partnerships") }.
money-higher-education = { NAME("field", "higher_education", case: "locative") } Latvijai 2020. gadā plānoti { FACT("money_higher_education") }.
money-vet = { NAME("field", "vet", case: "locative") } Latvijai 2020. gadā plānoti { FACT("money_vet") }.
money-adult = { NAME("field", "adult", case: "locative") } Latvijai 2020. gadā plānoti { FACT("money_adult") }.
money-split = Plānotais finansējuma sadalījums pa projektu veidiem:
    { $lines }
money-split-school = • { NAME("field", "school") }: { FACT("split_school_exchange") } ({ PART("money_school", "split_school_exchange") }) skolu apmaiņas projektiem (KA229) un { FACT("split_school_partnerships") } ({ PART("money_school", "split_school_partnerships") }) inovāciju atbalsta un labas pieredzes apmaiņas projektiem (KA201)
money-split-higher-education = • { NAME("field", "higher_education") }: { FACT("split_innovation_higher_education") } ({ PART("money_higher_education", "split_innovation_higher_education") }) inovāciju atbalsta projektiem (KA203)
money-split-vet = • { NAME("field", "vet") }: { FACT("split_innovation_vet") } ({ PART("money_vet", "split_innovation_vet") }) inovāciju atbalsta un { FACT("split_good_practice_vet") } ({ PART("money_vet", "split_good_practice_vet") }) labas pieredzes apmaiņas projektiem
money-split-adult = • { NAME("field", "adult") }: { FACT("split_innovation_adult") } ({ PART("money_adult", "split_innovation_adult") }) inovāciju atbalsta un { FACT("split_good_practice_adult") } ({ PART("money_adult", "split_good_practice_adult") }) labas pieredzes apmaiņas projektiem
funding-mechanism = { FACT("funding_mechanism") } Tās ietekmē:
    { ITEMS("funding_influences") }
    Izņēmuma izmaksas, dārgus ceļa izdevumus un atbalstu īpašām vajadzībām sedz pēc faktiskajām izmaksām.
payments-by-length = { $length ->
        [until] Ja projekts ilgst līdz { FACT("payments_limit", case: "dative") }, dotāciju izmaksā { COUNT($parts, unit: "parts", case: "locative") }:
        [over] Ja projekts ir ilgāks, dotāciju izmaksā { COUNT($parts, unit: "parts", case: "locative") }:
       *[named] Ja projekts ilgst { COUNT($months, unit: "months", case: "accusative") }, dotāciju izmaksā { COUNT($parts, unit: "parts", case: "locative") }:
    }
    { $lines }
payment-line = • { $name } – { NUMBER($share) } %{ $amount ->
        [none] {""}
       *[other] : { MONEY($amount) }
    }
payments-day-unknown = Kurā dienā nauda pienāk, manos avotos nav teikts; maksājumu kārtība ir šāda:
payments-not-at-once = Nē, ne visu uzreiz: dotāciju izmaksā pa daļām.
payments-share = Jā, { NUMBER($value) } %.
payments-share-wrong = Nē, ne { NUMBER($value) } %.
payments-number = Jā, { COUNT($value, unit: "parts", case: "locative") }.
payments-number-wrong = Nē, ne { COUNT($value, unit: "parts", case: "locative") }.
payments-interim = Maksājums ir atkarīgs no starpposma pārskata tikai tad, ja projekts ilgst vairāk nekā { FACT("payments_limit", case: "accusative") }: pēc tā saņem otro maksājumu.
payments-interim-needed = { $asked ->
        [whether] Jā: ja
       *[when] Ja
    } projekts ilgst { COUNT($months, unit: "months", case: "accusative") }, otro maksājumu saņem pēc starpposma pārskata.
payments-no-interim = { $asked ->
        [whether] Nē: ja
       *[when] Ja
    } projekts ilgst { COUNT($months, unit: "months", case: "accusative") }, neviens maksājums nav atkarīgs no starpposma pārskata.
payments-interim-day = Līdz kurai dienai starpposma pārskats jāiesniedz, manos avotos nav teikts; jautājiet to VIAA.
payments = Ja projekts ilgst līdz { FACT("payments_limit", case: "dative") }, dotāciju izmaksā šādi:
    { ITEMS("payments_until_24") }
    Ja projekts ir ilgāks:
    { ITEMS("payments_over_24") }
cofinancing = { FACT("cofinancing") } No izņēmuma izmaksām sedz { FACT("exceptional_share") }. { FACT("own_costs") }
savings = { FACT("savings") }
double-funding = { FACT("no_profit") } { FACT("double_funding") } { FACT("retroactive") }
retroactive-not-covered = { $asked ->
    [verdict] Nē, izmaksas
   *[none] Izmaksas
}, kas radušās pirms projekta sākuma, nesedz. { FACT("retroactive") }
retroactive-before-agreement = Vai atzīst izmaksas, kas radušās pēc sākuma, bet pirms līguma parakstīšanas, manos avotos nav teikts; lūdzu, skatiet programmas vadlīniju C daļu vai jautājiet sava sektora kontaktpersonai.
retroactive-bought-ahead = Vai pietiek ar to, ka pats brauciens vai pasākums notiek projekta laikā, ja tas tikai rezervēts vai apmaksāts agrāk, manos avotos nav teikts; lūdzu, pirms maksājat, jautājiet sava sektora kontaktpersonai.
taxes = Par nodokļiem un sociālajām iemaksām no izmaksātās naudas manos avotos nekas nav teikts; to nosaka valsts nodokļu likumi. Jautājiet savam grāmatvedim vai Valsts ieņēmumu dienestam.
budget-changes = { FACT("budget_changes") }
payments-bridged = Līdz noslēguma maksājumam organizācijām pašām jāsedz { MONEY($amount) } ({ NUMBER($share) } %).
savings-kept = Nē, to nevajag atdot, un tā nav peļņa, kas būtu jāatmaksā.
payments-of-sums = No līdz šim aprēķinātā, kopā { MONEY($total) }:

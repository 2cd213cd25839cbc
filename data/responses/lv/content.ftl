duration = Projekts var ilgt no { FACT("duration_minimum", case: "dative") } līdz { FACT("duration_maximum", case: "dative") }; augstākajā izglītībā – no { FACT("duration_minimum_higher_education", case: "dative") } līdz { FACT("duration_maximum", case: "dative") }.
duration-shortest = { NAME("field", $field, case: "locative") } īsākais projekts ir { COUNT($months, unit: "months") }.
duration-ends-too-late = Nē, { COUNT($months, unit: "months") } ir par ilgu: projektam jābeidzas vēlākais { FACT("latest_end", case: "locative") }.
duration-fits = { $asked ->
    [too] Nē,
   *[fits] Jā,
} { $field ->
    [none] { COUNT($months, unit: "months") } der.
   *[other] { NAME("field", $field, case: "locative") } { COUNT($months, unit: "months") } der.
}
duration-too-short = { $asked ->
    [too] Jā,
   *[fits] Nē,
} { $field ->
    [none] { COUNT($months, unit: "months") } ir par īsu.
   *[other] { NAME("field", $field, case: "locative") } { COUNT($months, unit: "months") } ir par īsu.
}
duration-too-long = { $asked ->
    [too] Jā,
   *[fits] Nē,
} { COUNT($months, unit: "months") } ir par ilgu.
duration-not-in-field = Taču { NAME("field", $field, case: "locative") } tas ir par īsu.
what-is-partnership = { FACT("what_is") } Tā pieder pie Erasmus+ programmas 2. pamatdarbības (KA2). { FACT("proportionate") }
project-types = Ir divi projektu veidi.
    Inovāciju atbalsts: { FACT("innovation_projects") } { FACT("innovation_extra") }
    Labas pieredzes apmaiņa: { FACT("good_practice_projects") } { FACT("good_practice_proportionate") }
    { FACT("learning_possible") } { FACT("good_practice_higher_education") }
project-types-visits = Braukt pie kolēģiem, lai redzētu, kā viņi strādā, ir labas pieredzes apmaiņa.
project-types-both = { NAME("field", $field, case: "locative") } iespējami abi projektu veidi.
project-types-one = { NAME("field", $field, case: "locative") } iespējams tikai viens projektu veids: { NAME("type", $type) }.
project-types-outputs = Tas ir inovāciju atbalsts. { FACT("outputs_only_innovation") }
project-types-learning = { FACT("learning_possible") }
project-type-not-in-field = { $asked ->
    [verdict] Nē, { NAME("field", $field, case: "locative") }
   *[none] { NAME("field", $field, case: "locative") }
} { NAME("type", $named, case: "genitive") } projekti nav iespējami: vienīgais projektu veids tur ir { NAME("type", $type) }.
innovation = { FACT("innovation_projects") } { FACT("innovation_meaning") }
cross-sector = { FACT("cross_sector") } Kurā sektorā pieteikt šādu projektu, jautājiet VIAA.
activities = Projektā var būt, piemēram:
    { ITEMS("activity_examples") }
venue-seat = Jā, { $place } ir viena no ES iestāžu mītnēm.
venue-partner = Jā, { $place } der: { country-named } ir starp projekta valstīm.
venue-not-partner = Nē, { $place } neder, ja vien projektam nepievienojas kāda organizācija no šīs valsts ({ country-named }): starp projekta valstīm jūs to nenosaucāt.
venue-no-partner = Nē, { $place } neder, ja projektā nav nevienas organizācijas no šīs valsts ({ country-named }).
venue-depends = { $place }: tikai tad, ja kāda no projekta organizācijām ir no šīs valsts ({ country-named }).
venues = { FACT("venues") } Izņēmums ir ES iestāžu mītnes:
    { ITEMS("venues_exception") }
action-code-own = { $code }, ja projekts ir { NAME("field", $field, case: "locative") }: kods ir atkarīgs no sektora.
action-code-right = Jā, { $code } ir { NAME("field", $field, case: "genitive") } kods.
action-code-wrong = Nē, { $other } ir { NAME("field", $other_field, case: "genitive") } kods. Ja projekts ir { NAME("field", $field, case: "locative") }, tā kods ir { $code }.
action-codes-otherwise = Ja projekts tomēr ir kādā no šī konkursa sektoriem, der kāds no turpmāk minētajiem kodiem.
action-code-any-field = Tas ir atkarīgs no projekta sektora, nevis no organizācijas veida.
action-code-line = • { $code } – { NAME("field", $field) }
action-code = { $code } ir stratēģiskās partnerības { NAME("field", $field, case: "locative") }.
action-codes = Darbības kodi pa sektoriem:
    { $lines }
award-half-met = { $asked ->
    [enough] Jā, { $name }:
   *[none] { $name }:
} ar { COUNT($points, unit: "points", case: "dative") } no { NUMBER($most) } pietiek, vajag vismaz { NUMBER($least) }.
award-half-missed = { $asked ->
    [enough] Nē, { $name }:
   *[none] { $name }:
} ar { COUNT($points, unit: "points", case: "dative") } no { NUMBER($most) } nepietiek, vajag vismaz { NUMBER($least) }, lai cik būtu kopā.
award-threshold-met = { $asked ->
    [enough] Jā, kopā { COUNT($points, unit: "points") }:
   *[none] Kopā { COUNT($points, unit: "points") }:
} tas ir pietiekami, ja arī katrā kritērijā ir vismaz puse. Vai projekts saņems naudu, no tā vēl nevar pateikt.
award-threshold-missed = { $asked ->
    [enough] Nē, kopā { COUNT($points, unit: "points") }:
   *[none] Kopā { COUNT($points, unit: "points") }:
} tas ir par maz, vajadzīgi vismaz { FACT("award_threshold") }.
award-half-missing = { $asked ->
    [enough] Nē, ar
   *[none] Ar
} { COUNT($points, unit: "points", case: "dative") } kopā nepietiek, jo vismaz puse punktu vajadzīga arī katrā kritērijā.
award-all-met = { $asked ->
    [enough] Jā, kopā { COUNT($points, unit: "points") }:
   *[none] Kopā { COUNT($points, unit: "points") }:
} tas ir pietiekami, un arī katrā kritērijā ir vismaz puse. Vai projekts saņems naudu, no tā vēl nevar pateikt.
award-may-still-fail = Arī ar { COUNT($points, unit: "points", case: "dative") } kopā var izkrist: vismaz puse punktu vajadzīga katrā kritērijā, lai cik būtu kopā.
award-heaviest = { $number ->
    [one] Visvairāk punktu var saņemt par šo kritēriju: { $names } ({ COUNT($points, unit: "points") }).
   *[other] Visvairāk punktu var saņemt par šiem kritērijiem: { $names } (katram { COUNT($points, unit: "points") }).
}
award-least = { $name }: vismaz { COUNT($least, unit: "points") } no { NUMBER($most) }.
award-least-each = { FACT("award_half") }
award-least-total = Kopā vismaz { FACT("award_threshold") }.
award-criteria = Pieteikumu vērtē pēc šādiem kritērijiem (punkti):
    { ITEMS("award_criteria") }
    Kopā jāsaņem vismaz { FACT("award_threshold") }. { FACT("award_half") }
successor = { FACT("successor") } Neko vairāk par tām nezinu.

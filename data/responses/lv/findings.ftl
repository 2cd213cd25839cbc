### What is found in a plan or in what a person told of it.

finding-enough-partners = Organizāciju skaits ir pietiekams (vajag vismaz { FACT("consortium_organisations", case: "accusative") }).
finding-too-few-partners = Par maz organizāciju: vajag vismaz { FACT("consortium_organisations", case: "accusative") }.
finding-enough-countries = Valstu skaits ir pietiekams (vajag vismaz { FACT("consortium_countries", case: "accusative") }).
finding-too-few-countries = Par maz dažādu Programmas valstu: vajag vismaz { FACT("consortium_countries", case: "accusative") }.
finding-duration-fits = { COUNT($months, unit: "months") } der.
finding-duration-too-short = { $field ->
        [higher_education] Augstākajā izglītībā { COUNT($months, unit: "months") } ir par īsu: vajag vismaz { FACT("duration_minimum_higher_education", case: "accusative") }.
       *[other] { COUNT($months, unit: "months") } ir par īsu: vajag vismaz { FACT("duration_minimum", case: "accusative") }, augstākajā izglītībā – { FACT("duration_minimum_higher_education", case: "accusative") }.
    }
finding-duration-too-long = { COUNT($months, unit: "months") } ir par ilgu: drīkst ne vairāk kā { FACT("duration_maximum", case: "accusative") }.
finding-start-in-window = Sākums ({ DATE($day) }) der.
finding-start-outside-window = Sākums ({ DATE($day) }) neder: projekts var sākties no { FACT("start_first", case: "genitive") } līdz { FACT("start_last", case: "dative") }.
finding-type-allowed = Projekta veids ({ NAME("type", $type) }) der.
finding-good-practice-not-in-higher-education = { FACT("good_practice_higher_education") }
finding-grant-fits = Dotācija { MONEY($amount) } iekļaujas lielākajā iespējamā ({ MONEY($most) }).
finding-grant-too-high = Dotācija { MONEY($amount) } ir par lielu: var saņemt ne vairāk kā { MONEY($most) }.
finding-end-in-time = { $day ->
        [none] Ar šādu sākumu { COUNT($months, unit: "months") } iekļaujas termiņā: projektam jābeidzas līdz { FACT("latest_end", case: "dative") }.
       *[other] Projekts beidzas { DATE($day, case: "locative") }; tam jābeidzas līdz { FACT("latest_end", case: "dative") }.
    }
finding-priority-fits = Prioritāte „{ NAME("priority", $priority) }” der.
finding-largest-grant = • Par { COUNT($months, unit: "months", case: "dative") } var saņemt ne vairāk kā { MONEY($amount) }.
finding-eche-needed = • { FACT("eche") }
finding-end-too-late = Ar šādu sākumu { COUNT($months, unit: "months") } ir par ilgu: projektam jābeidzas līdz { FACT("latest_end", case: "dative") }, tas var ilgt ne vairāk kā { COUNT($most, unit: "months", case: "accusative") }.
finding-applicant-not-in-programme-country = { COUNTRY($country) } nav Programmas valsts. { FACT("applicant") }
finding-other-agency = Pieteicēja valsts: { COUNTRY($country) }. { FACT("applicant_agency") }
finding-partner-country-added-value = { COUNTRY($country) } nav Programmas valsts. { FACT("partner_country_added_value") }
finding-consortium-applies-twice = { FACT("one_application_rule") }
finding-no-priority = Nav nosaukta neviena prioritāte: vajag vismaz { FACT("priorities_minimum", case: "accusative") }.
finding-unknown-priority = Prioritātes „{ $priority }” šajā konkursā nav.
finding-priority-of-another-field = Prioritāte „{ NAME("priority", $priority) }” ir paredzēta citam sektoram.
finding-activity-outside-partner-countries = Aktivitātes vieta ir { COUNTRY($country) }, bet no šīs valsts partnera nav. { FACT("venues") } Izņēmums ir ES iestāžu mītnes.
finding-activity-wrong-field = Aktivitātes veids „{ NAME("activity", $activity) }” šim sektoram ({ NAME("field", $field) }) nav paredzēts.
finding-activity-duration = Aktivitāte „{ NAME("activity", $activity) }” ilgst { COUNT($days, unit: "days", case: "accusative") }, bet tai jāilgst vismaz { COUNT($least, unit: "days", case: "accusative") } un ne vairāk kā { COUNT($most, unit: "days", case: "accusative") }.
finding-eche-missing = { $name ->
    [none] Augstākās izglītības iestādei ({ COUNTRY($country) })
   *[other] Organizācijai „{ $name }” ({ COUNTRY($country) })
} nav ECHE. { FACT("eche") }
finding-eche-unknown = { $name ->
    [none] Nav norādīts, vai augstākās izglītības iestādei ({ COUNTRY($country) }) ir ECHE.
   *[other] Nav norādīts, vai organizācijai „{ $name }” ({ COUNTRY($country) }) ir ECHE.
} { FACT("eche") }
finding-ends-too-late = Ja projekts sākas { DATE($day, case: "locative") } un ilgst { COUNT($months, unit: "months", case: "accusative") }, tas beidzas par vēlu: projektam jābeidzas līdz { FACT("latest_end", case: "dative") }.
finding-needs-justification = { FACT("outputs_justified_staff") } (Plānā: { NAME("staff", $staff) }.)
finding-participant-of-wrong-kind = { $participant ->
    [staff] Aktivitātē „{ NAME("activity", $activity) }” par dalībniekiem norādīts personāls, bet tā ir paredzēta mācību apguvējiem; skolotājus, kas viņus pavada, norāda kā pavadošās personas.
   *[learner] Aktivitātē „{ NAME("activity", $activity) }” par dalībniekiem norādīti mācību apguvēji, bet tā ir paredzēta personālam.
}
finding-over-maximum-grant = Izmaksas kopā ({ MONEY($amount) }) pārsniedz lielāko iespējamo dotāciju ({ MONEY($most) }) par { MONEY($over) }.
finding-outputs-only-for-innovation = { FACT("outputs_only_innovation") }
finding-event-without-output = { FACT("event_condition") }
finding-meeting-within-country = Sanāksme { $origin } – { $target } ir vienas valsts robežās, tāpēc par to nemaksā.
finding-outside-partner-countries = { COUNTRY($country) }: no šīs valsts partnera nav, tāpēc tur paredzēto nefinansē.
finding-rate-unknown = { $matter ->
    [output_work] { COUNTRY($country) }: { FACT("partner_country_rates") }
   *[long_activity] { COUNTRY($country) }: { FACT("long_activity_rates") }
} Meklējiet tās vadlīnijās.

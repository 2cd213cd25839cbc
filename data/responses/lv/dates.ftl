deadline = Pieteikums jāiesniedz līdz { FACT("deadline", case: "genitive") }.
deadline-moved = Pieteikums jāiesniedz līdz { FACT("deadline", case: "genitive") }. Iepriekšējais termiņš bija { FACT("deadline", back: 1) }. { FACT("deadline_change") }
deadline-not-moved = Par termiņa pārcelšanu man nekas nav zināms.
deadline-still = Jā, šodien man nav zināms, ka termiņš būtu mainīts.
deadline-no-longer = Nē, termiņš ir mainīts.
deadline-hour = { $is_it ->
    [right] Jā, pēc jūsu laika tas ir plkst. { $time }.
   *[wrong] Nē, pēc jūsu laika tas nav plkst. { $asked }, bet plkst. { $time }.
}
deadline-of-all-fields = Visos sektoros (KA201–KA204) termiņš ir viens un tas pats.
deadline-left = Līdz termiņam vēl { COUNT($days, unit: "days") }.
deadline-today = Termiņš ir šodien.
deadline-was = Konkurss ir slēgts: termiņš bija { FACT("deadline") }.
deadline-was-moved = Konkurss ir slēgts: termiņš bija { FACT("deadline") }. Iepriekšējais termiņš bija { FACT("deadline", back: 1) }. { FACT("deadline_change") }
deadline-too-late = { $asked ->
        [too] Jā,
       *[fits] Nē,
    } { DATE($day) } ir par vēlu.
deadline-last-day = { $asked ->
        [wrong] Nē, tas ir pareizi:
       *[right] Jā,
    } { DATE($day) } ir pēdējā diena.
call-closed = Ņemiet vērā: šis konkurss ir slēgts, termiņš bija { FACT("deadline") }.

start-window = Projekts var sākties no { FACT("start_first", case: "genitive") } līdz { FACT("start_last", case: "dative") }.
start-inside = { $asked ->
        [too] Nē, nav:
       *[fits] Jā,
    } { DATE($day) } der.
start-outside = Nē, { DATE($day) } neder.
start-too-early = Jā, { DATE($day) } ir par agru.
start-too-late = Jā, { DATE($day) } ir par vēlu.

latest-end = Projektam jābeidzas vēlākais { FACT("latest_end", case: "locative") } neatkarīgi no tā, kad tas sākas.
latest-end-months = { FACT("latest_end_months") }
end-fits = { $asked ->
        [too] Nē, nav:
       *[fits] Jā,
    } projekts drīkst tad beigties: { DATE($day) }.
end-too-late = { $asked ->
        [too] Jā,
       *[fits] Nē,
    } { DATE($day) } projekta beigām ir par vēlu.
end-too-early = { $asked ->
        [too] Jā,
       *[fits] Nē,
    } { DATE($day) } projekta beigām ir par agru: projekts ilgst vismaz { COUNT($months, unit: "months", case: "accusative") }.
earliest-end = Ja projekts sākas { DATE($start, case: "locative") }, tas beidzas ne agrāk kā { DATE($day, case: "locative") } – pēc { COUNT($months, unit: "months", case: "dative") }.
earliest-end-in-field = { NAME("field", $field, case: "locative") } tas beidzas ne agrāk kā { DATE($day, case: "locative") } – pēc { COUNT($months, unit: "months", case: "dative") }.
project-ends = Ja projekts sākas { DATE($start, case: "locative") } un ilgst { COUNT($months, unit: "months", case: "accusative") }, tas beidzas { DATE($day, case: "locative") }.
period-months = No { DATE($first, case: "genitive") } līdz { DATE($last, case: "dative") } ir { COUNT($months, unit: "months") }.
latest-start = Ja projekts ilgst { COUNT($months, unit: "months", case: "accusative") }, tam jāsākas vēlākais { DATE($day, case: "locative") }.
latest-start-only = Ja projekts ilgst { COUNT($months, unit: "months", case: "accusative") }, tas var sākties tikai { DATE($day, case: "locative") }.
latest-end-from = Ja projekts sākas { DATE($day, case: "locative") }, tas var ilgt ne vairāk kā { COUNT($months, unit: "months", case: "accusative") }.

results-date = Rezultātus paziņo apmēram { FACT("results", case: "accusative") } pēc termiņa.
call-rounds = Šīm partnerībām (KA201–KA204) 2020. gada konkursā ir viens termiņš: { FACT("deadline") }. Rudens papildu konkurss (KA226, KA227) ir cita darbība.
consultation-day = { FACT("consultation_day") } Par pieteikšanos uz to manos avotos nekas nav teikts.
results-month = Visticamākais laiks: { DATE($day) }.
preparation-time = { FACT("preparation") }
deadline-time-too-late = { $asked ->
        [too] Jā,
       *[fits] Nē,
    } plkst. { $time }{ $country ->
        [none] {""}
       *[other] {" "}({ COUNTRY($country) })
    } ir par vēlu.
deadline-clock = { $right ->
    [yes] Jā, plkst. { $time } ir
   *[no] Nē, plkst. { $time } nav
} { $clock ->
    [riga] Rīgas
   *[brussels] Briseles
} laiks.
deadline-time-fits = { $asked ->
        [too] Nē,
       *[fits] Jā,
    } plkst. { $time }{ $country ->
        [none] {""}
       *[other] {" "}({ COUNTRY($country) })
    } vēl nav par vēlu.
deadline-too-late-hour = { $asked ->
        [too] Jā,
       *[fits] Nē,
    } tik vēlu pieteikumu vairs nepieņem.
deadline-local = Pēc vietējā laika tas ir:
    { $lines }
deadline-local-line = • { COUNTRY($country) }: plkst. { $time }
start-nothing-before = Neviens projekts nesākas pirms { FACT("start_first", case: "genitive") }, un par to, kas notiek pirms projekta sākuma, nemaksā. { FACT("retroactive") }

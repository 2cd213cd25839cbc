### Consultation days: free slots, booking, moving, cancelling, the calendar file.

slots-at = plkst. { $time }
slots-day = Konsultāciju diena ir { DATE($day) }, plkst. { $opens }–{ $closes }. Vieta: { $place }. Viena konsultācija ilgst { COUNT($minutes, unit: "minutes", case: "accusative") }.
slots-other-day = { $number ->
    [one] Tajā dienā konsultāciju nav.
   *[other] Tajā dienā konsultāciju nav; ir šajās:
}
slots-over = Konsultāciju diena bija { DATE($day) }; nākamā vēl nav izsludināta.

slots-ask-field = Kurā sektorā ir jūsu projekts? Katram sektoram ir savs konsultants.
slots-free = { $number ->
    [one] { DATE($day, case: "locative") } vēl ir brīvs viens laiks ({ NAME("field", $field) }, konsultē { $officers }): plkst. { $times }.
   *[other] { DATE($day, case: "locative") } vēl ir brīvi šie laiki ({ NAME("field", $field) }, konsultē { $officers }): plkst. { $times }.
}
slots-nearest = { $number ->
    [one] Tuvākais brīvais laiks { DATE($day, case: "locative") } ({ NAME("field", $field) }, konsultē { $officers }): plkst. { $times }.
   *[other] Tuvākie brīvie laiki { DATE($day, case: "locative") } ({ NAME("field", $field) }, konsultē { $officers }): plkst. { $times }.
}
slots-which = Kurš laiks jums der?
slots-propose = { DATE($day, case: "locative") } plkst. { $time } ir brīvs, konsultē { $officer }. { $moves ->
    [yes] Vai pārcelt jūsu konsultāciju uz šo laiku?
   *[no] Vai pierakstīt jūs uz šo laiku?
}
slots-not-free = { $reason ->
    [past] Plkst. { $time } jau ir pagājis.
    [taken] Plkst. { $time } vairs nav brīvs.
   *[no_start] Plkst. { $time } neviena konsultācija nesākas.
}
slots-none-then = Tādā laikā nekas vairs nav brīvs.
slots-taken-now = Šo laiku nupat rezervēja kāds cits.
slots-full = { DATE($day, case: "locative") } visi laiki ir aizņemti ({ NAME("field", $field) }).
slots-officer-full = Pie šī konsultanta ({ $officer }) brīvu laiku vairs nav.
slots-nobody = Šim sektoram ({ NAME("field", $field) }) { DATE($day, case: "locative") } laiku šeit rezervēt nevar.
slots-not-taken = Nesapratu, kuru laiku vēlaties.

slots-booking = { DATE($day, case: "locative") } plkst. { $start }–{ $end }, konsultē { $officer } ({ NAME("field", $field) }){ $place ->
    [none] { "" }
   *[other] , vieta: { $place }
}
slots-booked = Pierakstīju jūs: { $booking }. Kalendāra fails ir pielikumā.
slots-ask-about = Par ko vēlaties runāt? Varat pievienot arī vārdu un tālruni vai e-pastu. To visu drīkst arī izlaist.
slots-noted = Pierakstīju un nodošu konsultantam. Jūsu konsultācija: { $booking }.
slots-about = Temats: { $about }
slots-done = Labi. Uz tikšanos!
slots-moved = Pārcēlu. Tagad jūsu konsultācija ir { $booking }. Jaunais kalendāra fails aizstāj iepriekšējo.
slots-same = Jūsu konsultācija jau ir šajā laikā: { $booking }.
slots-has = Jums jau ir pieraksts: { $booking }. Ja izvēlēsieties citu laiku, pārcelšu to.
slots-yours = Jūsu konsultācija: { $booking }. Kalendāra fails ir pielikumā.
slots-was = Jūsu konsultācija jau ir bijusi: { $booking }.
slots-none = Šajā sarunā jums pieraksta nav. Pierakstu redzu tikai tajā sarunā, kurā tas izdarīts.
slots-sure = Vai tiešām atcelt pierakstu? { $booking }.
slots-cancelled = Pieraksts ir atcelts. Pievienotais fails izņem to arī no kalendāra.
slots-kept = Labi, pieraksts paliek: { $booking }.
slots-stopped = Labi, neko nepierakstīju.

slots-back-field = Lai parādītu brīvos konsultāciju laikus, man vēl jāzina sektors. Ja nevajag, rakstiet „stop”.
slots-back-time = Konsultācijas laiks vēl nav izvēlēts: nosauciet to vai rakstiet „stop”.
slots-back-about = Ja vēlaties, vēl uzrakstiet, par ko runāsiet konsultācijā.
slots-back-cancel = Pieraksts vēl nav atcelts: rakstiet „jā”, ja tiešām atcelt.

slots-button-yes = Jā, pierakstīt
slots-button-move-yes = Jā, pārcelt
slots-button-other = Nē, citu laiku
slots-button-skip = Izlaist
slots-button-cancel = Jā, atcelt pierakstu
slots-button-keep = Nē, paturēt
slots-button-move = Pārcelt konsultāciju
slots-button-cancel-it = Atcelt konsultāciju

slots-calendar-summary = VIAA konsultācija: { NAME("field", $field) }
slots-calendar-officer = Konsultē { $officer }
slots-calendar-about = Temats: { $about }
slots-calendar-person = { $name ->
    [none] Konsultācija: { NAME("field", $field) }
   *[other] Konsultācija: { $name }, { NAME("field", $field) }
}

slots-head-time = Laiks
slots-head-officer = Konsultants
slots-head-field = Sektors
slots-head-name = Vārds
slots-head-contact = Saziņa
slots-head-about = Temats
slots-no-bookings = { DATE($day, case: "locative") } neviena pieraksta nav.
console-place-slots = Konsultācijas
slots-head-day = Diena
slots-date = { DATE($day) }
slots-everybody = Visi
slots-show = Rādīt
slots-caption = { DATE($day) }, pierakstu skaits: { NUMBER($number) }
slots-calendar = Diena kalendāram (fails)
slots-no-day = Konsultāciju diena nav noteikta; to ieraksta konkursa datos.

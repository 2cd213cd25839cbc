# Saruna ar cilvēku: ko saka Partneris, kad cilvēku meklē, sagaida vai vairs nevajag.
notice-claimed = Jums tagad atbild { $officer } (VIAA). Kamēr saruna ir pie cilvēka, es klusēju.
notice-taken-over = Sarunu pārņem { $officer } (VIAA).
notice-passed-to-officer = Sarunu tālāk ved { $officer } (VIAA).
notice-passed-to-field = Jūsu jautājumu nododu kolēģiem, kuru joma ir { NAME("field", $field) }. Kamēr gaidāt, atbildu es, Partneris.
notice-abandoned = VIAA darbinieks vairs nav pie datora. Jūsu jautājums atkal gaida rindā; kamēr gaidāt, atbildu es, Partneris.
notice-ended = { $reason ->
    [no_reply] Sen neesam no jums saņēmuši ziņu, tāpēc { $officer } sarunu noslēdza. Tālāk atkal atbildu es, Partneris; ja cilvēku vajag vēlreiz, pasakiet.
    [by_email] { $officer } atbildēs jums pa e-pastu vai tālruni. Šeit tālāk atkal atbildu es, Partneris.
   *[other] Saruna ar cilvēku ({ $officer }) ir beigusies. Tālāk atkal atbildu es, Partneris.
}

handover-field = Savienošu ar VIAA darbinieku. Kurā sektorā ir jūsu projekts?
handover-any-field = Vēl nezinu
handover-there = { $number ->
    [one] Šobrīd pie datora ir { $names } (VIAA).
   *[other] Šobrīd pie datora ir: { $names } (VIAA).
}
handover-nobody-now = { $field ->
    [none] Šobrīd neviens VIAA darbinieks nav pie datora.
   *[other] Šobrīd neviens VIAA darbinieks, kas atbild par šo sektoru ({ NAME("field", $field) }), nav pie datora.
}
handover-closed = { $holiday ->
    [none] { $opens ->
        [none] Šobrīd VIAA darbinieki tiešsaistē neatbild.
       *[other] Šobrīd VIAA darbinieki tiešsaistē neatbild; nākamreiz { $opens }.
    }
   *[other] { $opens ->
        [none] Šodien ir brīvdiena ({ $holiday }), VIAA darbinieki neatbild.
       *[other] Šodien ir brīvdiena ({ $holiday }); VIAA darbinieki atbildēs { $opens }.
    }
}
handover-requested = Jūsu saruna ir nodota. Atbildi redzēsiet šeit pat; kamēr gaidāt, varat jautāt man.
handover-place = { $ahead ->
    [0] Jūs esat nākamais rindā.
    [one] Pirms jums gaida { $ahead } cilvēks.
   *[other] Pirms jums gaida { $ahead } cilvēki.
}
handover-minutes = Parasti jāgaida aptuveni { COUNT($minutes, unit: "minutes", case: "accusative") }.
handover-leave-contact = Varat atstāt ziņu: uzrakstiet šeit savu e-pastu vai tālruni un jautājumu, un darbinieks ar jums sazināsies. Ja nevajag, rakstiet „nevajag”.
handover-or-write = Varat arī rakstīt vai zvanīt:
    { $lines }
handover-contact-again = Pierakstīju. Lai darbinieks var atbildēt, uzrakstiet vēl savu e-pastu vai tālruni. Ja nevajag, rakstiet „nevajag”.
handover-left = Paldies! Ziņu nodevu VIAA; darbinieks ar jums sazināsies: { $contact }. Šo sarunu darbinieks redzēs.
handover-left-already = Jūsu ziņa VIAA jau ir atstāta; darbinieks ar jums sazināsies: { $contact }. Ja tur ir kļūda, uzrakstiet pareizo e-pastu vai tālruni.
handover-held = Jums jau atbild { $officer } (VIAA).
handover-cancelled = Labi, cilvēku vairs nesaucu. Jautājiet man.
handover-dropped = Labi. Jautājiet man.
handover-offer = Ja vēlaties, savienošu jūs ar VIAA darbinieku.
handover-hours = { $number ->
    [one] VIAA darbinieki tiešsaistē atbild { $lines }.
   *[other] VIAA darbinieki tiešsaistē atbild:
        { $lines }
}
handover-hours-line = { $range ->
    [yes] no { $first } līdz { $last } plkst. { $opens }–{ $closes }
   *[no] { $days } plkst. { $opens }–{ $closes }
}

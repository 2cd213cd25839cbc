### Konsole: lapas, kurās VIAA darbinieki redz, kas gaida, un atbild.

console-title = Partneris
console-skip = Pāriet uz saturu
console-places = Konsoles lapas
console-place-queue = Rinda
console-place-report = Pārskats
console-moment = { $day ->
   *[any] { DATE($day) } plkst. { $time }
}

## Ieiešana

console-sign-in = Ieeja konsolē
console-sign-in-more = VIAA darbiniekiem, kuri atbild tiem, kas Partnerim lūdz cilvēku.
console-email = E-pasta adrese
console-password = Parole
console-enter = Ieiet
console-leave = Iziet
console-sign-in-wrong = E-pasta adrese vai parole nav pareiza.
console-sign-in-too-many = Pārāk daudz mēģinājumu. Lūdzu, pamēģiniet vēlreiz pēc piecām minūtēm.
console-sign-in-stale = Lapa bija atvērta pārāk ilgi. Lūdzu, mēģiniet vēlreiz.

## Virsraksta josla

console-here = Esmu klāt
console-here-more = Izslēdziet, kad atejat: jaunus jautātājus tad laipni brīdina, ka neviena nav.
console-sound-on = Skaņa ieslēgta
console-sound-off = Skaņa izslēgta
console-news-label = jaunumi
console-lost = Nav savienojuma ar serveri. Melnraksts ir saglabāts; mēģinām savienoties.
console-back = Savienojums atjaunots.
console-failed = Neizdevās. Melnraksts ir saglabāts; lūdzu, mēģiniet vēlreiz.

## Rinda

console-filter = Sektors
console-all-fields = Visi sektori
console-no-field = bez sektora
console-group-mine = Manas sarunas
console-group-waiting = Gaida atbildi
console-group-elsewhere = Gaida citu sektoru kolēģus
console-group-others = Pie kolēģiem
console-empty-mine = Jums pašlaik nav nevienas sarunas.
console-empty-waiting = Neviens negaida.
console-waited = { $days ->
    [0] { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
   *[other] { COUNT($days, unit: "days") }
}
console-unread = Jauna ziņa
console-writer-person = Jautātājs:
console-writer-bot = Partneris:
console-writer-officer = Kolēģis:
console-contact-left = atstāta adrese
console-held-by = pie: { $officer }
console-left = konsole aizvērta, varat pārņemt
console-number = Nr. { $number }
console-topic-of = „{ $question }”
console-channel = { $channel ->
    [website] tīmekļa vietne
    [telegram] Telegram
    [slack] Slack
    [rest] REST
   *[other] { $channel }
}
console-reason = { $reason ->
    [asked] lūdza cilvēku
    [misunderstood] Partneris nesaprata
    [anger] ir neapmierināts
    [distress] ir izmisumā
    [staff_only] jautājums darbiniekiem
   *[other] { $reason }
}
console-announce = { $state ->
    [requested] Jauns jautātājs gaida: { $field ->
        [none] sektors nav zināms
       *[other] { NAME("field", $field) }
    }.
    [contact_left] Jauna ziņa ar adresi: { $field ->
        [none] sektors nav zināms
       *[other] { NAME("field", $field) }
    }.
   *[other] Jauna ziņa jūsu sarunā: { $field ->
        [none] sektors nav zināms
       *[other] { NAME("field", $field) }
    }.
}

## Saruna

console-conversation = Saruna Nr. { $number }
console-said = Sarunas gaita
console-nothing-said = Šajā sarunā vēl nekas nav teikts, vai arī tās glabāšanas laiks ir beidzies.
console-from-user = Jautātājs
console-from-bot = Partneris
console-from-officer = Kolēģis
console-from-notice = Paziņojums
console-sources = { $number ->
    [one] Avots
   *[other] Avoti ({ $number })
}
console-judged = { $helpful ->
    [yes] Atbilde noderēja.
   *[no] Atbilde nenoderēja.
}
console-late = { $number ->
    [one] { $number } ziņa jautātājam vēl nav piegādāta; mēģinām vēlreiz.
   *[other] { $number } ziņas jautātājam vēl nav piegādātas; mēģinām vēlreiz.
}
console-mode = { $mode ->
    [ended] Saruna ir noslēgta: { $reason ->
        [solved] atrisināta
        [back_to_bot] atdota Partnerim
        [no_reply] jautātājs vairs neraksta
        [by_email] atbildēts citādi
        [other_body] jāvēršas citur
        [not_ours] nav mūsu joma
       *[other] jautātājs atcēla
    }.
    [gone] Saruna ir pie: { $officer }, bet šī kolēģa konsole ir aizvērta. Sarunu varat pārņemt.
    [others] Tikai lasīšanai: saruna ir pie: { $officer }.
   *[elsewhere] Tikai lasīšanai: saruna gaida cita sektora kolēģus.
}

## Ko darbinieks var darīt

console-claim = Pārņemt
console-take-over = Pārņemt no kolēģa
console-return = Atdot Partnerim
console-pass = Nodot
console-pass-to = Kam nodot?
console-pass-now = Nodot sarunu
console-queue-of = Rinda: { NAME("field", $field) }
console-present = { $state ->
    [here] klāt
    [away] prom no datora
   *[gone] nav klāt
}
console-there-now = { $number ->
    [0] neviena nav klāt
   *[other] klāt: { $names }
}
console-close = Noslēgt
console-close-why = Kāpēc sarunu noslēgt?
console-close-now = Noslēgt sarunu
console-end = { $reason ->
    [solved] Atrisināts
    [no_reply] Jautātājs vairs neraksta
    [by_email] Atbildēts pa e-pastu vai tālruni
    [other_body] Jāvēršas citā iestādē
    [not_ours] Nav mūsu joma
    [back_to_bot] Atdots Partnerim
   *[other] Jautātājs atcēla
}
console-done-passed = Saruna nodota.
console-done-returned = Saruna atdota Partnerim.
console-done-closed = Saruna noslēgta.
console-answer = Jūsu atbilde
console-answer-hint = Nosūtīt var arī ar Ctrl+Enter.
console-not-live = Šajā kanālā atbildi pēc tam piegādāt nevar: rakstiet uz atstāto adresi, ja tāda ir.
console-send = Nosūtīt
console-suggestions = Ieteiktās atbildes
console-use = Ielikt atbildē
console-no-taken = { $state ->
    [ended] Šī saruna jau ir noslēgta.
    [requested] Šī saruna atkal gaida rindā.
    [contact_left] Šī saruna atkal gaida rindā.
   *[other] Kolēģis bija ātrāks: saruna tagad ir pie: { $officer }.
}
console-no-not-yours = Šī saruna ir cita sektora kolēģiem; lasīt to varat.
console-no-empty = Lūdzu, uzrakstiet atbildi.
console-no-too-long = { $longest ->
    [one] Atbilde ir par garu: ne vairāk kā { $longest } rakstzīme.
   *[other] Atbilde ir par garu: ne vairāk kā { $longest } rakstzīmes.
}
console-no-nobody = Kolēģa tagad nav klāt. Lūdzu, izvēlieties citu vai sektora rindu.
console-no-no-reason = Lūdzu, izvēlieties iemeslu.

## Ko Partneris uzzināja

console-known = Ko Partneris uzzināja
console-field = Sektors
console-unknown = nav zināms
console-language = Valoda
console-language-lv = latviešu
console-language-en = angļu
console-channel-name = Kanāls
console-why = Iemesls
console-topic = Temats
console-contact = Kontaktinformācija
console-plan = Projekta plāns
console-last-sources = Pēdējo atbilžu avoti
console-steps = Notikumi
console-step-requested = lūgts cilvēks
console-step-contact-left = atstāta adrese
console-step-claimed = sarunu pārņem { $officer }
console-step-taken-over = sarunu no kolēģa pārņem { $officer }
console-step-answered = atbild { $officer }
console-step-passed-to-officer = { $officer } nodod sarunu: { $to }
console-step-passed-to-field = { $officer } nodod sarunu rindai: { NAME("field", $to) }
console-step-abandoned = darbinieka konsole ilgi aizvērta, saruna atkal gaida rindā
console-step-ended = { $officer ->
    [none] { $end }
   *[other] { $end } ({ $officer })
}

# Saruna ar cilvēku: ko saka Partneris, kad cilvēku meklē, sagaida vai vairs nevajag.
notice-claimed = Jums tagad atbild { $officer } (VIAA). Kamēr saruna ir pie cilvēka, es klusēju.
notice-taken-over = Sarunu pārņem { $officer } (VIAA).
notice-passed-to-officer = Sarunu tālāk ved { $officer } (VIAA).
notice-passed-to-field = Jūsu jautājumu nododu kolēģiem, kuru joma ir { NAME("field", $field) }. Kamēr gaidāt, atbildu es, Partneris.
notice-ended = { $reason ->
    [no_reply] Sen nesaņēmām no jums ziņu, tāpēc { $officer } sarunu noslēdza. Ja cilvēku vajag atkal, pasakiet.
    [by_email] { $officer } atbildēs jums pa e-pastu vai tālruni. Šeit tālāk atkal atbildu es, Partneris.
   *[other] Saruna ar cilvēku ({ $officer }) ir beigusies. Tālāk atkal atbildu es, Partneris.
}

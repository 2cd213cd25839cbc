greet = Labdien! Esmu Partneris un palīdzu tiem, kas gatavo pieteikumu Erasmus+ KA2 stratēģiskajām partnerībām (2020. gada konkurss). Jautājiet par termiņiem, prioritātēm, partneriem, izmaksām vai kontaktiem.
goodbye = Lai veicas projekta sagatavošanā! Uz redzēšanos!
thank = Lūdzu! Ja ir vēl kāds jautājums, droši rakstiet.
affirm = Labi. Par ko vēl varu pastāstīt?
deny = Skaidrs. Pamēģiniet, lūdzu, pateikt citiem vārdiem, vai jautājiet cilvēkam.
writing = Pieteikumu un citus tekstus jūsu vietā es nerakstu. Varu pastāstīt par noteikumiem, prioritātēm un vērtēšanas kritērijiem, sarēķināt budžetu un pārbaudīt projekta plānu.
what-can-you-do = Es atbildu uz jautājumiem par Erasmus+ KA2 stratēģiskajām partnerībām (KA201–KA204, 2020. gada konkurss):
    • termiņi un pieteikšanās kārtība
    • prioritātes un projektu veidi
    • partneri un valstis
    • dotācija, izmaksas un nelieli aprēķini (piemēram, „ceļš 4 cilvēkiem 1200 km”)
    • kontaktpersonas
    Varat rakstīt latviski vai angliski.
who-are-you = Esmu Partneris, programma, nevis cilvēks. Atbildu pēc VIAA prezentācijas un citiem avotiem par Erasmus+ KA2 stratēģisko partnerību 2020. gada konkursu un pie katras atbildes nosaucu avotu.
language-changed = Labi, turpinām latviski:
change-language = Labi, turpinām latviski. Par ko vēlaties uzzināt?
nothing-yet = Vēl neko neesmu atbildējis. Par ko vēlaties uzzināt?
about-sources = Atbildes balstās uz VIAA prezentāciju, Erasmus+ programmas vadlīnijām un aģentūru skaidrojumiem; avots ir nosaukts katras atbildes beigās.
last-source = { $number ->
    [0] Pēdējā atbilde nebalstās uz kādu dokumentu.
   *[other] Pēdējā atbilde balstās uz:
        { $lines }
}
field-noted = Labi, runāsim par { NAME("field", $field, case: "accusative") }. Ko vēlaties zināt?
topic-missing = Nesapratu, par ko ir šis jautājums. Par ko vēlaties uzzināt?
ask-back = { $number ->
    [one] Neesmu drošs, ka sapratu. Vai jautājat par šo?
   *[other] Neesmu drošs, ka sapratu. Vai jūsu jautājums ir par kādu no šīm tēmām?
}
not-understood = Uz to droši atbildēt nevaru; lūdzu, jautājiet VIAA.
out-of-scope = Par to es nevaru palīdzēt: zinu tikai par Erasmus+ KA2 stratēģisko partnerību (KA201–KA204) 2020. gada konkursu.
other-language = Es saprotu latviešu un angļu valodu. Lūdzu, rakstiet kādā no tām.
    I understand Latvian and English. Please write in one of them.
distress = Man ļoti žēl, ka jums ir tik grūti. Ja domājat par to, ka negribat dzīvot, vai esat briesmās, lūdzu, tūlīt zvaniet 112 vai runājiet ar kādu tuvu cilvēku: jums nav jātiek galā vienatnē.
    Ar pieteikumu nav jāsteidzas šajā mirklī; ar to palīdzēs cilvēks.
grief = Izsaku jums visdziļāko līdzjūtību.
    Ja pieteikums nevar gaidīt, vaicājiet sava sektora kontaktpersonai.
insult = Man žēl, ja kaut kas nav izdevies. Varat sazināties ar cilvēku.
failure = Man diemžēl neizdevās atbildēt. Lūdzu, pamēģiniet vēlreiz vai citiem vārdiem.
why-rule = Tā nosaka konkursa noteikumi:
grief-deadline = Par termiņa pagarinājumu atsevišķam pieteicējam man nekas nav zināms: termiņš ir { FACT("deadline") }.

### Sentences of the chat widget on web pages.

widget-title = Partneris
widget-open = Atvērt sarunu ar Partneri
widget-open-unread = { $count ->
    [one] Atvērt sarunu ar Partneri, { $count } nelasīta ziņa
   *[other] Atvērt sarunu ar Partneri, { $count } nelasītas ziņas
}
widget-close = Aizvērt sarunu

## The head of the panel

widget-state-online = Tiešsaistē
widget-state-connecting = Savienojas…
widget-state-reconnecting = Savienojas…
widget-state-offline = Nav savienojuma
widget-languages = Sarunas valoda
widget-language-lv = Latviešu valoda
widget-language-en = Angļu valoda
widget-menu = Citas iespējas
widget-menu-person = Runāt ar cilvēku
widget-menu-download = Lejupielādēt sarunu
widget-menu-copy = Kopēt sarunu
widget-menu-new = Sākt jaunu sarunu
widget-menu-export = Saņemt savus datus
widget-menu-erase = Dzēst savus datus
widget-menu-privacy = Datu izmantošana
widget-person-question = Vēlos runāt ar cilvēku
widget-export-question = Atsūti manus datus
widget-erase-question = Dzēs manus datus

## A new conversation

widget-new-title = Vai sākt jaunu sarunu?
widget-new-text = Līdzšinējā saruna šajā pārlūkā vairs nebūs redzama. Ja tā vēl būs vajadzīga, vispirms to lejupielādējiet.
widget-new-yes = Sākt jaunu
widget-new-no = Atcelt

## Writing

widget-composer = Jūsu jautājums
widget-composer-hint = Rakstiet savu jautājumu…
widget-send = Nosūtīt
widget-characters-left = { $count ->
    [one] Atlikusi { $count } rakstzīme
   *[other] Atlikušas { $count } rakstzīmes
}
widget-characters-over = { $count ->
    [one] { $count } rakstzīme par daudz
   *[other] { $count } rakstzīmes par daudz
}
widget-too-long = { $longest ->
    [one] Jautājums ir par garu: vienā reizē var nosūtīt ne vairāk kā { $longest } rakstzīmi. Lūdzu, saīsiniet to vai sadaliet vairākos.
   *[other] Jautājums ir par garu: vienā reizē var nosūtīt ne vairāk kā { $longest } rakstzīmes. Lūdzu, saīsiniet to vai sadaliet vairākos.
}
widget-data-note = { $days ->
    [one] Sarunu glabājam { $days } dienu pēc pēdējās ziņas. Lūdzu, nerakstiet tajā personas datus.
   *[other] Sarunu glabājam { $days } dienas pēc pēdējās ziņas. Lūdzu, nerakstiet tajā personas datus.
}

## The conversation

widget-log = Saruna
widget-from-you = Jūs:
widget-from-bot = Partneris:
widget-from-officer = { $name } (VIAA)
widget-typing = Partneris gatavo atbildi
widget-new-below = Pāriet uz jaunāko ziņu
widget-buttons = Ieteiktie jautājumi
widget-button-count = { $count ->
    [one] Varat izvēlēties { $count } iespēju.
   *[other] Varat izvēlēties no { $count } iespējām.
}
widget-sources = { $count ->
    [one] Avots
   *[other] Avoti ({ $count })
}
widget-file = Lejupielādēt failu { $name }
widget-file-kind = { $kind } fails
widget-size-bytes = { $size } B
widget-size-kilobytes = { $size } kB
widget-size-megabytes = { $size } MB
widget-new-tab = (atveras jaunā cilnē)

## Was it helpful?

widget-feedback-question = Vai atbilde noderēja?
widget-feedback-yes = Jā, noderēja
widget-feedback-no = Nē, nenoderēja
widget-feedback-word = { $helpful ->
    [yes] Kas noderēja? (Nav obligāti)
   *[no] Ko varētu uzlabot? (Nav obligāti)
}
widget-feedback-send = Nosūtīt atsauksmi
widget-feedback-thanks = Paldies par atsauksmi!

## Messages that are on their way or have not arrived

widget-sending = Nosūta…
widget-waiting = Nosūtīsim, tiklīdz būs savienojums
widget-retry = Mēģināt vēlreiz
widget-edit = Labot
widget-unsent-rate = Pārāk daudz ziņu īsā laikā.
widget-unsent-rate-wait = { $seconds ->
    [one] Pārāk daudz ziņu īsā laikā. Varēsiet mēģināt vēlreiz pēc { $seconds } sekundes.
   *[other] Pārāk daudz ziņu īsā laikā. Varēsiet mēģināt vēlreiz pēc { $seconds } sekundēm.
}
widget-unsent-empty = Šajā ziņā nav teksta, uz kuru atbildēt.
widget-unsent-long = Ziņa ir par garu. Lūdzu, saīsiniet to.
widget-unsent-invalid = Šo ziņu nevarēja pieņemt.
widget-unsent-failed = Kaut kas nogāja greizi, un atbildes nav. Lūdzu, mēģiniet vēlreiz.
widget-unsent-timeout = Neizdevās nosūtīt.
widget-feedback-failed = Atsauksmi neizdevās saglabāt. Lūdzu, mēģiniet vēlreiz.

## The connection

widget-reconnecting = Savienojums pārtrūka, mēģinām to atjaunot. Varat rakstīt tālāk: nosūtīsim, tiklīdz būs savienojums.
widget-back = Savienojums atjaunots.
widget-unreachable-title = Partneris pašlaik nav sasniedzams
widget-unreachable-text = Pārbaudiet, lūdzu, interneta savienojumu un mēģiniet vēlreiz pēc brīža.
widget-busy-title = Pārāk daudz savienojumu
widget-busy-text = No šīs adreses pašlaik ir pārāk daudz savienojumu. Lūdzu, mēģiniet vēlreiz pēc brīža.
widget-foreign-title = Šajā lapā Partneris nav pieejams
widget-foreign-text = Šī tīmekļa vietne nav starp tām, kurās Partneris drīkst atbildēt. Vietnes pārzinim: Partnera servera atļauto vietņu sarakstam jāpievieno { $origin }.

## The conversation as text

widget-transcript-name = saruna-ar-partneri
widget-transcript-title = Saruna ar Partneri
widget-transcript-you = Jūs
widget-transcript-bot = Partneris
widget-transcript-file = Fails: { $name }
widget-downloaded = Saruna lejupielādēta.
widget-copied = Saruna nokopēta.
widget-copy-failed = Kopēt neizdevās. Sarunu varat lejupielādēt.
widget-started-anew = Sākta jauna saruna.
widget-erased = Saruna ir izdzēsta. Sākta jauna saruna.

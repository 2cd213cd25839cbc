### Pārskats: ko var mācīties no sarunām.

report-title = Ko rāda sarunas
report-period = { $first ->
    [none] { $last ->
        [none] Visas sarunas
       *[other] Līdz { DATE($last, case: "dative") }
    }
   *[other] { $last ->
        [none] No { DATE($first, case: "genitive") }
       *[other] No { DATE($first, case: "genitive") } līdz { DATE($last, case: "dative") }
    }
}
report-made = Sagatavots { DATE($day, case: "locative") }.
report-nothing = Šajā laikā sarunu nav.
report-number = Skaits
report-share = Daļa

## Kopsavilkums

report-summary = Kopsavilkums
report-conversations = Sarunas
report-messages = Ziņas
report-helpful = Atbilde noderēja
report-not-helpful = Atbilde nenoderēja
report-requests = Lūgumi pēc cilvēka

## Ziņas

report-states = Kas notika ar ziņām
report-became = Iznākums
report-state = { $state ->
    [answered] Atbildēta
    [asked_back] Partneris pārjautāja
    [refused] Noraidīta: nav par šo konkursu
    [not_understood] Nav saprasta
    [small_talk] Bez jautājuma (sveiciens, pateicība, izvēle)
   *[with_officer] Pie darbinieka
}
report-topics = Par ko jautāja
report-topic = Temats
report-refused = Kas noraidīts
report-about = Par ko
report-languages = Valodas
report-language = { $language ->
    [lv] latviešu
    [en] angļu
   *[other] cita
}
report-language-name = Valoda
report-channels = Kanāli
report-channel = Kanāls
report-hours = Ziņas pa stundām
report-hour = Stunda

report-picture = Diagramma: { $name ->
    [states] kas notika ar ziņām
    [topics] par ko jautāja
   *[hours] ziņas pa stundām
}. Tie paši skaitļi ir tabulā.

## Atsauksmes

report-unhelpful = Atbildes, kas nenoderēja
report-day = Diena
report-message = Ziņa
report-word = Cilvēka piezīme

## Sarunas ar darbiniekiem

report-tickets = Lūgumi pēc cilvēka
report-contact-left = Atstāta kontaktinformācija
report-booked = Pierakstītas konsultācijas
report-cancelled = Atceltas konsultācijas
report-why = Iemesls
report-reasons = Kāpēc lūdza cilvēku
report-ends = Kā beidzās
report-open = Vēl nav beigusies
report-waits = Cik ilgi gaidīja
report-who = Kas
report-everybody = Visi
report-claim-median = Līdz pārņemšanai: puse līdz
report-claim-p95 = Līdz pārņemšanai: 95 % līdz
report-answer-median = Līdz atbildei: puse līdz
report-answer-p95 = Līdz atbildei: 95 % līdz
report-wait = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}

## Kas nav saprasts

report-groups = Kas nav saprasts
report-groups-more = Līdzīgas ziņas ir vienā grupā; pirmā ir tā, kas citām vislīdzīgākā. Cilvēku vārdu, adrešu un numuru vietā ir zīmes, piemēram, <EMAIL>.
report-no-groups = Viss ir saprasts.
report-group = Grupa
report-others = { $number ->
    [one] Vēl { $number } līdzīga ziņa
   *[other] Vēl { $number } līdzīgas ziņas
}
report-nearest = Tuvākais temats
report-command = Mācību datiem pievieno ar komandu

## Konsoles lapa

report-from = No
report-to = Līdz
report-show = Rādīt
report-download = Lejupielādēt
report-csv-messages = Visas ziņas (CSV)
report-csv-questions = Nesaprastās ziņas (CSV)
report-add = Pievienot mācību datiem
report-add-more = Ziņas ieraksta failā, ko kāds pārskata. Partneris no tām nemācās, kamēr tās pēc pārskatīšanas nav pārceltas mācību datos.
report-intent = Ko cilvēks jautā
report-choose = Izvēlieties
report-add-now = Ierakstīt
report-added = { $number ->
    [one] Failā { $file } ierakstīta { $number } ziņa.
   *[other] Failā { $file } ierakstītas { $number } ziņas.
}
report-left-out = { $number ->
    [one] Izlaista { $number } ziņa: tā vai gandrīz tāda pati jau ir mācību vai pārbaudes datos.
   *[other] Izlaistas { $number } ziņas: tās vai gandrīz tādas pašas jau ir mācību vai pārbaudes datos.
}
report-no-intent = Lūdzu, izvēlieties, ko cilvēks jautā.
report-no-group = Šādas grupas vairs nav: pa šo laiku ir nākušas klāt jaunas ziņas. Lūdzu, skatiet grupas vēlreiz.
report-all-known = Nekas nav ierakstīts: visas šīs ziņas vai gandrīz tādas pašas jau ir mācību vai pārbaudes datos.
report-bad-day = Lūdzu, ierakstiet dienu tā: { $example }.
report-heads-only = Pārskatu redz tikai nodaļu vadītāji.

## Par ko jautā ziņas, kurām nav savas pogas

report-intent-out-of-scope = nav par Erasmus+ KA2 stratēģiskajām partnerībām
report-intent-near-miss-school-exchange = skolu apmaiņas partnerības
report-intent-near-miss-mobility = mobilitātes projekti
report-intent-near-miss-extra-call = cits uzsaukums
report-intent-near-miss-youth = jaunatnes joma
report-intent-near-miss-central = centralizēti konkursi
report-intent-near-miss-other-programme = cita programma
report-intent-near-miss-other-year = cits gads
report-intent-near-miss-own-application = savs pieteikums
report-intent-ask-plan-budget = projekta plāns un budžets
report-intent-describe-project = apraksta savu projektu
report-intent-inform = precizē iepriekšējo jautājumu
report-intent-insult = ir neapmierināts
report-intent-distress = ir izmisumā
report-intent-greet = sveicina
report-intent-thank = pateicas
report-intent-goodbye = atvadās
report-intent-affirm = piekrīt
report-intent-deny = noraida

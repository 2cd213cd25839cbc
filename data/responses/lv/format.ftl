### Numbers with their nouns, days, sources: what other sentences are built of.

unit-months = { $count ->
    [one] mēnesis
   *[other] mēneši
}
    .genitive = { $count ->
        [one] mēneša
       *[other] mēnešu
    }
    .dative = { $count ->
        [one] mēnesim
       *[other] mēnešiem
    }
    .accusative = { $count ->
        [one] mēnesi
       *[other] mēnešus
    }
    .par = { $count ->
        [one] mēnesi
       *[other] mēnešiem
    }
unit-days = { $count ->
    [one] diena
   *[other] dienas
}
    .genitive = { $count ->
        [one] dienas
       *[other] dienu
    }
    .dative = { $count ->
        [one] dienai
       *[other] dienām
    }
    .accusative = { $count ->
        [one] dienu
       *[other] dienas
    }
unit-people = { $count ->
    [one] cilvēks
   *[other] cilvēki
}
    .genitive = { $count ->
        [one] cilvēka
       *[other] cilvēku
    }
    .dative = { $count ->
        [one] cilvēkam
       *[other] cilvēkiem
    }
unit-participants = { $count ->
    [one] dalībnieks
   *[other] dalībnieki
}
    .dative = { $count ->
        [one] dalībniekam
       *[other] dalībniekiem
    }
    .accusative = { $count ->
        [one] dalībnieku
       *[other] dalībniekus
    }
unit-organisations = { $count ->
    [one] organizācija
   *[other] organizācijas
}
    .accusative = { $count ->
        [one] organizāciju
       *[other] organizācijas
    }
    .genitive = { $count ->
        [one] organizācijas
       *[other] organizāciju
    }
    .dative = { $count ->
        [one] organizācijai
       *[other] organizācijām
    }
unit-countries = { $count ->
    [one] valsts
   *[other] valstis
}
    .accusative = { $count ->
        [one] valsti
       *[other] valstis
    }
    .genitive = { $count ->
        [one] valsts
       *[other] valstu
    }
    .dative = { $count ->
        [one] valstij
       *[other] valstīm
    }
unit-different-countries = { $count ->
    [one] Programmas valsts
   *[other] dažādas Programmas valstis
}
    .dative = { $count ->
        [one] Programmas valstij
       *[other] dažādām Programmas valstīm
    }
unit-meetings = { $count ->
    [one] sanāksme
   *[other] sanāksmes
}
    .par = { $count ->
        [one] sanāksmi
       *[other] sanāksmēm
    }
unit-events = { $count ->
    [one] pasākums
   *[other] pasākumi
}
    .par = { $count ->
        [one] pasākumu
       *[other] pasākumiem
    }
unit-points = { $count ->
    [one] punkts
   *[other] punkti
}
    .dative = { $count ->
        [one] punktu
       *[other] punktiem
    }
    .genitive = { $count ->
        [one] punkta
       *[other] punktu
    }
unit-parts = { $count ->
    [one] daļa
   *[other] daļas
}
    .locative = { $count ->
        [one] daļā
       *[other] daļās
    }
unit-kilometres = km
    .genitive = km
    .dative = km
    .accusative = km
unit-applications = { $count ->
    [one] pieteikums
   *[other] pieteikumi
}
    .accusative = { $count ->
        [one] pieteikumu
       *[other] pieteikumus
    }
unit-priorities = { $count ->
    [one] prioritāte
   *[other] prioritātes
}
    .accusative = { $count ->
        [one] prioritāti
       *[other] prioritātes
    }
percent = { $number } %
worked-out-capped = { MONEY($amount) } (griesti; bez tiem { MONEY($requested) } = { $steps })
claim-right = Jā, { MONEY($amount) } ir pareizi.
claim-wrong = Nē, { MONEY($amount) } nav pareizi.
worked-out = { $steps ->
    [none] { MONEY($amount) }
   *[other] { MONEY($amount) } = { $steps }
}
country-named = { COUNTRY($country) }

date-day = { $year }. gada { $day }. { $month }
date-month = { $year }. gada { $month }
moment = { $day } plkst. { $local } pēc Rīgas laika (plkst. { $original } pēc Briseles laika)

month-1 = { "" }
    .nominative = janvāris
    .genitive = janvāra
    .dative = janvārim
    .locative = janvārī
month-2 = { "" }
    .nominative = februāris
    .genitive = februāra
    .dative = februārim
    .locative = februārī
month-3 = { "" }
    .nominative = marts
    .genitive = marta
    .dative = martam
    .locative = martā
month-4 = { "" }
    .nominative = aprīlis
    .genitive = aprīļa
    .dative = aprīlim
    .locative = aprīlī
month-5 = { "" }
    .nominative = maijs
    .genitive = maija
    .dative = maijam
    .locative = maijā
month-6 = { "" }
    .nominative = jūnijs
    .genitive = jūnija
    .dative = jūnijam
    .locative = jūnijā
month-7 = { "" }
    .nominative = jūlijs
    .genitive = jūlija
    .dative = jūlijam
    .locative = jūlijā
month-8 = { "" }
    .nominative = augusts
    .genitive = augusta
    .dative = augustam
    .locative = augustā
month-9 = { "" }
    .nominative = septembris
    .genitive = septembra
    .dative = septembrim
    .locative = septembrī
month-10 = { "" }
    .nominative = oktobris
    .genitive = oktobra
    .dative = oktobrim
    .locative = oktobrī
month-11 = { "" }
    .nominative = novembris
    .genitive = novembra
    .dative = novembrim
    .locative = novembrī
month-12 = { "" }
    .nominative = decembris
    .genitive = decembra
    .dative = decembrim
    .locative = decembrī

sources = { $number ->
    [one] Avots: { $list }.
   *[other] Avoti: { $list }.
}
place-slide = { $slide }. slaids („{ $heading }”)
place-page = { $page }. lpp. ({ $edition } versija)
caution-recalled = Lūdzu, pārbaudiet to vadlīnijās.

field-name = { NAME("field", $field) }
staff-name = { NAME("staff", $staff) }
contact-line = { $fields ->
    [none] • { $person } (nodaļas vadītāja): { $email }, tālr. { $phone }
   *[other] • { $person } ({ $fields }): { $email }, tālr. { $phone }
}
ask-officer = { $number ->
    [one] Kontaktpersona VIAA:
        { $lines }
   *[other] Kontaktpersonas VIAA pa sektoriem:
        { $lines }
}

## Times

time = { $hour }.{ $minute }
weekday-moment = { $weekday }, { DATE($day, case: "locative") }, plkst. { $time }
weekday-monday = { "" }
    .on = pirmdien
    .from = pirmdienas
    .to = pirmdienai
weekday-tuesday = { "" }
    .on = otrdien
    .from = otrdienas
    .to = otrdienai
weekday-wednesday = { "" }
    .on = trešdien
    .from = trešdienas
    .to = trešdienai
weekday-thursday = { "" }
    .on = ceturtdien
    .from = ceturtdienas
    .to = ceturtdienai
weekday-friday = { "" }
    .on = piektdien
    .from = piektdienas
    .to = piektdienai
weekday-saturday = { "" }
    .on = sestdien
    .from = sestdienas
    .to = sestdienai
weekday-sunday = { "" }
    .on = svētdien
    .from = svētdienas
    .to = svētdienai
unit-minutes = { $count ->
    [one] minūte
   *[other] minūtes
}
    .accusative = { $count ->
        [one] minūti
       *[other] minūtes
    }

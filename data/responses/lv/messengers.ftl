### Sentences of Slack and Telegram.

# What a human says begins with this line.
messenger-officer = { $name } (VIAA)

## What commands say in the person's place

messenger-hello = Labdien!
messenger-speak = Runā latviski, lūdzu

## What Partneris says about messages that it does not answer

messenger-language = Kurā valodā vēlaties sarunāties?
messenger-only-text = { $kind ->
    [photo] Attēlus diemžēl nevaru aplūkot. Lūdzu, uzrakstiet savu jautājumu.
    [video] Video diemžēl nevaru noskatīties. Lūdzu, uzrakstiet savu jautājumu.
    [voice] Balss ziņas diemžēl nevaru noklausīties. Lūdzu, uzrakstiet savu jautājumu.
    [sticker] Uzlīmes diemžēl nesaprotu. Ja jums ir jautājums, lūdzu, uzrakstiet to.
    [document] Failus diemžēl nevaru izlasīt. Lūdzu, uzrakstiet savu jautājumu.
    [contact] Kontaktinformācija man nav vajadzīga, un es to nesaglabāju. Ja jums ir jautājums, lūdzu, uzrakstiet to.
    [location] Atrašanās vieta man nav vajadzīga, un es to nesaglabāju. Ja jums ir jautājums, lūdzu, uzrakstiet to.
    [edited] Labotas ziņas vēlreiz nelasu. Ja gribat ko mainīt, lūdzu, uzrakstiet jaunu ziņu.
   *[other] Šādas ziņas diemžēl nevaru izlasīt. Lūdzu, uzrakstiet savu jautājumu.
}
messenger-not-shown = { $kind ->
    [photo] Attēlu VIAA darbinieks šeit neredz.
    [video] Video VIAA darbinieks šeit neredz.
    [voice] Balss ziņu VIAA darbinieks šeit nevar noklausīties.
    [document] Failu VIAA darbinieks šeit nevar atvērt.
   *[other] Šo ziņu VIAA darbinieks šeit neredz.
} Lūdzu, uzrakstiet to vārdiem vai vaicājiet, uz kādu e-pasta adresi to sūtīt.

## What the officer who has the conversation is told in its place

messenger-sent = { $kind ->
    [photo] (Nosūtīts attēls, ko šeit nevar parādīt.)
    [video] (Nosūtīts video, ko šeit nevar parādīt.)
    [voice] (Nosūtīta balss ziņa, ko šeit nevar atskaņot.)
    [document] (Nosūtīts fails, ko šeit nevar atvērt.)
   *[other] (Nosūtīta ziņa, ko šeit nevar parādīt.)
}

## Limits

messenger-long = { $longest ->
    [one] Ziņa ir par garu: vienā reizē varu izlasīt ne vairāk kā { NUMBER($longest) } rakstzīmi. Lūdzu, saīsiniet to vai sadaliet vairākās.
   *[other] Ziņa ir par garu: vienā reizē varu izlasīt ne vairāk kā { NUMBER($longest) } rakstzīmes. Lūdzu, saīsiniet to vai sadaliet vairākās.
}
messenger-rate = { $seconds ->
    [one] Pārāk daudz ziņu īsā laikā, tāpēc uz pēdējo neatbildu. Lūdzu, rakstiet vēlreiz pēc { $seconds } sekundes.
   *[other] Pārāk daudz ziņu īsā laikā, tāpēc uz pēdējo neatbildu. Lūdzu, rakstiet vēlreiz pēc { $seconds } sekundēm.
}

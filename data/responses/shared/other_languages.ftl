# What people are told in a language that Partneris does not speak; loaded beside both languages.
other-language-in = { $code ->
    [ru] Я понимаю латышский и английский языки. Пожалуйста, напишите на одном из них.
    [lt] Suprantu latvių ir anglų kalbas. Prašom rašyti viena iš jų.
    [et] Ma saan aru läti ja inglise keelest. Palun kirjutage ühes neist.
    [de] Ich verstehe Lettisch und Englisch. Bitte schreiben Sie in einer dieser Sprachen.
    [fr] Je comprends le letton et l'anglais. Merci d'écrire dans l'une de ces langues.
    [pl] Rozumiem po łotewsku i po angielsku. Proszę pisać w jednym z tych języków.
    [fi] Ymmärrän latviaa ja englantia. Kirjoittakaa jommallakummalla kielellä.
   *[other] { "" }
}

contact-all = Stratēģisko partnerību kontaktpersonas VIAA:
    { $lines }
contact-of-number = Šis numurs vai adrese norādīta šeit:
    { $lines }
contact-field = Kontaktpersona { NAME("field", $field, case: "locative") }:
    { $lines }
contact-same = Jā, tā pati kontaktpersona.
contact-another = Nē, cita kontaktpersona.
contact-person = { $right ->
    [yes] Jā, { $person } ir īstā kontaktpersona.
   *[no] Nē, { $person } atbild par citu sektoru ({ $fields }).
}
contact-head = Stratēģisko partnerību nodaļas vadītāja:
    { $lines }
contact-address = { FACT("agency_address") } { FACT("agency_department") }
human = Es esmu programma; ar cilvēku varat sazināties VIAA.
